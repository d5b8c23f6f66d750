import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { useRecordingWaits } from '../../subscriptions/web/queries.ts';
import { RecordSteps } from './record-steps.tsx';
import { createSliceStore } from './slice-store.ts';
import { StartWaits } from './start-waits.tsx';
import { Told } from './told.tsx';
import { usePrompt } from './use-prompt.ts';

/** `/record/$promptId`: one question, answered to the camera or the microphone. */
export default function RecordPage() {
  const { promptId } = useParams({ from: '/app/record/$promptId' });
  const { prompt, me, prepare } = usePrompt(promptId);
  const [store] = useState(createSliceStore);
  const waits = useRecordingWaits();
  const key = `${me.id}/${promptId}`;
  const unsent = useQuery({
    queryKey: ['unsent-recording', key],
    queryFn: () => store.find(key),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (prompt.responseId) return <Told question={prompt.text} storyId={prompt.responseId} />;
  if (unsent.isPending) return <LoadingPage />;
  // What was recorded before can still be watched, and goes on being sent.
  if (waits && !unsent.data) return <StartWaits prompt={prompt} />;
  const steps = { prompt, store, prepare, storeKey: key, unsent: unsent.data ?? null };
  return <RecordSteps key={key} {...steps} />;
}
