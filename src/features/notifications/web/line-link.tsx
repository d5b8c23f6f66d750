import { Link, type LinkComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NewsLine } from '../../../web/contract.ts';

/** Where a line leads, or nothing where there is nothing to open. */
function placeOf(line: NewsLine): Pick<LinkComponentProps, 'to' | 'params'> | null {
  const { kind, storyId, topicVideoId, count } = line;
  if (kind === 'story' && count > 1) return { to: '/watch' };
  if (kind === 'recording-ready' && count > 1) return { to: '/stories' };
  if (storyId !== null) return { to: '/stories/$storyId', params: { storyId } };
  if (topicVideoId !== null) return { to: '/topic-videos/$topicVideoId', params: { topicVideoId } };
  // a recording that is no story yet waits on the first page
  if (kind === 'recording-ready' || kind === 'recording-failed') return { to: '/' };
  if (kind === 'access-given') return { to: '/watch' };
  if (kind === 'invitation-answered') return { to: '/family' };
  return null;
}

/** The words of a line as a link to what they speak of. Opening it is reading it. */
export function LineLink(props: { line: NewsLine; onOpen: () => void; children: ReactNode }) {
  const place = placeOf(props.line);
  if (place === null) return props.children;
  return (
    <Link {...place} onClick={props.onOpen} className="prose-link">
      {props.children}
    </Link>
  );
}
