import { expect, it } from 'vitest';
import { ApiError } from '../../../web/api.ts';
import type { Cue } from '../webvtt.ts';
import { createAutosave, type DraftState, type Saved } from './autosave.ts';
import { joined, split, without, withText } from './edit-cues.ts';
import { mergeCues } from './merge.ts';

const cue = (start: number, text: string): Cue => ({ start, end: start + 1, text });
const words = (cues: readonly Cue[]) => cues.map((each) => each.text);

/** A server that holds one transcript, and editors that never save before they are told. */
function world(cues: Cue[]) {
  let held: Saved = { version: 1, cues };
  const editor = () => {
    const first = held;
    let state: DraftState = { cues, canUndo: false, saving: 'saved', problem: null, clashes: [] };
    const draft = createAutosave({
      first,
      load: async () => held,
      save: async (changed, version) => {
        if (version !== held.version)
          throw new ApiError(412, 'urn:telloom:problem:changed-meanwhile', '');
        held = { version: version + 1, cues: changed };
        return held;
      },
      onState: (now) => {
        state = now;
      },
      pauseMs: 2 ** 30,
    });
    const type = (index: number, text: string) =>
      draft.change(withText(state.cues, index, text), `text ${index}`);
    return { draft, type, state: () => state };
  };
  return { editor, held: () => held };
}

it('saves what was typed, and leaves out what has no words', async () => {
  const { editor, held } = world([cue(0, 'a'), cue(1, 'b')]);
  const { draft, type, state } = editor();
  type(0, 'A');
  type(1, ' ');
  expect(state().saving).toBe('changed');
  await draft.flush();
  expect(state().saving).toBe('saved');
  expect(held()).toEqual({ version: 2, cues: [cue(0, 'A')] });
  draft.stop();
});

it('goes back step by step, a word at once', () => {
  const { editor } = world([cue(0, 'a'), cue(1, 'b')]);
  const { draft, type, state } = editor();
  for (const text of ['o', 'on', 'one']) type(0, text);
  type(1, 'two');
  draft.undo();
  expect(words(state().cues)).toEqual(['one', 'b']);
  draft.undo();
  expect(words(state().cues)).toEqual(['a', 'b']);
  expect(state().canUndo).toBe(false);
  draft.stop();
});

it('brings two people’s changes together when they are of different words', async () => {
  const { editor, held } = world([cue(0, 'a'), cue(1, 'b')]);
  const [one, two] = [editor(), editor()];
  one.type(0, 'A');
  await one.draft.flush();
  two.type(1, 'B');
  await two.draft.flush();
  await two.draft.flush();
  expect(held()).toEqual({ version: 3, cues: [cue(0, 'A'), cue(1, 'B')] });
  for (const { draft } of [one, two]) draft.stop();
});

it.each([
  ['mine' as const, 'mine'],
  ['theirs' as const, 'theirs'],
])('asks whose words stand where both changed the same: %s', async (choice, stands) => {
  const { editor, held } = world([cue(0, 'a'), cue(1, 'b')]);
  const [one, two] = [editor(), editor()];
  one.type(0, 'theirs');
  await one.draft.flush();
  two.type(0, 'mine');
  two.type(1, 'B');
  await two.draft.flush();
  await two.draft.flush();
  expect(held().version).toBe(2);
  expect(two.state().clashes).toEqual([{ mine: cue(0, 'mine'), theirs: cue(0, 'theirs') }]);
  two.draft.choose(choice);
  await two.draft.flush();
  expect(words(held().cues)).toEqual([stands, 'B']);
  for (const { draft } of [one, two]) draft.stop();
});

it('keeps the draft when saving fails, and saves it at the next try', async () => {
  const seen: DraftState[] = [];
  let fails = true;
  const draft = createAutosave({
    first: { version: 1, cues: [cue(0, 'a')] },
    load: () => Promise.reject(new Error('not asked')),
    save: async (cues, version) => {
      if (fails) throw new ApiError(0, 'unreachable', '');
      return { version: version + 1, cues };
    },
    onState: (state) => seen.push(state),
    pauseMs: 2 ** 30,
  });
  draft.change([cue(0, 'b')], '');
  await draft.flush();
  expect(seen.at(-1)).toMatchObject({ saving: 'failed', cues: [cue(0, 'b')] });
  fails = false;
  await draft.flush();
  expect(seen.at(-1)).toMatchObject({ saving: 'saved', problem: null });
  draft.stop();
});

it('a cue that one took away and the other changed is a clash', () => {
  const merged = mergeCues([cue(0, 'a')], [], [cue(0, 'b')], 'mine');
  expect(merged).toEqual({ cues: [], clashes: [{ mine: null, theirs: cue(0, 'b') }] });
});

it('cues that were cut differently stand as a whole', () => {
  const base = [{ start: 0, end: 4, text: 'one two three four' }];
  const mine = split(base, 0, 7);
  const theirs = split(base, 0, 3);
  const merged = mergeCues(base, mine, theirs, 'theirs');
  expect(merged.cues).toEqual(theirs);
  expect(merged.clashes).toHaveLength(1);
});

it('cuts, joins and takes away', () => {
  const cues = [{ start: 0, end: 4, text: 'one two' }, cue(4, 'three')];
  const halves = split(cues, 0, 4);
  expect(halves.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 2, 'one'],
    [2, 4, 'two'],
    [4, 5, 'three'],
  ]);
  expect(joined(halves, 0)).toEqual(cues);
  expect(split(cues, 0, 0)).toEqual(cues);
  expect(joined(cues, 1)).toEqual(cues);
  expect(without(cues, 0)).toEqual([cue(4, 'three')]);
});

it('follows what was saved elsewhere, and keeps what was typed meanwhile', async () => {
  const { editor, held } = world([cue(0, 'a'), cue(1, 'b')]);
  const { draft, type, state } = editor();
  const before = held();
  const suggestion = { version: 2, cues: [cue(0, 'A'), cue(1, 'b')] };
  await draft.follow(suggestion);
  expect(words(state().cues)).toEqual(['A', 'b']);
  await draft.follow(before);
  expect(words(state().cues)).toEqual(['A', 'b']);
  type(1, 'B');
  await draft.follow({ version: 3, cues: [cue(0, 'aa'), cue(1, 'b')] });
  expect(words(state().cues)).toEqual(['aa', 'B']);
  expect(state().saving).toBe('changed');
  draft.stop();
});
