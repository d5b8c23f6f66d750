import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { EarlierTelling, StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { meQuery } from '../../people/web/queries.ts';
import { RecordLink } from '../../recording/web/told-links.tsx';
import { StoryPlayer } from '../../videos/web/story-player.tsx';
import { videoQuery } from '../../videos/web/use-video.ts';
import { tellingsQuery, useShowRecording } from './queries.ts';

/** The way to tell a story once more, and what it showed before. */
export function Tellings({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const items = useQuery(tellingsQuery(story.id)).data?.items ?? [];
  const [watched, setWatched] = useState('');
  const isThere = items.some(({ videoId }) => videoId === watched);
  return (
    <>
      <TellAgain story={story} />
      {items.length > 0 && (
        <Section title={t`Earlier tellings`}>
          <p className="mb-4 text-ink-soft">
            <Trans>Only you and your keeper see these.</Trans>
          </p>
          <Rows>
            {items.map((item) => (
              <Earlier
                key={item.videoId}
                item={item}
                storyId={story.id}
                onWatch={() => setWatched(item.videoId)}
              />
            ))}
          </Rows>
          {isThere && <Watched key={watched} videoId={watched} />}
        </Section>
      )}
    </>
  );
}

function TellAgain({ story: { sharer, promptId } }: { story: StoryDetail }) {
  const { t } = useLingui();
  const { sharerId } = useSuspenseQuery(meQuery).data;
  // Nobody records for somebody else by mistake: a keeper does in the storyteller's own pages alone.
  if (sharerId !== sharer.id || promptId === null) return null;
  return (
    <Section title={t`Tell it again`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">
          <Trans>The recording that is here is kept. Notes and who may watch stay the same.</Trans>
        </p>
        <RecordLink subject={{ promptId }} again variant="secondary">
          <Trans>Record it anew</Trans>
        </RecordLink>
      </div>
    </Section>
  );
}

interface EarlierProps {
  item: EarlierTelling;
  storyId: string;
  onWatch: () => void;
}

function Earlier({ item, storyId, onWatch }: EarlierProps) {
  const format = useFormat();
  const words = useErrorWords();
  const show = useShowRecording(storyId);
  const when = format.dateTime(item.dateRecorded);
  return (
    <Row
      title={when}
      about={
        <>
          {item.status === 'ERRORED' && <Trans>Something went wrong, and it is safe</Trans>}
          {item.duration !== null && format.length(item.duration)}
          {show.isError && (
            <span role="status" className="block font-semibold text-stop">
              {words(show.error)}
            </span>
          )}
        </>
      }
      action={
        <span className="flex flex-wrap gap-x-4">
          {item.status === 'READY' && (
            <Button variant="quiet" onPress={onWatch}>
              <Trans>Watch it</Trans>
            </Button>
          )}
          <Button
            variant="secondary"
            isPending={show.isPending}
            onPress={() => show.mutate(item.videoId)}
          >
            <Trans>Bring it back</Trans>
          </Button>
        </span>
      }
    />
  );
}

function Watched({ videoId }: { videoId: string }) {
  const { t } = useLingui();
  const { data: video } = useQuery(videoQuery(videoId));
  return (
    <div className="mt-6">
      {video && <StoryPlayer video={video} title={t`An earlier telling`} />}
    </div>
  );
}
