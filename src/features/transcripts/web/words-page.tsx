import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextAreaField } from '../../../web/components/text-field.tsx';
import type { TranscriptDetail, Video } from '../../../web/contract.ts';
import { storyQuery } from '../../responses/web/queries.ts';
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

/** The words of a story: mended by those who manage it, corrected by suggestion by the others. */
export function WordsPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId/words' });
  const story = useSuspenseQuery(storyQuery(storyId)).data;
  const { t } = useLingui();
  return (
    <Page
      title={t`The words of this story`}
      eyebrow={story.question}
      back={
        <BackLink to="/stories/$storyId" params={{ storyId }}>
          <Trans>Back to the story</Trans>
        </BackLink>
      }
    >
      {story.video ? (
        <Words key={story.video.id} video={story.video} title={story.question ?? t`A story`} />
      ) : (
        <p>
          <Trans>This story has no recording.</Trans>
        </p>
      )}
    </Page>
  );
}

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
      <div className="sm:sticky sm:top-0 sm:z-10 sm:bg-paper sm:pb-3 [--player-max-height:40vh]">
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
        hint={t`Your family can read along, and find this story by its words.`}
        rows={10}
        defaultValue={transcript.text}
      />
      <Button type="submit" pendingLabel={t`Saving…`}>
        <Trans>Save</Trans>
      </Button>
    </Form>
  );
}
