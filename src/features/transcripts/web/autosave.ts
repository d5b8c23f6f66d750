import { ApiError } from '../../../web/api.ts';
import type { Cue } from '../webvtt.ts';
import { type Clash, mergeCues } from './merge.ts';

export interface Saved {
  version: number;
  cues: Cue[];
}

export interface DraftState {
  cues: readonly Cue[];
  canUndo: boolean;
  saving: 'saved' | 'changed' | 'saving' | 'failed';
  /** Why the last try failed. */
  problem: unknown;
  /** Somebody else changed the same words; nothing is saved before the person has chosen. */
  clashes: readonly Clash[];
}

export interface AutosaveParts {
  first: Saved;
  /** Rejects with an ApiError that `is('changed-meanwhile')` when `version` is no longer the newest. */
  save: (cues: Cue[], version: number) => Promise<Saved>;
  load: () => Promise<Saved>;
  onState: (state: DraftState) => void;
  /** Milliseconds without a key before it is saved. */
  pauseMs?: number;
}

/** As many steps as anybody goes back. */
const MOST_STEPS = 200;

/**
 * Keeps a draft and saves it by itself. What another person saved meanwhile is merged in; where
 * both changed the same words, the person is asked, and neither text is lost.
 */
export function createAutosave({ first, save, load, onState, pauseMs = 1500 }: AutosaveParts) {
  let base = first;
  let mine: Cue[] = first.cues;
  let past: { cues: Cue[]; step: string }[] = [];
  let saving: DraftState['saving'] = 'saved';
  let problem: unknown = null;
  let theirs: Saved | null = null;
  let clashes: readonly Clash[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const tell = () => onState({ cues: mine, canUndo: past.length > 0, saving, problem, clashes });

  function later() {
    clearTimeout(timer);
    if (theirs === null) timer = setTimeout(() => void flush(), pauseMs);
  }

  /** `step` names what is changed, so that a word typed is one step back and not six. */
  function change(cues: Cue[], step: string) {
    if (past.at(-1)?.step !== step || step === '') past.push({ cues: mine, step });
    past = past.slice(-MOST_STEPS);
    mine = cues;
    saving = 'changed';
    tell();
    later();
  }

  function undo() {
    const last = past.pop();
    if (!last) return;
    mine = last.cues;
    saving = 'changed';
    tell();
    later();
  }

  /** Saves what is not saved yet; resolves when nothing is left to do, or nothing can be done. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    await running;
    if (saving === 'saved' || theirs !== null) return;
    running = saveOnce().finally(() => {
      running = null;
    });
    await running;
  }

  async function saveOnce() {
    const sent = mine;
    saving = 'saving';
    problem = null;
    tell();
    try {
      base = await save(
        sent.filter((cue) => cue.text.trim() !== ''),
        base.version,
      );
      // what was typed while it was on its way is saved next
      saving = mine === sent ? 'saved' : 'changed';
      if (saving === 'changed') later();
    } catch (error) {
      saving = 'failed';
      problem = error;
      if (error instanceof ApiError && error.is('changed-meanwhile')) await meet();
    }
    tell();
  }

  async function meet() {
    const now = await load().catch((error: unknown) => {
      problem = error;
    });
    if (now) join(now);
  }

  function join(now: Saved) {
    const merged = mergeCues(base.cues, mine, now.cues, 'mine');
    saving = 'changed';
    problem = null;
    if (merged.clashes.length > 0) {
      theirs = now;
      clashes = merged.clashes;
    } else {
      settle(now, merged.cues);
    }
  }

  /** What was saved elsewhere: an accepted suggestion, an earlier version, a machine's new try. */
  async function follow(now: Saved) {
    await running;
    if (now.version <= base.version || theirs !== null) return;
    if (saving === 'saved') {
      base = now;
      mine = now.cues;
      past = [];
    } else {
      join(now);
    }
    tell();
  }

  function settle(now: Saved, cues: Cue[]) {
    past.push({ cues: mine, step: '' });
    base = now;
    mine = cues;
    theirs = null;
    clashes = [];
    later();
  }

  function choose(prefer: 'mine' | 'theirs') {
    if (theirs === null) return;
    settle(theirs, mergeCues(base.cues, mine, theirs.cues, prefer).cues);
    tell();
  }

  return { change, undo, flush, follow, choose, stop: () => clearTimeout(timer) };
}
