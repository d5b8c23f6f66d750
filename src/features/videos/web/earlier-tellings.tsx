import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { EarlierTelling } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { StoryPlayer } from './story-player.tsx';
import { type Teller, tellingsQuery, useShowRecording } from './tellings-queries.ts';
import { videoQuery } from './use-video.ts';

/** What a story or a topic video showed before, for its managers. Nothing where that is nothing. */
export function EarlierTellings({ teller }: { teller: Teller }) {
  const { t } = useLingui();
  const whose = useWhose();
  const items = useQuery(tellingsQuery(teller)).data?.items ?? [];
  const [watched, setWatched] = useState('');
  const isThere = items.some(({ videoId }) => videoId === watched);
  if (items.length === 0) return null;
  return (
    <Section title={t`Earlier tellings`}>
      <p className="mb-4 text-ink-soft">
        {whose({
          own: t`Only you and your keeper see these.`,
          theirs: t`Only you and the storyteller see these.`,
          named: (name) => t`Only you and ${name} see these.`,
        })}
      </p>
      <Rows>
        {items.map((item) => (
          <Earlier
            key={item.videoId}
            item={item}
            teller={teller}
            onWatch={() => setWatched(item.videoId)}
          />
        ))}
      </Rows>
      {isThere && <Watched key={watched} videoId={watched} />}
    </Section>
  );
}

interface EarlierProps {
  item: EarlierTelling;
  teller: Teller;
  onWatch: () => void;
}

function Earlier({ item, teller, onWatch }: EarlierProps) {
  const format = useFormat();
  const words = useErrorWords();
  const show = useShowRecording(teller);
  const when = format.dateTime(item.dateRecorded);
  return (
    <Row
      title={when}
      about={
        <>
          {item.status === 'ERRORED' && <Trans>Something went wrong, and it is safe</Trans>}
          {item.duration !== null && format.length(item.duration)}
          {item.isTrimmed && (
            <>
              {' '}
              <Trans>(a part of it)</Trans>
            </>
          )}
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
