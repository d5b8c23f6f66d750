import { Trans } from '@lingui/react/macro';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../../web/format.ts';
import { clockWords } from '../../recording/web/clock.ts';
import { Marked, type Parts } from './marked.tsx';

export interface LinkProps {
  /** The second to begin at. */
  t?: number;
  className: string;
  children: ReactNode;
}

interface FoundTellingProps {
  level: 2 | 3;
  title: ReactNode;
  of: { sharer: { name: string | null }; dateRecorded: string | null; createdAt: string };
  /** Where the words are, beside the title. */
  hits: { field: string; at: number | null; parts: Parts }[];
  /** Leads to the recording. */
  link: (props: LinkProps) => ReactNode;
}

/** A recording that was found, with the words that were searched for marked. */
export function FoundTelling({ level, title, of, hits, link }: FoundTellingProps) {
  const format = useFormat();
  const Title = `h${level}` as const;
  return (
    <li className="hairline grid gap-3 rounded-card bg-card p-5 sm:p-6">
      <div className="grid gap-1">
        <Title className="text-large">
          {link({
            className: 'no-underline hover:underline hover:decoration-1 hover:underline-offset-4',
            children: title,
          })}
        </Title>
        <p className="text-ink-soft">
          {of.sharer.name && <span className="font-semibold text-ink">{of.sharer.name} · </span>}
          {format.date(of.dateRecorded ?? of.createdAt)}
        </p>
      </div>
      {hits.map(({ field, at, parts }) =>
        at === null ? (
          <p key={field}>
            <Marked parts={parts} />
          </p>
        ) : (
          <Passage key={`${field} ${at}`} at={at} parts={parts} link={link} />
        ),
      )}
    </li>
  );
}

interface PassageProps extends Pick<FoundTellingProps, 'link'> {
  at: number;
  parts: Parts;
}

/** A place where it was said leads there. */
function Passage({ at, parts, link }: PassageProps) {
  return link({
    t: at,
    className:
      'flex min-h-12 gap-4 rounded-card border border-line bg-paper px-4 py-3 no-underline hover:border-ink',
    children: (
      <>
        <span className="flex shrink-0 items-center gap-2 self-start font-semibold text-thread tabular-nums">
          <Play aria-hidden="true" fill="currentColor" className="size-[0.9em]" />
          <span className="sr-only">
            <Trans>Play from</Trans>{' '}
          </span>
          {clockWords(at)}
        </span>
        <span className="min-w-0">
          <Marked parts={parts} />
        </span>
      </>
    ),
  });
}
