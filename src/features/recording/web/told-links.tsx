import type { ReactNode } from 'react';
import { LinkButton } from '../../../web/components/links.tsx';
import type { Subject } from './kept-recording.ts';

interface ToldLinkProps {
  subject: Subject;
  /** A question that has its story is told once more. */
  again?: true;
  variant?: 'primary' | 'secondary' | 'quiet';
  children: ReactNode;
}

/** To the page that records it, or goes on with what was recorded. */
export function RecordLink({ subject, again, ...rest }: ToldLinkProps) {
  const { promptId = '', topicId } = subject;
  if (topicId) return <LinkButton to="/record/topic/$topicId" params={{ topicId }} {...rest} />;
  return <LinkButton to="/record/$promptId" params={{ promptId }} search={{ again }} {...rest} />;
}

/** To the page that takes a file for it. */
export function UploadLink({ subject, again, ...rest }: ToldLinkProps) {
  const { promptId = '', topicId } = subject;
  if (topicId) return <LinkButton to="/upload/topic/$topicId" params={{ topicId }} {...rest} />;
  return <LinkButton to="/upload/$promptId" params={{ promptId }} search={{ again }} {...rest} />;
}
