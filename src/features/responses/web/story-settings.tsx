import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { Section } from '../../../web/components/section.tsx';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import { TextAreaField } from '../../../web/components/text-field.tsx';
import type { PrivacyLevel, StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { TellAgain } from '../../recording/web/tell-again.tsx';
import { useAskSummary } from '../../transcripts/web/queries.ts';
import { EarlierTellings } from '../../videos/web/earlier-tellings.tsx';
import { Audience } from './audience.tsx';
import { useChangeStory, useDeleteStory } from './queries.ts';
import { Summary } from './summary.tsx';
import { Trimming } from './trimming.tsx';

type Seek = (seconds: number) => void;

/** What the owner of a story can change: who may watch, what is written about it, and its end. */
export function StorySettings({ story, onSeek }: { story: StoryDetail; onSeek: Seek }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`Who may watch`}>
        <Privacy story={story} />
        <Audience storyId={story.id} />
      </Section>
      <Section title={t`About this story`}>
        <div className="grid gap-8">
          <Written
            story={story}
            name="summary"
            label={t`In a few words`}
            hint={t`Helps your family find this story again.`}
            shown={story.summary ? <Summary story={story} onSeek={onSeek} /> : null}
          />
          <AskSummary story={story} />
          <Written
            story={story}
            name="responseNotes"
            label={t`Notes`}
            hint={t`Names, dates, or anything you forgot to say.`}
          />
        </div>
      </Section>
      {story.videoStatus === 'READY' && <Trimming storyId={story.id} />}
      {story.promptId !== null && (
        <TellAgain sharerId={story.sharer.id} subject={{ promptId: story.promptId }}>
          <Trans>The recording that is here is kept. Notes and who may watch stay the same.</Trans>
        </TellAgain>
      )}
      <EarlierTellings teller={{ kind: 'stories', id: story.id }} />
      <Section title={t`Delete`}>
        <Delete story={story} />
      </Section>
    </>
  );
}

function Privacy({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const words = usePrivacyWords();
  const change = useChangeStory(story.id);
  const now = words[story.privacyLevel];
  const choices: PrivacyLevel[] = ['Private', 'Public'];
  return (
    <Editable
      name={t`Who may watch`}
      value={
        <>
          <span className="font-semibold">{now.label}.</span>{' '}
          <span className="text-ink-soft">{now.hint}</span>
        </>
      }
      onSave={async (values) => {
        await change.mutateAsync({ privacyLevel: values.privacyLevel as PrivacyLevel });
      }}
      required={{ privacyLevel: t`Choose who may watch.` }}
    >
      <RadioCards
        name="privacyLevel"
        label={t`Who may watch this story?`}
        defaultValue={story.privacyLevel}
        cards={choices.map((value) => ({ value, ...words[value] }))}
      />
    </Editable>
  );
}

interface WrittenProps {
  story: StoryDetail;
  name: 'summary' | 'responseNotes';
  label: string;
  hint: string;
  /** Instead of the plain text. */
  shown?: ReactNode;
}

function Written({ story, name, label, hint, shown }: WrittenProps) {
  const change = useChangeStory(story.id);
  const text = story[name];
  const empty: ReactNode = (
    <span className="text-ink-soft">
      <Trans>Nothing written yet.</Trans>
    </span>
  );
  return (
    <div className="grid gap-1">
      <h3 className="font-body font-semibold">{label}</h3>
      <Editable
        name={label}
        value={shown ?? (text ? <span className="whitespace-pre-line">{text}</span> : empty)}
        onSave={async (values) => {
          await change.mutateAsync({ [name]: values[name] ?? '' });
        }}
      >
        <TextAreaField name={name} label={label} hint={hint} rows={5} defaultValue={text ?? ''} />
      </Editable>
    </div>
  );
}

/** Where no person has written a summary: a machine may. */
function AskSummary({ story }: { story: StoryDetail }) {
  const ask = useAskSummary(story.videoId ?? '');
  const words = useErrorWords();
  const { summary, summaryByMachine, video } = story;
  if (!video?.transcript || (summary && !summaryByMachine)) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="secondary" onPress={() => ask.mutate()}>
        <Trans>Have a summary made</Trans>
      </Button>
      <p role="status" className="text-ink-soft">
        {ask.isError && words(ask.error)}
        {ask.isSuccess && <Trans>It is on its way. Open the page again in a moment.</Trans>}
      </p>
    </div>
  );
}

function Delete({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const remove = useDeleteStory(story.id);
  return (
    <AskFirst
      label={<Trans>Delete this story</Trans>}
      question={t`Delete this story and its recording?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Delete it for good</Trans>}
      pendingLabel={t`Deleting…`}
      onConfirm={async () => {
        await remove.mutateAsync();
        await navigate({ to: '/stories', replace: true });
      }}
    >
      <Trans>None of it comes back, nor what you told before.</Trans>
    </AskFirst>
  );
}
