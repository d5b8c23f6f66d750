import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { createAutosave, type DraftState } from './autosave.ts';
import { loadTranscript, saveTranscript, transcriptQuery } from './queries.ts';

export type Draft = ReturnType<typeof useDraft>;

/** A transcript that is being mended, and saves itself. It follows what is changed beside it. */
export function useDraft(transcript: TranscriptDetail) {
  const client = useQueryClient();
  const { videoId } = transcript;
  const { queryKey } = transcriptQuery(videoId);
  const newest = () => client.getQueryData(queryKey);
  const keep = (saved: TranscriptDetail) => {
    client.setQueryData(queryKey, saved);
    return saved;
  };
  const [state, setState] = useState<DraftState>({
    cues: transcript.cues,
    canUndo: false,
    saving: 'saved',
    problem: null,
    clashes: [],
  });
  const latest = useRef(state);
  const draft = useRef<ReturnType<typeof createAutosave>>(undefined);
  draft.current ??= createAutosave({
    first: transcript,
    load: async () => keep(await loadTranscript(videoId)),
    save: saver(transcript, () => newest() ?? transcript, keep),
    onState: (next) => {
      latest.current = next;
      setState(next);
    },
  });
  useEffect(() => void draft.current?.follow(transcript), [transcript]);
  useEffect(() => {
    const flush = () => void draft.current?.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('online', flush);
      flush();
    };
  }, []);
  const unsaved = useRef(false);
  unsaved.current = state.saving !== 'saved';
  /** Nothing typed may be lost to what else is done: the newest words, once they are saved. */
  const settled = async (): Promise<TranscriptDetail> => {
    await draft.current?.flush();
    // merged with what somebody else saved at the same moment
    if (latest.current.saving === 'changed') await draft.current?.flush();
    const { saving, problem } = latest.current;
    if (saving !== 'saved') {
      throw problem ?? new ApiError(412, 'changed-meanwhile', 'some words are not saved');
    }
    return newest() ?? transcript;
  };
  return { state, draft: draft.current, settled };
}

/** Saves of one visit are one version, until somebody else's come between. */
function saver(
  first: TranscriptDetail,
  newest: () => TranscriptDetail,
  onSaved: (saved: TranscriptDetail) => TranscriptDetail,
) {
  let editSession = crypto.randomUUID();
  let last = first.version;
  return async (cues: TranscriptDetail['cues'], version: number) => {
    if (version !== last) editSession = crypto.randomUUID();
    const { language, isChecked } = newest();
    const saved = await saveTranscript(first.videoId, version, {
      cues,
      language,
      isChecked,
      editSession,
    });
    last = saved.version;
    onSaved(saved);
    return saved;
  };
}
