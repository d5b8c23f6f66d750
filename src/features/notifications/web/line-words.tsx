import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { NewsLine } from '../../../web/contract.ts';
import { meQuery } from '../../people/web/queries.ts';

/** What happened, in a sentence: made from what the reader may see now. */
export function LineWords({ line }: { line: NewsLine }) {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const { count } = line;
  const sharer = line.sharer.name ?? t`A storyteller`;
  const person = line.person.name ?? line.email ?? t`Someone`;
  switch (line.kind) {
    case 'story':
      return (
        <Plural
          value={count}
          one={`${sharer} told a new story.`}
          other={`${sharer} told # new stories.`}
        />
      );
    case 'follow-request':
      return line.sharer.id === me.sharerId ? (
        <Trans>{person} would like to watch your stories.</Trans>
      ) : (
        <Trans>
          {person} would like to watch the stories of {sharer}.
        </Trans>
      );
    case 'invitation':
      return <Trans>{person} invites you to watch their stories.</Trans>;
    case 'invitation-answered':
      return line.accepted ? (
        <Trans>{person} accepted the invitation.</Trans>
      ) : (
        <Trans>{person} said no to the invitation.</Trans>
      );
    case 'access-given':
      return <Trans>{sharer} lets you watch their stories.</Trans>;
    case 'access-paused':
      return <Trans>A storyteller has paused your watching.</Trans>;
    case 'recording-ready':
      return <Plural value={count} one="A recording is ready." other="# recordings are ready." />;
    case 'recording-failed':
      return <Trans>Something went wrong with a recording.</Trans>;
  }
}

/** What it means or what to do, where the sentence alone does not say. */
export function LineHint({ line }: { line: NewsLine }) {
  if (line.question !== null && line.count === 1) return line.question;
  switch (line.kind) {
    case 'invitation':
      return <Trans>Open the link in the e-mail that you got.</Trans>;
    case 'access-paused':
      return <Trans>You need not do anything. They can let you watch again.</Trans>;
    case 'recording-failed':
      return <Trans>Open it to see what you can do.</Trans>;
    default:
      return null;
  }
}
