import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { BackToTopic } from './back-to-topic.tsx';
import type { Telling } from './use-telling.ts';

/** Two windows at once: the other one has this recording. */
export function ElsewherePage({ telling }: { telling: Telling }) {
  return (
    <Page
      storyteller
      title={telling.text}
      heading="question"
      back={<BackToTopic telling={telling} />}
    >
      <Notice live title={<Trans>Another window is busy with this story</Trans>}>
        <Trans>Go on there. When that window is closed, you can go on here.</Trans>
      </Notice>
    </Page>
  );
}
