import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { SystemHealth } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { AdminPage } from './admin-page.tsx';
import { healthQuery, overviewQuery } from './queries.ts';
import { Tools } from './tools.tsx';

/** Below this share of the disk somebody should see to it. */
const LITTLE = 0.1;
/** Work that waits longer than this, in seconds, piles up. */
const LONG = 15 * 60;

/** `/admin/health`: whether all is well with the machine. */
export function HealthPage() {
  const { t } = useLingui();
  const health = useSuspenseQuery(healthQuery).data;
  const { tools } = useSuspenseQuery(overviewQuery).data;
  return (
    <AdminPage title={t`How the machine is doing`}>
      <Section title={t`Room`}>
        <Disk health={health} />
      </Section>
      <Section title={t`Work in the background`}>
        <Queue queue={health.queue} />
      </Section>
      <Section title={t`Tools`}>
        <Tools tools={tools} />
      </Section>
    </AdminPage>
  );
}

function Disk({ health: { disk, database } }: { health: SystemHealth }) {
  const { t } = useLingui();
  const { size } = useFormat();
  const [free, total] = [size(disk.freeBytes), size(disk.totalBytes)];
  const little = disk.freeBytes < disk.totalBytes * LITTLE;
  return (
    <div className="grid gap-4">
      <Notice tone={little ? 'careful' : 'good'} title={t`${free} of ${total} are free`}>
        {little && (
          <p>
            <Trans>Make room, or give Telloom a larger disk. New recordings need it.</Trans>
          </p>
        )}
        <p>
          <Trans>
            The database, PostgreSQL {database.version}, takes {size(database.bytes)}.
          </Trans>
        </p>
      </Notice>
      <div>
        <LinkButton to="/admin/storage" variant="secondary">
          <Trans>See what takes the room</Trans>
        </LinkButton>
      </div>
    </div>
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
