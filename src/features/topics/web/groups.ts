import type { Topic } from '../../../web/contract.ts';

const isBegun = ({ told, questions }: Topic) => told > 0 && told < questions;
const isTold = ({ told, questions }: Topic) => questions > 0 && told >= questions;
const byTurn = (one: Topic, other: Topic) =>
  (one.queuedAt ?? '').localeCompare(other.queuedAt ?? '');

/** Each topic in the first group that it fits, in their order. What is all told is nothing to tell next. */
export function sortTopics(topics: Topic[], isQueued: (topic: Topic) => boolean) {
  const told = topics.filter(isTold);
  const open = topics.filter((topic) => !isTold(topic));
  const rest = open.filter((topic) => !isQueued(topic));
  return {
    next: open.filter(isQueued).sort(byTurn),
    begun: rest.filter(isBegun),
    favorite: rest.filter((topic) => !isBegun(topic) && topic.favorite),
    fresh: rest.filter((topic) => !isBegun(topic) && !topic.favorite),
    told,
  };
}
