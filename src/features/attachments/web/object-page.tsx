import { Trans, useLingui } from '@lingui/react/macro';
import {
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { FamilyObject } from '../../../web/contract.ts';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { AddFiles } from './add-files.tsx';
import { Gallery } from './gallery.tsx';
import { ObjectFields, objectWords } from './object-fields.tsx';
import {
  besideStory,
  galleryQuery,
  objectQuery,
  useChangeObject,
  useDeleteObject,
} from './queries.ts';
import { useAdding } from './use-adding.ts';

/** `/objects/$objectId`: one thing, its photos, and the story that tells about it. */
export function ObjectPage() {
  const { objectId } = useParams({ from: '/app/objects/$objectId' });
  const { t } = useLingui();
  const object = useSuspenseQuery(objectQuery(objectId)).data;
  const photos = useSuspenseInfiniteQuery(galleryQuery({ object: objectId }));
  if (useTheirPages(object)) return <LoadingPage />;
  return (
    <Page
      storyteller={object.canManage}
      title={object.name}
      eyebrow={object.category}
      back={
        <BackLink to="/objects">
          <Trans>Things we keep</Trans>
        </BackLink>
      }
    >
      <div className="grid gap-8">
        {object.description && <p className="whitespace-pre-line">{object.description}</p>}
        <Gallery items={photos.data.pages.flatMap((page) => page.items)} />
        {object.canManage && <Photos object={object} />}
        {object.responseId && (
          <div>
            <LinkButton
              variant="secondary"
              to="/stories/$storyId"
              params={{ storyId: object.responseId }}
            >
              {object.question ?? t`Its story`}
            </LinkButton>
          </div>
        )}
      </div>
      {object.canManage && <Settings object={object} />}
    </Page>
  );
}

function Photos({ object }: { object: FamilyObject }) {
  if (object.responseId !== null) return <AddPhotos object={object} storyId={object.responseId} />;
  return (
    <Notice>
      <Trans>Choose the story that tells about it. Then you can add photos of it.</Trans>
    </Notice>
  );
}

function AddPhotos({ object, storyId }: { object: FamilyObject; storyId: string }) {
  const adding = useAdding(storyId, object.id);
  const items = useQuery(besideStory(storyId)).data?.items ?? [];
  const moving = items.some((item) => item.objectId === object.id && item.state === 'processing');
  useFreshGallery(moving);
  const refused = items.some((item) => item.objectId === object.id && item.state === 'refused');
  return (
    <>
      <AddFiles adding={adding} />
      {moving && (
        <p role="status">
          <Trans>It is here, and we look at it. A moment.</Trans>
        </p>
      )}
      {refused && (
        <Notice live tone="careful">
          <Trans>A file was not taken. Its story’s page says why.</Trans>
        </Notice>
      )}
    </>
  );
}

/** What was looked into is in the gallery from then on. */
function useFreshGallery(moving: boolean): void {
  const client = useQueryClient();
  const was = useRef(moving);
  useEffect(() => {
    if (was.current && !moving) {
      void client.invalidateQueries({ queryKey: ['attachments', 'gallery'] });
    }
    was.current = moving;
  }, [moving, client]);
}

function Settings({ object }: { object: FamilyObject }) {
  const { t } = useLingui();
  const change = useChangeObject(object.id);
  return (
    <>
      <Section title={t`About it`}>
        <Editable
          name={t`About it`}
          value={t`Its name, its kind, its words, its story`}
          required={{ name: t`Say what it is.` }}
          onSave={async (values) => {
            await change.mutateAsync(objectWords(values));
          }}
        >
          <ObjectFields object={object} />
        </Editable>
      </Section>
      <Section title={t`Delete`}>
        <Delete object={object} />
      </Section>
    </>
  );
}

function Delete({ object }: { object: FamilyObject }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const remove = useDeleteObject();
  return (
    <AskFirst
      label={<Trans>Delete this thing</Trans>}
      question={t`Delete this thing?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Delete it for good</Trans>}
      pendingLabel={t`Deleting…`}
      onConfirm={async () => {
        await remove.mutateAsync(object.id);
        await navigate({ to: '/objects', replace: true });
      }}
    >
      <Trans>What is written about it goes. Its photos stay beside their story.</Trans>
    </AskFirst>
  );
}
