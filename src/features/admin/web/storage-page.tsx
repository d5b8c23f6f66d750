import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { StorageUse } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { AdminPage } from './admin-page.tsx';
import { storageQuery } from './queries.ts';

/** A folder with less than this, in bytes, takes no room to speak of. */
const LEAST = 100_000;

/** `/admin/storage`: what takes the room. */
export function StoragePage() {
  const { t } = useLingui();
  const { folders, buckets, leftovers, sharers } = useSuspenseQuery(storageQuery).data;
  return (
    <AdminPage title={t`What takes the room`}>
      <Section title={t`On the disk`}>
        <Folders folders={folders} />
      </Section>
      <Section title={t`By kind of file`}>
        <Buckets buckets={buckets} />
      </Section>
      <Section title={t`Waiting to be cleared away`}>
        <Leftovers leftovers={leftovers} />
      </Section>
      <Section title={t`By storyteller`}>
        <Sharers sharers={sharers} />
      </Section>
    </AdminPage>
  );
}

const Files = ({ files }: { files: number }) => (
  <Plural value={files} one="# file" other="# files" />
);

function Folders({ folders }: Pick<StorageUse, 'folders'>) {
  const { t } = useLingui();
  const format = useFormat();
  const names: Record<string, string> = {
    originals: t`Recordings and papers as they came`,
    videos: t`Recordings made ready for watching`,
    attachments: t`Photos and papers made ready for looking at`,
    avatars: t`Pictures of people`,
    work: t`Work in progress`,
    postgres: t`The files of the database, with its journal`,
  };
  const worthwhile = folders.filter(({ bytes }) => bytes === null || bytes >= LEAST);
  if (worthwhile.length === 0) return <Trans>Next to nothing yet.</Trans>;
  return (
    <Rows>
      {worthwhile.map(({ name, files, bytes }) => (
        <Row
          key={name}
          title={names[name] ?? name}
          about={<Files files={files} />}
          action={bytes === null ? t`cannot be read` : format.size(bytes)}
        />
      ))}
    </Rows>
  );
}

function Buckets({ buckets }: Pick<StorageUse, 'buckets'>) {
  const { t } = useLingui();
  const format = useFormat();
  const names: Record<string, string> = {
    attachments: t`Photos and papers`,
    avatars: t`Pictures of people`,
    exports: t`Exports`,
    videos: t`Recordings kept elsewhere`,
  };
  const used = buckets.filter(({ files }) => files > 0);
  if (used.length === 0) return <Trans>Next to nothing yet.</Trans>;
  return (
    <Rows>
      {used.map(({ name, files, bytes }) => (
        <Row
          key={name}
          title={names[name] ?? name}
          about={<Files files={files} />}
          action={format.size(bytes)}
        />
      ))}
    </Rows>
  );
}

function Leftovers({
  leftovers: { recordings, attachments, atMux },
}: Pick<StorageUse, 'leftovers'>) {
  const { t } = useLingui();
  if (recordings + attachments + atMux === 0) {
    return <Notice tone="good" title={t`Nothing is left over`} />;
  }
  return (
    <Notice title={t`Some files have lost their story`}>
      <p>
        <Plural value={recordings} one="# recording" other="# recordings" />
        {' · '}
        <Plural value={attachments} one="# photo or paper" other="# photos and papers" />
        {atMux > 0 && (
          <>
            {' · '}
            <Plural value={atMux} one="# recording at Mux" other="# recordings at Mux" />
          </>
        )}
      </p>
      <p>
        <Trans>They go by themselves after some days, so that a mistake can be mended.</Trans>
      </p>
    </Notice>
  );
}

function Sharers({ sharers }: Pick<StorageUse, 'sharers'>) {
  const { t } = useLingui();
  const format = useFormat();
  if (sharers.length === 0) return <Trans>Nobody tells stories here yet.</Trans>;
  return (
    <Rows>
      {sharers.map(({ id, profileId, name, recordings, attachments, bytes }) => (
        <Row
          key={id}
          title={
            <Link
              to="/admin/people/$personId"
              params={{ personId: profileId }}
              className="prose-link"
            >
              {name ?? t`Somebody without a name`}
            </Link>
          }
          about={
            <>
              <Plural value={recordings} one="# recording" other="# recordings" />
              {' · '}
              <Plural value={attachments} one="# photo or paper" other="# photos and papers" />
            </>
          }
          action={format.size(bytes)}
        />
      ))}
    </Rows>
  );
}
