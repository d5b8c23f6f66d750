import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Attachment } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { useNameOf } from './attachment-words.ts';
import { Description, Title, When } from './captions.tsx';
import { Gallery } from './gallery.tsx';
import { attachmentQuery, useDeleteAttachment, useRestoreAttachment } from './queries.ts';
import { WhoIsInIt } from './who-is-in-it.tsx';

/** `/photos/$attachmentId`: what is written about one photo or paper, and who is in it. */
export function AttachmentPage() {
  const { attachmentId } = useParams({ from: '/app/photos/$attachmentId' });
  const item = useSuspenseQuery(attachmentQuery(attachmentId)).data;
  const name = useNameOf()(item);
  const [deleted, setDeleted] = useState(false);
  if (useTheirPages(item)) return <LoadingPage />;
  return (
    <Page storyteller={item.canManage} title={name} back={<BackToStory item={item} />}>
      {deleted ? (
        <Deleted item={item} onBack={() => setDeleted(false)} />
      ) : (
        <>
          <Gallery items={[item]} />
          {item.canManage && <Settings item={item} onDelete={() => setDeleted(true)} />}
        </>
      )}
    </Page>
  );
}

const BackToStory = ({ item }: { item: Attachment }) => (
  <BackLink to="/stories/$storyId" params={{ storyId: item.responseId }}>
    <Trans>The story</Trans>
  </BackLink>
);

function Settings({ item, onDelete }: { item: Attachment; onDelete: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`About it`}>
        <div className="grid gap-8">
          <Title item={item} />
          <When item={item} />
          <Description item={item} />
        </div>
      </Section>
      <Section title={t`Who is in it`}>
        <WhoIsInIt item={item} />
      </Section>
      <Section title={t`Delete`}>
        <Delete item={item} onDelete={onDelete} />
      </Section>
    </>
  );
}

function Delete({ item, onDelete }: { item: Attachment; onDelete: () => void }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const remove = useDeleteAttachment();
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-ink-soft">
        <Trans>You can take it back at once.</Trans>
      </p>
      <Button
        variant="secondary"
        icon={Trash2}
        isPending={remove.isPending}
        pendingLabel={t`Deleting…`}
        onPress={() => remove.mutate(item.id, { onSuccess: onDelete })}
      >
        <Trans>Delete it</Trans>
      </Button>
      {remove.isError && (
        <Notice live tone="stop">
          {words(remove.error)}
        </Notice>
      )}
    </div>
  );
}

function Deleted({ item, onBack }: { item: Attachment; onBack: () => void }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const restore = useRestoreAttachment();
  return (
    <div className="grid justify-items-start gap-6">
      <Notice live tone="good" title={t`It is deleted`}>
        <Trans>Nobody sees it any more. You can still change your mind here.</Trans>
      </Notice>
      <div className="flex flex-wrap gap-4">
        <Button
          autoFocus
          icon={Undo2}
          isPending={restore.isPending}
          pendingLabel={t`Bringing it back…`}
          onPress={() => restore.mutate(item.id, { onSuccess: onBack })}
        >
          <Trans>Take it back</Trans>
        </Button>
        <LinkButton
          variant="secondary"
          to="/stories/$storyId"
          params={{ storyId: item.responseId }}
        >
          <Trans>Go to the story</Trans>
        </LinkButton>
      </div>
      {restore.isError && (
        <Notice live tone="stop">
          {words(restore.error)}
        </Notice>
      )}
    </div>
  );
}
