import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextAreaField } from '../../../web/components/text-field.tsx';
import type { TranscriptDetail, Video } from '../../../web/contract.ts';
import { StoryPlayer } from '../../videos/web/story-player.tsx';
import { useRefusalWords } from './cue-words.ts';
import { Editor } from './editor.tsx';
import { History } from './history.tsx';
import { type Settled, transcriptQuery, useSaveWords } from './queries.ts';
import { SuggestList } from './suggest-list.tsx';
import { Suggestions } from './suggestions.tsx';
import { Downloads, Tools } from './tools.tsx';
import { useDraft } from './use-draft.ts';
import { useMoment } from './use-moment.ts';

/** The recording beside its words, of a story or a topic video. */
export function Words({ video, title }: { video: Video; title: string }) {
  const { t } = useLingui();
  const transcript = useSuspenseQuery(transcriptQuery(video.id)).data;
  const { player, time, onTime, play } = useMoment();
  const draft = useDraft(transcript);
  const { settled } = draft;
  const { canManage, cues } = transcript;
  return (
    <>
      <div className="sm:sticky sm:top-0 sm:z-10 sm:bg-paper sm:pb-3 [--player-max-height:28vh] [--player-surround:var(--sunk)]">
        <StoryPlayer video={video} title={title} ref={player} onMoment={({ at }) => onTime(at)} />
      </div>
      <Section title={t`What is said`}>
        <div className="grid gap-5">
          {canManage && <Checked transcript={transcript} settled={settled} />}
          {canManage && cues.length > 0 && (
            <Editor transcript={transcript} draft={draft} time={time} onPlay={play} />
          )}
          {canManage && cues.length === 0 && (
            <PlainWords transcript={transcript} settled={settled} />
          )}
          {!canManage && <SuggestList transcript={transcript} onPlay={play} />}
        </div>
      </Section>
      <Suggestions transcript={transcript} />
      {transcript.version > 0 && <Downloads transcript={transcript} />}
      {canManage && <History transcript={transcript} settled={settled} />}
      {canManage && <Tools transcript={transcript} settled={settled} />}
    </>
  );
}

interface Managed {
  transcript: TranscriptDetail;
  settled: Settled;
}

/** Whether a person has gone through the words, and the button that says so. */
function Checked({ transcript, settled }: Managed) {
  const save = useSaveWords(transcript.videoId, settled);
  const refusal = useRefusalWords();
  const { isChecked, version } = transcript;
  if (version === 0) return null;
  if (isChecked) {
    return (
      <p className="flex items-center gap-2 text-good">
        <Check aria-hidden="true" className="size-[1.2em]" />
        <Trans>A person has checked these words.</Trans>
      </p>
    );
  }
  return (
    <Notice title={<Trans>Not yet checked</Trans>}>
      <p>
        <Trans>Read through the words. When they are right, say so.</Trans>
      </p>
      {save.isError && <p role="status">{refusal(save.error)}</p>}
      <div>
        <Button variant="secondary" icon={Check} onPress={() => save.mutate({ isChecked: true })}>
          <Trans>These words are right</Trans>
        </Button>
      </div>
    </Notice>
  );
}

/** Words without times, written by hand. */
function PlainWords({ transcript, settled }: Managed) {
  const { t } = useLingui();
  const save = useSaveWords(transcript.videoId, settled);
  if (transcript.pending) {
    return (
      <p role="status">
        <Trans>The machine is listening…</Trans>
      </p>
    );
  }
  return (
    <Form
      onSubmit={async (values) => {
        await save.mutateAsync({ text: values.text ?? '', isChecked: true });
      }}
    >
      <TextAreaField
        name="text"
        label={t`Write down what is said`}
        hint={t`The family can read along, and find this story by its words.`}
        rows={10}
        defaultValue={transcript.text}
      />
      <Button type="submit" pendingLabel={t`Saving…`}>
        <Trans>Save</Trans>
      </Button>
    </Form>
  );
}
