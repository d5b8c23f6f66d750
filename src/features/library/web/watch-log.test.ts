import { beforeEach, expect, it } from 'vitest';
import { createWatchLog } from './watch-log.ts';

let sent: (number | null)[];
let clock: number;
let log: ReturnType<typeof createWatchLog>;
beforeEach(() => {
  sent = [];
  clock = 0;
  log = createWatchLog({ send: (position) => sent.push(position), now: () => clock });
});

/** Plays from one second to another, four times a second. */
function play(from: number, to: number) {
  for (let at = from; at <= to; at += 0.25) {
    clock += 0.25;
    log.hear({ what: 'time', at });
  }
}

it('tells the place three times in a minute, not sixty', () => {
  play(0, 60);
  expect(sent).toEqual([3, 23, 43]);
});

it('tells it when somebody pauses or leaves, once', () => {
  play(0, 10);
  log.hear({ what: 'pause', at: 10 });
  log.leave();
  log.leave();
  expect(sent).toEqual([3, 10]);
});

it('says nothing of a recording that was only looked at', () => {
  play(0, 2);
  log.hear({ what: 'pause', at: 2 });
  log.hear({ what: 'seek', at: 50 });
  log.leave();
  expect(sent).toEqual([]);
});

it('hears the first and the last of many jumps', () => {
  play(0, 10);
  for (let at = 20; at < 80; at += 1) log.hear({ what: 'seek', at });
  log.hear({ what: 'pause', at: 80 });
  expect(sent).toEqual([3, 20, 80]);
});

it('says that it was watched to the end', () => {
  play(0, 10);
  log.hear({ what: 'pause', at: 10 });
  log.hear({ what: 'end', at: 10 });
  log.leave();
  expect(sent).toEqual([3, 10, null]);
});
