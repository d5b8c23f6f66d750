import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { CircleCheck, Mic } from 'lucide-react';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { WovenStrip } from '../../../web/components/woven-strip.tsx';
import type { TopicQuestion } from '../../../web/contract.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { TopicPhotos } from '../../attachments/web/topic-photos.tsx';
import { useRecordingWaits } from '../../subscriptions/web/queries.ts';
import { RecordingWaits } from '../../subscriptions/web/recording-waits.tsx';
import { ListButtons } from './list-buttons.tsx';
import { topicQuery } from './queries.ts';
import { SumUp } from './sum-up.tsx';
import { ToldOf } from './topic-list.tsx';
import { TopicVideos } from './topic-videos.tsx';

/** One topic: the next question to tell on top, all of them below. */
export function TopicPage() {
  const { t } = useLingui();
  const { topicId } = useParams({ from: '/app/topics/$topicId' });
  const topic = useSuspenseQuery(topicQuery(topicId)).data;
  const told = topic.questions.filter((question) => question.responseId !== null).length;
  const next = topic.questions.find((question) => question.responseId === null);
  return (
    <Page
      storyteller
      title={topic.title}
      back={
        <BackLink to="/topics">
          <Trans>All topics</Trans>
        </BackLink>
      }
    >
      {topic.description && <p className="-mt-3 mb-6 text-ink-soft">{topic.description}</p>}
      <WovenStrip told={told} of={topic.questions.length} />
      <p aria-hidden="true" className="mt-2 mb-8 text-body text-ink-soft">
        <ToldOf topic={{ told, questions: topic.questions.length }} />
      </p>
      {next && <NextQuestion question={next} />}
      <ListButtons topic={topic} isTold={next === undefined} />
      <TopicVideos topicId={topicId} />
      <SumUp topicId={topicId} told={told} />
      <Section title={t`The questions`}>
        <ol className="hairline divide-y divide-line overflow-hidden rounded-card bg-card">
          {topic.questions.map((question) => (
            <Question key={question.id} question={question} />
          ))}
        </ol>
      </Section>
      <TopicPhotos topicId={topicId} />
    </Page>
  );
}

function NextQuestion({ question }: { question: TopicQuestion }) {
  const { t } = useLingui();
  const whose = useWhose();
  if (useRecordingWaits()) return <RecordingWaits />;
  return (
    <div className="grid justify-items-start gap-5 border-l-4 border-thread pl-5">
      <p className="font-heading text-title">{question.text}</p>
      <LinkButton to="/record/$promptId" params={{ promptId: question.id }} icon={Mic}>
        {whose({ own: t`Record my answer`, theirs: t`Record the answer` })}
      </LinkButton>
    </div>
  );
}

const cell = 'flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-4';
const row = `${cell} no-underline hover:bg-sunk`;

/** A told question leads to its story, another one to its recording, unless that has to wait. */
function Question({ question }: { question: TopicQuestion }) {
  const waits = useRecordingWaits();
  if (question.responseId === null && waits) return <li className={cell}>{question.text}</li>;
  if (question.responseId === null) {
    return (
      <li>
        <Link to="/record/$promptId" params={{ promptId: question.id }} className={row}>
          <span className="min-w-0 flex-1 basis-60">{question.text}</span>
          <span className="flex items-center gap-2 text-thread">
            <Mic aria-hidden="true" className="size-[1.1em]" />
            <Trans>Record</Trans>
          </span>
        </Link>
      </li>
    );
  }
  return (
    <li>
      <Link to="/stories/$storyId" params={{ storyId: question.responseId }} className={row}>
        <span className="min-w-0 flex-1 basis-60">{question.text}</span>
        <span className="flex items-center gap-2 text-good">
          <CircleCheck aria-hidden="true" className="size-[1.1em]" />
          <QuestionStatus status={question.videoStatus} />
        </span>
      </Link>
    </li>
  );
}

function QuestionStatus({ status }: { status: TopicQuestion['videoStatus'] }) {
  if (status === 'READY') return <Trans>Told</Trans>;
  if (status === 'ERRORED') return <Trans>Told, needs a look</Trans>;
  return <Trans>Told, getting ready</Trans>;
}
