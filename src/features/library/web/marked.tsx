import type { FoundStory } from '../../../web/contract.ts';

export type Parts = FoundStory['hits'][number]['parts'];

/** Text, with the words of the search in a mark that is not colour alone. */
export function Marked({ parts }: { parts: Parts }) {
  let at = 0;
  return parts.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    if (!hit) return text;
    return (
      <mark
        key={key}
        className="rounded-sm bg-thread-wash px-0.5 font-semibold text-ink underline decoration-thread decoration-2 underline-offset-2"
      >
        {text}
      </mark>
    );
  });
}
