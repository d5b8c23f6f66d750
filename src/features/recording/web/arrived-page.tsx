import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useFormat } from '../../../web/format.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { BackToTopic } from './back-to-topic.tsx';
import { clockWords } from './clock.ts';
import { DidNotWork } from './did-not-work.tsx';
import { DoNotKeep } from './do-not-keep.tsx';
import { type UntoldRecording, useDropArrived, useKeepArrived } from './queries.ts';
import { SendAndShare } from './send-and-share.tsx';
import type { Telling } from './use-telling.ts';

interface ArrivedProps {
  telling: Telling;
  arrived: UntoldRecording;
}

/** The server has this recording, or the first part of it; this device has nothing. */
export function ArrivedPage({ telling, arrived }: ArrivedProps) {
  const { t } = useLingui();
  const whose = useWhose();
  const title = arrived.complete
    ? whose({ own: t`Your story is safe`, theirs: t`The story is safe` })
    : whose({ own: t`Part of your story has arrived`, theirs: t`Part of the story has arrived` });
  const back = <BackToTopic telling={telling} />;
  return (
    <Page storyteller title={title} eyebrow={telling.text} back={back}>
      {arrived.complete ? (
        <SendAndShare
          telling={telling}
          state={{ phase: 'safe', videoId: arrived.videoId }}
          kept
          onRetry={() => {}}
          onTold={() => {}}
        />
      ) : (
        <Part arrived={arrived} />
      )}
    </Page>
  );
}

function Part({ arrived }: Pick<ArrivedProps, 'arrived'>) {
  const format = useFormat();
  const keep = useKeepArrived();
  const drop = useDropArrived();
  const when = format.dateTime(arrived.startedAt);
  const much = arrived.seconds === null ? format.size(arrived.bytes) : clockWords(arrived.seconds);
  return (
    <div className="grid max-w-2xl gap-6">
      <Notice
        title={
          <Trans>
            It was recorded on {when}, and arrived up to {much}
          </Trans>
        }
      >
        <Trans>
          The rest may still be on the device that recorded it. Open Telloom there, and it goes on
          by itself.
        </Trans>
      </Notice>
      <DidNotWork error={keep.error ?? drop.error} />
      <p>
        <Trans>If that device will not come back, keep what is here.</Trans>
      </p>
      <div className="grid justify-items-start gap-4">
        <Button icon={Check} onPress={() => keep.mutate(arrived)} isPending={keep.isPending}>
          <Trans>Keep what has arrived</Trans>
        </Button>
        <DoNotKeep onConfirm={() => drop.mutate(arrived)} />
      </div>
    </div>
  );
}
