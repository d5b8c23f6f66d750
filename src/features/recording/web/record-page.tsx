import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { subscriptionQuery } from '../../subscriptions/web/queries.ts';
import { ArrivedPage } from './arrived-page.tsx';
import { ElsewherePage } from './elsewhere-page.tsx';
import { type UntoldRecording, untoldQuery } from './queries.ts';
import { RecordSteps } from './record-steps.tsx';
import type { Outgoing } from './sender.ts';
import { useOutgoing, useSender } from './sender-context.tsx';
import { StartWaits } from './start-waits.tsx';
import { Told } from './told.tsx';
import { usePrompt } from './use-prompt.ts';

/** `/record/$promptId`: one question, answered to the camera or the microphone. */
export default function RecordPage() {
  const { promptId } = useParams({ from: '/app/record/$promptId' });
  return <Record key={promptId} promptId={promptId} />;
}

/** What was there when the page opened. What is recorded on it afterwards does not change it. */
interface Found {
  here: Outgoing | null;
  arrived: UntoldRecording | undefined;
  waits: boolean;
}

function Record({ promptId }: { promptId: string }) {
  const { prompt, me } = usePrompt(promptId);
  const sending = useSender();
  const here = useOutgoing().findLast(({ recording }) => recording.promptId === promptId) ?? null;
  const untold = useQuery({ ...untoldQuery, enabled: me.sharerId !== null, retry: false });
  const subscription = useQuery({ ...subscriptionQuery, retry: false });
  const [found, setFound] = useState<Found | null>(null);

  const arrived = untold.data?.items.find((item) => item.promptId === promptId);
  const elsewhere = here?.phase === 'elsewhere';
  const waits = subscription.data?.mayRecord === false;
  const asking = untold.isLoading || subscription.isLoading;
  // The disk, or the server, has not answered yet.
  const reading = here !== null && here.tape === null && here.phase !== 'failed';
  if (found === null && sending && !asking && !elsewhere && !reading) {
    setFound({ here, arrived, waits });
  }
  if (prompt.responseId) return <Told question={prompt.text} storyId={prompt.responseId} />;
  if (found === null && elsewhere) return <ElsewherePage prompt={prompt} />;
  if (found === null || !sending) return <LoadingPage />;
  if (!found.here && found.arrived && arrived) {
    return <ArrivedPage prompt={prompt} arrived={arrived} />;
  }
  // What was recorded before goes on being sent, and nobody is interrupted who has begun.
  if (found.waits && waits && !found.here) return <StartWaits prompt={prompt} />;
  const about = { personId: me.id, promptId, question: prompt.text };
  return <RecordSteps {...{ prompt, about, found: found.here, ...sending }} />;
}
