import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../web/components/button.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Attachment, StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { AddFiles } from './add-files.tsx';
import { useProblemWords } from './attachment-words.ts';
import { Gallery } from './gallery.tsx';
import { besideStory, useDeleteAttachment } from './queries.ts';
import { useAdding } from './use-adding.ts';

/** A story's photos, sounds and papers, and for its manager the way to add some. */
export function BesideStory({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const list = useQuery(besideStory(story.id));
  const items = list.data?.items ?? [];
  const ready = items.filter(({ state }) => state === 'ready');
  if (!story.canManage && ready.length === 0) return null;
  return (
    <Section
      title={t`Photos and papers`}
      aside={
        <TextLink to="/photos" search={story.canManage ? {} : { sharer: story.sharer.id }}>
          <Trans>All photos</Trans>
        </TextLink>
      }
    >
      <div className="grid gap-6">
        {list.isError && <Notice tone="stop">{words(list.error)}</Notice>}
        <Gallery items={ready} />
        {story.canManage && <Adding storyId={story.id} items={items} />}
      </div>
    </Section>
  );
}

function Adding({ storyId, items }: { storyId: string; items: Attachment[] }) {
  const adding = useAdding(storyId);
  const sending = new Set(adding.files.map(({ place }) => place?.id));
  const rest = items.filter(({ id, state }) => state !== 'ready' && !sending.has(id));
  return (
    <>
      {items.length === 0 && (
        <p className="text-ink-soft">
          <Trans>A photo, a letter, a recipe: whatever belongs to this story.</Trans>
        </p>
      )}
      {rest.length > 0 && (
        <Rows>
          {rest.map((item) => (
            <Unready key={item.id} item={item} />
          ))}
        </Rows>
      )}
      <AddFiles adding={adding} />
    </>
  );
}

/** A file that is being looked into, was not taken, or never came whole. */
function Unready({ item }: { item: Attachment }) {
  const { t } = useLingui();
  const problems = useProblemWords();
  const remove = useDeleteAttachment();
  const about = {
    processing: t`It is here, and we look at it. A moment.`,
    waiting: t`It did not come whole. Send it once more.`,
    refused: item.problem && problems[item.problem],
    ready: null,
  }[item.state];
  return (
    <Row
      title={item.fileName}
      about={about}
      action={
        item.state !== 'processing' && (
          <Button
            variant="quiet"
            isPending={remove.isPending}
            aria-label={t`Take ${item.fileName ?? ''} off the list`}
            onPress={() => remove.mutate(item.id)}
          >
            <Trans>Take it off the list</Trans>
          </Button>
        )
      }
    />
  );
}
