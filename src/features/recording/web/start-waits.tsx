import { Page } from '../../../web/components/page.tsx';
import { RecordingWaits } from '../../subscriptions/web/recording-waits.tsx';
import { BackToTopic } from './back-to-topic.tsx';
import type { Telling } from './use-telling.ts';

/** The question, and why it cannot be answered just now. */
export function StartWaits({ telling }: { telling: Telling }) {
  return (
    <Page
      storyteller
      heading="question"
      title={telling.text}
      back={<BackToTopic telling={telling} />}
    >
      <RecordingWaits />
    </Page>
  );
}
