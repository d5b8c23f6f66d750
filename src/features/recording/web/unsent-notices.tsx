import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressFor } from '../../../web/acting-for.ts';
import { buttonClass } from '../../../web/components/button-style.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { useFormat } from '../../../web/format.ts';
import { meQuery } from '../../people/web/queries.ts';
import { clockWords } from './clock.ts';
import { isSame, type KeptRecording, type Subject, subjectOf } from './kept-recording.ts';
import type { Outgoing } from './outgoing.ts';
import { subjectOfUntold, type UntoldRecording, untoldQuery } from './queries.ts';
import { useOutgoing, useOutgoingOfOthers } from './sender-context.tsx';
import { RecordLink } from './told-links.tsx';

/** On every page of a storyteller: recordings that are no story yet, and how much of each is safe. */
export function UnsentNotices() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const outgoing = useOutgoing();
  const ofOthers = useOutgoingOfOthers();
  const { data } = useQuery({ ...untoldQuery, enabled: me.sharerId !== null });
  const isHere = (item: UntoldRecording) =>
    outgoing.some(({ recording }) => isSame(recording, subjectOfUntold(item)));
  const arrived = data?.items.filter((item) => !isHere(item)) ?? [];
  if (outgoing.length + ofOthers.length + arrived.length === 0) return null;
  return (
    <aside
      aria-label={t`Recordings on their way`}
      className="mx-auto grid w-full max-w-3xl gap-4 px-4 pt-2 sm:px-8"
    >
      {outgoing.map((one) => (
        <OnThisDevice key={one.recording.id} one={one} />
      ))}
      {ofOthers.map(({ recording }) => (
        <OfAnother key={recording.id} recording={recording} />
      ))}
      {arrived.map((item) => (
        <Arrived key={item.videoId} item={item} />
      ))}
    </aside>
  );
}

function OnThisDevice({ one }: { one: Outgoing }) {
  const { recording, tape, phase, safeSeconds } = one;
  const { question, stage } = recording;
  const subject = subjectOf(recording);
  if (phase === 'safe') return <OneQuestionLeft question={question} subject={subject} />;
  const safe = clockWords(safeSeconds);
  const all = clockWords(tape?.seconds ?? recording.seconds);
  return (
    <Notice title={<Trans>Your story of “{question}” is still on this device</Trans>}>
      <p className="tabular-nums">
        <Trans>
          {safe} of {all} minutes are safe with Telloom.
        </Trans>{' '}
        <WhatNext phase={phase} />
      </p>
      <ToIt subject={subject}>
        {stage === 'undecided' ? (
          <Trans>Watch it and decide</Trans>
        ) : (
          <Trans>See how far it is</Trans>
        )}
      </ToIt>
    </Notice>
  );
}

/** Told for somebody else than these pages are for, who therefore has another address. */
function OfAnother({ recording }: { recording: KeptRecording }) {
  const { actingFor = null, promptId, topicId, question } = recording;
  const page = topicId === undefined ? `/record/${promptId}` : `/record/topic/${topicId}`;
  return (
    <Notice
      title={
        actingFor === null ? (
          <Trans>Your own recording of “{question}” is still on this device</Trans>
        ) : (
          <Trans>“{question}”, which you recorded for somebody else, is still on this device</Trans>
        )
      }
    >
      <div>
        <a href={addressFor(actingFor, page)} className={buttonClass('secondary')}>
          <Trans>Go there</Trans>
        </a>
      </div>
    </Notice>
  );
}

function WhatNext({ phase }: Pick<Outgoing, 'phase'>) {
  switch (phase) {
    case 'waiting':
      return <Trans>It goes on as soon as the connection is back.</Trans>;
    case 'signed-out':
      return <Trans>It goes on when you are signed in again.</Trans>;
    case 'elsewhere':
      return <Trans>Another window is busy with it.</Trans>;
    case 'failed':
      return <Trans>It could not be sent yet.</Trans>;
    default:
      return <Trans>Sending goes on.</Trans>;
  }
}

function Arrived({ item }: { item: UntoldRecording }) {
  const { t } = useLingui();
  const format = useFormat();
  const { topicTitle: topic, seconds, bytes, complete } = item;
  const question = item.promptText ?? t`${topic}, summed up`;
  const subject = subjectOfUntold(item);
  if (complete) return <OneQuestionLeft question={question} subject={subject} />;
  const much = seconds === null ? format.size(bytes) : clockWords(seconds);
  return (
    <Notice
      title={
        <Trans>
          A recording of “{question}” arrived up to {much}. Keep it?
        </Trans>
      }
    >
      <ToIt subject={subject}>
        <Trans>See and decide</Trans>
      </ToIt>
    </Notice>
  );
}

function OneQuestionLeft({ question, subject }: { question: string; subject: Subject }) {
  return (
    <Notice tone="good" title={<Trans>Your story of “{question}” has arrived whole</Trans>}>
      <ToIt subject={subject}>
        {subject.topicId ? <Trans>Show it</Trans> : <Trans>Say who may watch it</Trans>}
      </ToIt>
    </Notice>
  );
}

function ToIt({ subject, children }: { subject: Subject; children: ReactNode }) {
  return (
    <div>
      <RecordLink subject={subject} variant="secondary">
        {children}
      </RecordLink>
    </div>
  );
}
