import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { CircleX, RotateCw } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { BackgroundJob } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { useStateWords, useTaskWords } from './job-words.ts';
import { jobsQuery } from './queries.ts';

/** `/admin/jobs`: what Telloom does in the background, and what went wrong there. */
export function JobsPage() {
  const { t } = useLingui();
  const { items, counts } = useSuspenseQuery(jobsQuery).data;
  return (
    <Page
      title={t`Work in the background`}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
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
    </Page>
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
  const words = useErrorWords();
  const task = useTaskWords()(job.task);
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: 'retry' | 'give-up') => api.post(`/admin/jobs/${job.id}/${what}`),
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  });
  return (
    <div className="grid gap-2">
      <Button
        variant="secondary"
        icon={RotateCw}
        aria-label={t`Try now: ${task}`}
        onPress={() => act.mutate('retry')}
      >
        <Trans>Try now</Trans>
      </Button>
      <Button
        variant="quiet"
        icon={CircleX}
        aria-label={job.state === 'failed' ? t`Put away: ${task}` : t`Give up: ${task}`}
        onPress={() => act.mutate('give-up')}
      >
        {job.state === 'failed' ? <Trans>Put away</Trans> : <Trans>Once more, then give up</Trans>}
      </Button>
      <p role="status" className="text-stop">
        {act.isError && words(act.error)}
      </p>
    </div>
  );
}
