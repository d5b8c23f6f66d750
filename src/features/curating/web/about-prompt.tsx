import { Plural, Trans } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { CuratedPrompt } from '../../../web/contract.ts';

export interface AboutPromptProps {
  prompt: CuratedPrompt;
  /** False where the page is about the topic already. */
  withTopic?: boolean;
}

/** What sets a question apart, in one line. */
export function AboutPrompt({ prompt, withTopic = true }: AboutPromptProps) {
  const { category, isContextEstablishing, isObjectPrompt, retiredAt, stories } = prompt;
  const parts: [string, ReactNode][] = [];
  if (retiredAt !== null) {
    parts.push([
      'retired',
      <b key="retired" className="text-careful">
        <Trans>not asked any more</Trans>
      </b>,
    ]);
  }
  if (withTopic) parts.push(['topic', category ?? <Trans>no topic</Trans>]);
  if (isContextEstablishing) parts.push(['first', <Trans key="first">asked first</Trans>]);
  if (isObjectPrompt) parts.push(['object', <Trans key="object">about a thing</Trans>]);
  parts.push([
    'stories',
    <Plural key="stories" value={stories} _0="no stories yet" one="# story" other="# stories" />,
  ]);
  return parts.map(([name, words], at) => (
    <Fragment key={name}>
      {at > 0 && ' · '}
      {words}
    </Fragment>
  ));
}
