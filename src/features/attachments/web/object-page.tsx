import { Trans, useLingui } from '@lingui/react/macro';
import {
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { FamilyObject } from '../../../web/contract.ts';
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
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="secondary" icon={Trash2} onPress={() => setAsking(true)}>
        <Trans>Delete this thing</Trans>
      </Button>
    );
  }
  return (
    <Form
      className="grid max-w-xl gap-5"
      onSubmit={async () => {
        await remove.mutateAsync(object.id);
        await navigate({ to: '/objects', replace: true });
      }}
    >
      <Notice tone="careful" title={t`Delete this thing?`} live>
        <Trans>What is written about it goes. Its photos stay beside their story.</Trans>
      </Notice>
      <div className="flex flex-wrap gap-4">
        <Button autoFocus variant="secondary" onPress={() => setAsking(false)}>
          <Trans>Keep it</Trans>
        </Button>
        <Button type="submit" variant="stop" pendingLabel={t`Deleting…`}>
          <Trans>Delete it for good</Trans>
        </Button>
      </div>
    </Form>
  );
}
