import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { actingFor } from '../../../web/acting-for.ts';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { subscriptionQuery } from '../../subscriptions/web/queries.ts';
import { ArrivedPage } from './arrived-page.tsx';
import { ElsewherePage } from './elsewhere-page.tsx';
import { isSame } from './kept-recording.ts';
import type { Outgoing } from './outgoing.ts';
import { subjectOfUntold, type UntoldRecording, untoldQuery } from './queries.ts';
import { RecordSteps } from './record-steps.tsx';
import { useOutgoing, useSender } from './sender-context.tsx';
import { StartWaits } from './start-waits.tsx';
import { Told } from './told.tsx';
import { type Telling, usePromptTelling, useTeller, useTopicTelling } from './use-telling.ts';

/** `/record/$promptId`: one question, answered to the camera or the microphone. */
export default function RecordPage() {
  const { promptId } = useParams({ from: '/app/record/$promptId' });
  const { again = false } = useSearch({ from: '/app/record/$promptId' });
  return <Record key={promptId} telling={usePromptTelling(promptId)} again={again} />;
}

/** `/record/topic/$topicId`: a topic, summed up. */
export function RecordTopicPage() {
  const { topicId } = useParams({ from: '/app/record/topic/$topicId' });
  return <Record key={topicId} telling={useTopicTelling(topicId)} again />;
}

/** What was there when the page opened. What is recorded on it afterwards does not change it. */
interface Found {
  here: Outgoing | null;
  arrived: UntoldRecording | undefined;
  waits: boolean;
  /** The story that the question had. */
  storyId: string | null;
}

function Record({ telling, again }: { telling: Telling; again: boolean }) {
  const { subject, text: question, storyId } = telling;
  const { me } = useTeller();
  const sending = useSender();
  const here = useOutgoing().findLast(({ recording }) => isSame(subject, recording)) ?? null;
  const untold = useQuery({ ...untoldQuery, enabled: me.sharerId !== null, retry: false });
  const subscription = useQuery({ ...subscriptionQuery, retry: false });
  const [found, setFound] = useState<Found | null>(null);

  const arrived = untold.data?.items.find((item) => isSame(subject, subjectOfUntold(item)));
  const elsewhere = here?.phase === 'elsewhere';
  const waits = subscription.data?.mayRecord === false;
  const asking = untold.isLoading || subscription.isLoading;
  // The disk, or the server, has not answered yet.
  const reading = here !== null && here.tape === null && here.phase !== 'failed';
  if (found === null && sending && !asking && !elsewhere && !reading) {
    setFound({ here, arrived, waits, storyId });
  }
  if (found === null && elsewhere) return <ElsewherePage telling={telling} />;
  if (found === null || !sending) return <LoadingPage />;
  // What was recorded for it all the same, here or on another device, is not to be lost.
  if (found.storyId !== null && !again && !found.here && !found.arrived) {
    return <Told question={question} storyId={found.storyId} />;
  }
  if (!found.here && found.arrived && arrived) {
    return <ArrivedPage telling={telling} arrived={arrived} />;
  }
  // What was recorded before goes on being sent, and nobody is interrupted who has begun.
  if (found.waits && waits && !found.here) return <StartWaits telling={telling} />;
  const about = { personId: me.id, actingFor, ...subject, question };
  return <RecordSteps {...{ telling, about, found: found.here, ...sending }} />;
}
