import { Page } from '../../../web/components/page.tsx';
import type { PromptDetail } from '../../../web/contract.ts';
import { RecordingWaits } from '../../subscriptions/web/recording-waits.tsx';
import { BackToTopic } from './back-to-topic.tsx';

/** The question, and why it cannot be answered just now. */
export function StartWaits({ prompt }: { prompt: PromptDetail }) {
  return (
    <Page storyteller heading="question" title={prompt.text} back={<BackToTopic prompt={prompt} />}>
      <RecordingWaits />
    </Page>
  );
}
