import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { CircleX, RotateCw } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { BackgroundJob } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { ActButton } from './act-button.tsx';
import { AdminPage } from './admin-page.tsx';
import { useStateWords, useTaskWords } from './job-words.ts';
import { jobsQuery } from './queries.ts';

/** `/admin/jobs`: what Telloom does in the background, and what went wrong there. */
export function JobsPage() {
  const { t } = useLingui();
  const { items, counts } = useSuspenseQuery(jobsQuery).data;
  return (
    <AdminPage title={t`Work in the background`}>
      {items.length === 0 ? (
        <EmptyState title={t`All is done`}>
          <p>
            <Trans>Recordings are made ready here, words written down, e-mails sent.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          {counts.failed > 0 && (
            <div className="mb-6">
              <Notice tone="careful" title={t`Something needs a look`}>
                <p>
                  <Plural
                    value={counts.failed}
                    one="# piece of work was given up after several tries."
                    other="# pieces of work were given up after several tries."
                  />
                </p>
              </Notice>
            </div>
          )}
          <Rows>
            {items.map((job) => (
              <Job key={job.id} job={job} />
            ))}
          </Rows>
        </>
      )}
    </AdminPage>
  );
}

function Job({ job }: { job: BackgroundJob }) {
  const format = useFormat();
  const task = useTaskWords()(job.task);
  const state = useStateWords()[job.state];
  const { attempts, maxAttempts } = job;
  return (
    <Row
      title={task}
      about={
        <>
          <span className={job.state === 'failed' ? 'font-semibold text-careful' : ''}>
            {state}
          </span>
          {' · '}
          <Trans>
            try {attempts} of {maxAttempts}
          </Trans>
          {' · '}
          {format.dateTime(job.runAt)}
          {job.lastError && <span className="block break-words">{job.lastError}</span>}
        </>
      }
      action={job.state !== 'running' && <Actions job={job} />}
    />
  );
}

function Actions({ job }: { job: BackgroundJob }) {
  const { t } = useLingui();
  const task = useTaskWords()(job.task);
  const hasFailed = job.state === 'failed';
  return (
    <div className="grid gap-2">
      <ActButton
        icon={RotateCw}
        aria-label={t`Try now: ${task}`}
        send={() => api.post(`/admin/jobs/${job.id}/retry`)}
      >
        <Trans>Try now</Trans>
      </ActButton>
      <ActButton
        variant="quiet"
        icon={CircleX}
        aria-label={hasFailed ? t`Put away: ${task}` : t`Give up: ${task}`}
        send={() => api.post(`/admin/jobs/${job.id}/give-up`)}
      >
        {hasFailed ? <Trans>Put away</Trans> : <Trans>Once more, then give up</Trans>}
      </ActButton>
    </div>
  );
}
