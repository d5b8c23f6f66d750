import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { TellAgain } from '../../recording/web/tell-again.tsx';
import { useAskSummary } from '../../transcripts/web/queries.ts';
import { EarlierTellings } from '../../videos/web/earlier-tellings.tsx';
import type { Teller } from '../../videos/web/tellings-queries.ts';
import { WayToTrim } from '../../videos/web/trimming/way-to-trim.tsx';
import { Audience } from './audience.tsx';
import { useDeleteStory } from './queries.ts';
import { SharingSetting } from './sharing.tsx';
import { WrittenFields } from './written-fields.tsx';

type Seek = (seconds: number) => void;

/** What the owner of a story can change: who may watch, what is written about it, and its end. */
export function StorySettings({ story, onSeek }: { story: StoryDetail; onSeek: Seek }) {
  const { t } = useLingui();
  const teller: Teller = { kind: 'stories', id: story.id };
  return (
    <>
      <Section title={t`Who may watch`}>
        <SharingSetting storyId={story.id} />
        <Audience storyId={story.id} />
      </Section>
      <Section title={t`About this story`}>
        <WrittenFields story={story} onSeek={onSeek}>
          <AskSummary story={story} />
        </WrittenFields>
      </Section>
      {story.videoStatus === 'READY' && <WayToTrim teller={teller} />}
      {story.promptId !== null && (
        <TellAgain sharerId={story.sharer.id} subject={{ promptId: story.promptId }}>
          <Trans>The recording that is here is kept. Notes and who may watch stay the same.</Trans>
        </TellAgain>
      )}
      <EarlierTellings teller={teller} />
      <Section title={t`Delete`}>
        <Delete story={story} />
      </Section>
    </>
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
