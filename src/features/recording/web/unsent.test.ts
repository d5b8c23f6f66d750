import { describe, expect, it } from 'vitest';
import type { RecordingStage } from './kept-recording.ts';
import type { Outgoing } from './outgoing.ts';
import { createTape } from './tape.ts';
import { isUnsent, needsTeller, unsentSeconds } from './unsent.ts';

const store = { slice: async () => new Blob() };

/** Ten bytes, which are four seconds. */
function outgoing(stage: RecordingStage, changes: Partial<Outgoing> = {}): Outgoing {
  const tape = createTape('one', store);
  tape.append(4, 2, null);
  tape.append(6, 4, null);
  const recording = { id: 'one', stage, seconds: 3 } as Outgoing['recording'];
  return { recording, tape, phase: 'sending', sent: 0, safeSeconds: 0, error: null, ...changes };
}

describe('what signing out would leave on the device', () => {
  it.each<[string, Outgoing, boolean]>([
    ['what is just told', outgoing('recording', { sent: 10 }), true],
    ['what is wanted and has no receipt', outgoing('wanted', { sent: 10 }), true],
    ['what has its receipt', outgoing('wanted', { phase: 'safe', sent: 10 }), false],
    ['what another window has', outgoing('wanted', { phase: 'elsewhere', tape: null }), true],
    ['what its teller has not decided about', outgoing('undecided', { sent: 9 }), true],
    ['the same, all of it arrived', outgoing('undecided', { sent: 10 }), false],
    ['what nobody has looked at yet', outgoing('undecided', { tape: null }), true],
    ['what nobody wants', outgoing('unwanted'), false],
  ])('%s', (_what, one, unsent) => {
    expect(isUnsent(one)).toBe(unsent);
  });

  it('is counted in seconds', () => {
    expect(unsentSeconds(outgoing('wanted'))).toBe(4);
    expect(unsentSeconds(outgoing('wanted', { sent: 9, safeSeconds: 2 }))).toBe(2);
    expect(unsentSeconds(outgoing('wanted', { tape: null }))).toBe(3);
    expect(unsentSeconds(outgoing('wanted', { tape: null, safeSeconds: 4 }))).toBe(0);
  });

  it('may have to wait for a person', () => {
    expect(needsTeller(outgoing('wanted', { phase: 'waiting' }))).toBe(false);
    expect(needsTeller(outgoing('wanted', { phase: 'failed' }))).toBe(true);
    expect(needsTeller(outgoing('undecided'))).toBe(true);
  });
});

it('a tape says whether all of it is on the disk', () => {
  const tape = createTape('one', store, [{ start: 0, size: 3, seconds: 1 }]);
  expect(tape.kept).toBe(true);
  tape.append(3, 2, null);
  expect(tape.kept).toBe(true);
  tape.append(3, 3, new Blob(['abc']));
  expect(tape.kept).toBe(false);
});
