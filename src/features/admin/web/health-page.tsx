import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { SystemHealth } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { sizeWords } from '../../recording/web/clock.ts';
import { healthQuery, overviewQuery } from './queries.ts';
import { Tools } from './tools.tsx';

/** Below this share of the disk somebody should see to it. */
const LITTLE = 0.1;
/** A folder with less than this, in bytes, takes no room to speak of. */
const LEAST = 100_000;
/** Work that waits longer than this, in seconds, piles up. */
const LONG = 15 * 60;

/** `/admin/health`: whether all is well with the machine. */
export function HealthPage() {
  const { t } = useLingui();
  const health = useSuspenseQuery(healthQuery).data;
  const { tools } = useSuspenseQuery(overviewQuery).data;
  return (
    <Page
      title={t`How the machine is doing`}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      <Section title={t`Room`}>
        <Disk disk={health.disk} />
      </Section>
      <Section title={t`Work in the background`}>
        <Queue queue={health.queue} />
      </Section>
      <Section title={t`Tools`}>
        <Tools tools={tools} />
      </Section>
      <Section title={t`What takes the room`}>
        <Folders health={health} />
      </Section>
      <Section title={t`By storyteller`}>
        <Sharers sharers={health.sharers} />
      </Section>
    </Page>
  );
}

function Disk({ disk: { freeBytes, totalBytes } }: Pick<SystemHealth, 'disk'>) {
  const { i18n, t } = useLingui();
  const [free, total] = [sizeWords(freeBytes, i18n.locale), sizeWords(totalBytes, i18n.locale)];
  const little = freeBytes < totalBytes * LITTLE;
  return (
    <Notice tone={little ? 'careful' : 'good'} title={t`${free} of ${total} are free`}>
      {little && <Trans>Make room, or give Telloom a larger disk. New recordings need it.</Trans>}
    </Notice>
  );
}

function Queue({ queue: { due, failed, oldestSeconds } }: Pick<SystemHealth, 'queue'>) {
  const { t } = useLingui();
  const format = useFormat();
  const late = oldestSeconds !== null && oldestSeconds > LONG;
  return (
    <div className="grid gap-4">
      <Notice
        tone={late || failed > 0 ? 'careful' : 'good'}
        title={due === 0 ? t`Nothing waits` : t`Some work waits its turn`}
      >
        {oldestSeconds !== null && (
          <p>
            <Plural value={due} one="# piece of work is due." other="# pieces of work are due." />{' '}
            <Trans>The oldest has waited for {format.length(oldestSeconds)}.</Trans>
          </p>
        )}
        {failed > 0 && (
          <p>
            <Plural
              value={failed}
              one="# was given up after several tries."
              other="# were given up after several tries."
            />
          </p>
        )}
      </Notice>
      <div>
        <LinkButton to="/admin/jobs" variant="secondary">
          <Trans>See the work</Trans>
        </LinkButton>
      </div>
    </div>
  );
}

function Folders({ health: { folders, database } }: { health: SystemHealth }) {
  const { i18n, t } = useLingui();
  const names: Record<string, string> = {
    originals: t`Recordings and papers as they came`,
    videos: t`Recordings made ready for watching`,
    attachments: t`Photos and papers made ready for looking at`,
    avatars: t`Pictures of people`,
    work: t`Work in progress`,
    postgres: t`The files of the database, with its journal`,
  };
  const worthwhile = folders.filter(({ bytes }) => bytes === null || bytes >= LEAST);
  return (
    <Rows>
      <Row
        title={t`The database`}
        about={`PostgreSQL ${database.version}`}
        action={sizeWords(database.bytes, i18n.locale)}
      />
      {worthwhile.map(({ name, files, bytes }) => (
        <Row
          key={name}
          title={names[name] ?? name}
          about={<Plural value={files} one="# file" other="# files" />}
          action={bytes === null ? t`cannot be read` : sizeWords(bytes, i18n.locale)}
        />
      ))}
    </Rows>
  );
}

function Sharers({ sharers }: Pick<SystemHealth, 'sharers'>) {
  const { i18n, t } = useLingui();
  if (sharers.length === 0) return <Trans>Nobody tells stories here yet.</Trans>;
  return (
    <Rows>
      {sharers.map(({ id, name, recordings, attachments, bytes }) => (
        <Row
          key={id}
          title={name ?? t`Somebody without a name`}
          about={
            <>
              <Plural value={recordings} one="# recording" other="# recordings" />
              {' · '}
              <Plural value={attachments} one="# photo or paper" other="# photos and papers" />
            </>
          }
          action={sizeWords(bytes, i18n.locale)}
        />
      ))}
    </Rows>
  );
}
