import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FilledHeart } from '../../../web/components/filled-heart.tsx';
import { WovenStrip } from '../../../web/components/woven-strip.tsx';
import type { Topic } from '../../../web/contract.ts';

/** Topics with their woven strips, two beside each other where there is room. */
export function TopicList({ topics }: { topics: Topic[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {topics.map((topic) => (
        <li
          key={topic.id}
          className="hairline relative grid content-start gap-2 rounded-card bg-card p-5 transition-colors duration-150 has-[a:hover]:border-edge sm:p-6"
        >
          <h3 className="text-large">
            <Link
              to="/topics/$topicId"
              params={{ topicId: topic.id }}
              className="no-underline after:absolute after:inset-0 after:rounded-card hover:underline hover:decoration-1 hover:underline-offset-4"
            >
              {topic.title}
            </Link>
          </h3>
          {topic.description && <p className="text-ink-soft">{topic.description}</p>}
          <div className="mt-2 grid gap-2 self-end">
            <WovenStrip told={topic.told} of={topic.questions} />
            <p className="flex flex-wrap justify-between gap-x-4 text-body text-ink-soft">
              <span aria-hidden="true">
                <ToldOf topic={topic} />
              </span>
              {topic.favorite && (
                <span className="flex items-center gap-2">
                  <FilledHeart className="size-[1em] text-thread" />
                  <Trans>Favourite</Trans>
                </span>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** "3 of 12 told", or how many questions wait. */
export function ToldOf({
  topic: { told, questions },
}: {
  topic: Pick<Topic, 'told' | 'questions'>;
}) {
  if (questions > 0 && told >= questions) return <Trans>All told</Trans>;
  if (told > 0) {
    return (
      <Trans>
        {told} of {questions} told
      </Trans>
    );
  }
  return <Plural value={questions} one="# question" other="# questions" />;
}
