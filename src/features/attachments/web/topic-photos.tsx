import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { TextLink } from '../../../web/components/links.tsx';
import { Section } from '../../../web/components/section.tsx';
import { Gallery } from './gallery.tsx';
import { galleryQuery } from './queries.ts';

/** How many a topic's own page shows. */
const few = 8;

/** The newest photos and papers of a topic's stories; nothing where there are none. */
export function TopicPhotos({ topicId, sharer }: { topicId: string; sharer?: string }) {
  const { t } = useLingui();
  const items =
    useInfiniteQuery(galleryQuery({ topic: topicId, sharer })).data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section
      title={t`Photos and papers`}
      aside={
        <TextLink to="/photos" search={{ topic: topicId, sharer }}>
          <Trans>All of this topic</Trans>
        </TextLink>
      }
    >
      <Gallery items={items.slice(0, few)} />
    </Section>
  );
}
