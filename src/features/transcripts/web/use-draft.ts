import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { createAutosave, type DraftState } from './autosave.ts';
import { loadTranscript, saveTranscript, transcriptQuery } from './queries.ts';

/** A transcript that is being mended, and saves itself. */
export function useDraft(first: TranscriptDetail) {
  const client = useQueryClient();
  const { videoId } = first;
  const [state, setState] = useState<DraftState>({
    cues: first.cues,
    canUndo: false,
    saving: 'saved',
    problem: null,
    clashes: [],
  });
  const draft = useRef<ReturnType<typeof createAutosave>>(undefined);
  draft.current ??= createAutosave({
    first,
    load: () => loadTranscript(videoId),
    save: saver(first, (saved) => client.setQueryData(transcriptQuery(videoId).queryKey, saved)),
    onState: setState,
  });
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
  return { state, draft: draft.current };
}

/** Saves of one visit are one version, until somebody else's come between. */
function saver(first: TranscriptDetail, onSaved: (saved: TranscriptDetail) => void) {
  let editSession = crypto.randomUUID();
  let last = first.version;
  return async (cues: TranscriptDetail['cues'], version: number) => {
    if (version !== last) editSession = crypto.randomUUID();
    const { language, isChecked } = first;
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
