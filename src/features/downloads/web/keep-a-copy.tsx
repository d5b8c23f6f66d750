import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Video } from '../../../web/contract.ts';
import { CopyAction } from './copy-action.tsx';
import { useCopyWords, useQualityWords } from './copy-words.tsx';
import { type CopyOf, copiesOfQuery, type Quality } from './queries.ts';

interface KeepACopyProps {
  of: CopyOf;
  video: Video;
}

/**
 * A button that opens what can be kept of a recording, below it and what stands beside it; nothing while it
 * cannot be watched.
 */
export function KeepACopy({ of, video }: KeepACopyProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (video.status !== 'READY') return null;
  return (
    <>
      <Button
        variant="secondary"
        icon={Download}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        <Trans>Keep a copy</Trans>
      </Button>
      {isOpen && (
        <div id={id} className="order-last grid w-full max-w-3xl gap-4">
          <Choices of={of} video={video} />
        </div>
      )}
    </>
  );
}

function Choices({ of, video }: KeepACopyProps) {
  const copies = useQuery(copiesOfQuery(of));
  const name = useQualityWords();
  const state = useCopyWords();
  return (
    <>
      <Rows>
        {qualitiesOf(video).map((quality) => {
          const copy = copies.data?.items.find((one) => one.quality === quality);
          const words = name(quality, video.hasPicture === true);
          return (
            <Row
              key={quality}
              title={words.name}
              about={<span role="status">{copy === undefined ? words.hint : state(copy)}</span>}
              action={
                copies.isSuccess && <CopyAction {...{ of, quality, copy }} name={words.name} />
              }
            />
          );
        })}
      </Rows>
      <p className="text-ink-soft">
        <Trans>A copy stays on your device. Keep it among those it was told to.</Trans>{' '}
        <TextLink to="/downloads">
          <Trans>See all my copies</Trans>
        </TextLink>
      </p>
    </>
  );
}

/** What there is to choose from: a voice is a file of its own only beside a picture. */
function qualitiesOf({ hasPicture, playback }: Video): Quality[] {
  return [
    'high',
    ...(hasPicture ? (['audio'] as const) : []),
    ...(playback?.original ? (['original'] as const) : []),
  ];
}
