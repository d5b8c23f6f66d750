import type { KeptRecording } from '../kept-recording.ts';
import type { Sender } from '../sender.ts';
import type { Tape } from '../tape.ts';

/** Notes what a recorder asks for; sends nothing. */
export interface FakeSender extends Pick<Sender, 'follow' | 'change' | 'keep' | 'drop'> {
  /** The tape of the newest recording. */
  tape: () => Tape;
  changes: [string, Partial<KeptRecording>][];
  kept: string[];
  dropped: string[];
}

export function fakeSender(): FakeSender {
  let newest: Tape | null = null;
  const sender: FakeSender = {
    changes: [],
    kept: [],
    dropped: [],
    tape() {
      if (!newest) throw new Error('nothing is recorded yet');
      return newest;
    },
    follow: (_recording, tape) => {
      newest = tape;
    },
    change: (id, changes) => sender.changes.push([id, changes]),
    keep: (id) => sender.kept.push(id),
    drop: (id) => sender.dropped.push(id),
  };
  return sender;
}
