import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Cloth } from '../../../web/components/cloth.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, TextLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Copy } from '../../../web/contract.ts';
import { meQuery } from '../../people/web/queries.ts';
import { CopyAction } from './copy-action.tsx';
import { useCopyWords, useQualityWords } from './copy-words.tsx';
import { type CopyOf, copiesQuery, useTakeOffCopy } from './queries.ts';

/** `/downloads`: the copies that somebody asked for, and how they stand. */
export function DownloadsPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(copiesQuery);
  const copies = list.data.pages.flatMap((page) => page.items);
  return (
    <Page title={t`My copies`} back={<Back />}>
      {copies.length === 0 ? (
        <EmptyState title={t`No copies yet`}>
          <p>
            <Trans>Open a story and press “Keep a copy”. Then it is here.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Rows>
          {copies.map((copy) => (
            <CopyRow key={copy.id} copy={copy} />
          ))}
        </Rows>
      )}
      <More list={list} />
    </Page>
  );
}

/** To where stories are for this person. */
function Back() {
  const { data: me } = useSuspenseQuery(meQuery);
  const tells = me.sharerId !== null && me.followsCount === 0;
  return (
    <BackLink to={tells ? '/stories' : '/watch'}>
      {tells ? <Trans>My stories</Trans> : <Trans>All stories</Trans>}
    </BackLink>
  );
}

function CopyRow({ copy }: { copy: Copy }) {
  const { t } = useLingui();
  const state = useCopyWords();
  const quality = useQualityWords()(copy.quality, copy.of?.hasPicture ?? true).name;
  const title = copy.of?.title ?? t`A story`;
  const of = placeOf(copy);
  return (
    <Row
      picture={<Picture copy={copy} />}
      title={of === null ? title : <Title of={of} copy={copy} title={title} />}
      about={
        <>
          {of !== null && (
            <span className="block">
              {[copy.of?.sharerName, quality].filter(Boolean).join(' · ')}
            </span>
          )}
          <span role="status">{state(copy)}</span>
        </>
      }
      action={
        <div className="grid justify-items-start gap-1 sm:justify-items-end">
          {of && <CopyAction {...{ of, copy }} quality={copy.quality} name={title} />}
          <TakeOff copy={copy} name={title} />
        </div>
      }
    />
  );
}

/** What it would be asked for by; null where it may no longer be watched. */
function placeOf({ of }: Copy): CopyOf | null {
  if (of?.topicVideoId) return { topicVideoId: of.topicVideoId };
  return of?.videoId ? { videoId: of.videoId } : null;
}

function Title({ of, copy, title }: { of: CopyOf; copy: Copy; title: string }) {
  if ('topicVideoId' in of) {
    return (
      <TextLink to="/topic-videos/$topicVideoId" params={of}>
        {title}
      </TextLink>
    );
  }
  const storyId = copy.of?.storyId;
  // an earlier telling has no page of its own
  if (!storyId) return title;
  return (
    <TextLink to="/stories/$storyId" params={{ storyId }}>
      {title}
    </TextLink>
  );
}

function Picture({ copy: { of } }: { copy: Copy }) {
  return (
    <div className="relative aspect-video w-28 shrink-0 overflow-hidden rounded-lg bg-sunk sm:w-36">
      {of?.poster ? (
        <img src={of.poster} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Cloth />
      )}
    </div>
  );
}

function TakeOff({ copy, name }: { copy: Copy; name: string }) {
  const { t } = useLingui();
  const takeOff = useTakeOffCopy();
  const label = t`Take off`;
  return (
    <Button
      variant="quiet"
      icon={X}
      aria-label={`${label}: ${name}`}
      isPending={takeOff.isPending}
      onPress={() => takeOff.mutate(copy.id)}
    >
      {label}
    </Button>
  );
}
