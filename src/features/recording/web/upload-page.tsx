import { Trans, useLingui } from '@lingui/react/macro';
import { useParams, useSearch } from '@tanstack/react-router';
import { FileVideo, FolderOpen, Send } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { actingFor } from '../../../web/acting-for.ts';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useFormat } from '../../../web/format.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { useRecordingWaits } from '../../subscriptions/web/queries.ts';
import { BackToTopic } from './back-to-topic.tsx';
import { dropVideo } from './queries.ts';
import { SendAndShare } from './send-and-share.tsx';
import { StartWaits } from './start-waits.tsx';
import { Told } from './told.tsx';
import { wholeFile } from './tus-upload.ts';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useSending } from './use-sending.ts';
import { type Telling, usePromptTelling, useTeller, useTopicTelling } from './use-telling.ts';
import { useUnsentGuard } from './use-unsent-guard.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** `/upload/$promptId`: an answer that was recorded elsewhere. */
export default function UploadPage() {
  const { promptId } = useParams({ from: '/app/upload/$promptId' });
  const { again = false } = useSearch({ from: '/app/upload/$promptId' });
  return <Upload telling={usePromptTelling(promptId)} again={again} />;
}

/** `/upload/topic/$topicId`: a topic summed up, recorded elsewhere. */
export function UploadTopicPage() {
  const { topicId } = useParams({ from: '/app/upload/topic/$topicId' });
  return <Upload telling={useTopicTelling(topicId)} again />;
}

function Upload({ telling, again }: { telling: Telling; again: boolean }) {
  const { t } = useLingui();
  const { prepare } = useTeller();
  const [file, setFile] = useState<File | null>(null);
  const waits = useRecordingWaits();
  const sending = useSending(prepare);
  const told = useRef(false);
  const { phase } = sending.state;
  useUnsentGuard(phase !== 'idle', told);
  useWakeLock(phase === 'sending');
  useHeadingFocus(phase === 'idle' ? 'choose' : 'send');
  const whose = useWhose();

  if (telling.storyId !== null && !again) {
    return <Told question={telling.text} storyId={telling.storyId} />;
  }
  if (waits && phase === 'idle') return <StartWaits telling={telling} />;
  const send = () => {
    if (!file) return;
    sending.start({
      ...telling.subject,
      actingFor,
      kind: file.type.startsWith('audio/') ? 'audio' : 'video',
      contentType: file.type || 'application/octet-stream',
      fileName: file.name,
      source: wholeFile(file),
      digest: () => digest(file),
    });
  };
  const cancel = async () => {
    const { place } = sending;
    sending.cancel();
    // What arrived of it may stay on the server until it is cleared away.
    if (place) await dropVideo(place.videoId).catch((error: unknown) => console.error(error));
  };
  const safe = whose({ own: t`Your story is safe`, theirs: t`The story is safe` });
  const sent = whose({ own: t`Sending your story`, theirs: t`Sending the story` });
  const title = phase === 'idle' ? t`Use a recording you have` : phase === 'safe' ? safe : sent;
  const back = <BackToTopic telling={telling} />;
  return (
    <Page storyteller title={title} eyebrow={telling.text} back={back}>
      <div className="grid gap-6">
        {file && phase !== 'safe' && <Chosen file={file} />}
        {phase === 'idle' ? (
          <Choose file={file} onFile={setFile} onSend={send} />
        ) : (
          <SendAndShare
            telling={telling}
            state={sending.state}
            kept={false}
            onRetry={send}
            onTold={() => {
              told.current = true;
            }}
          >
            <div>
              <Button variant="secondary" onPress={cancel}>
                {phase === 'failed' ? <Trans>Choose another</Trans> : <Trans>Cancel</Trans>}
              </Button>
            </div>
          </SendAndShare>
        )}
      </div>
    </Page>
  );
}

/** The code for it comes only with the first file. */
const digest = async (file: File) => (await import('./sha256.ts')).digestOf(file);

function Chosen({ file }: { file: File }) {
  const format = useFormat();
  return (
    <div className="hairline flex items-center gap-4 rounded-card bg-card p-5">
      <FileVideo aria-hidden="true" className="size-9 shrink-0 text-thread" />
      <p className="min-w-0">
        <span className="block font-semibold break-words">{file.name}</span>
        <span className="text-ink-soft">{format.size(file.size)}</span>
      </p>
    </div>
  );
}

function Choose(props: { file: File | null; onFile: (file: File) => void; onSend: () => void }) {
  const { file, onFile, onSend } = props;
  const empty = file?.size === 0;
  return (
    <>
      {!file && (
        <p>
          <Trans>A video or a sound recording, from this device.</Trans>
        </p>
      )}
      {empty && (
        <Notice live tone="stop" title={<Trans>There is nothing in this file</Trans>}>
          <Trans>Choose another one.</Trans>
        </Notice>
      )}
      <div className="flex flex-wrap gap-4">
        {file && !empty && (
          <Button icon={Send} onPress={onSend}>
            <Trans>Send it</Trans>
          </Button>
        )}
        <FileTrigger
          acceptedFileTypes={['video/*', 'audio/*']}
          onSelect={(files) => files?.[0] && onFile(files[0])}
        >
          <Button variant={file && !empty ? 'secondary' : 'primary'} icon={FolderOpen}>
            {file ? <Trans>Choose another</Trans> : <Trans>Choose a recording</Trans>}
          </Button>
        </FileTrigger>
      </div>
    </>
  );
}
