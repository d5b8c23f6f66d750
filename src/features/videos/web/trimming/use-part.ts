import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProblems, type Problem } from '../../../../web/components/form-context.ts';
import { useFormat } from '../../../../web/format.ts';
import { LEAST, moved, type Part, readTime, timeText } from './trim-times.ts';

/** The part that a person is choosing: by steps and moments, or as they type its times. */
export function usePart(first: Part, length: number) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const words = (part: Part) => ({
    start: timeText(part.start, locale),
    end: timeText(part.end, locale),
  });
  const [part, setPart] = useState(first);
  const [texts, setTexts] = useState(words(first));
  const move = (edge: keyof Part, to: number) => {
    const next = moved(part, edge, to, length);
    setPart(next);
    setTexts(words(next));
  };
  return {
    part,
    texts,
    move,
    /** What is being typed stands as it is; a time that it tells is taken. */
    type(edge: keyof Part, text: string) {
      setTexts({ ...texts, [edge]: text });
      const at = readTime(text);
      if (at !== null) setPart({ ...part, [edge]: at > length - 0.1 ? length : at });
    },
    /** The part, if it makes sense. Throws FormProblems. */
    check(): Part {
      const problems: Problem[] = [];
      for (const field of ['start', 'end'] as const) {
        if (readTime(texts[field]) === null) {
          problems.push({ field, message: t`Write a time in minutes and seconds, such as 1:05.` });
        }
      }
      if (problems.length === 0 && part.end < part.start + LEAST) {
        problems.push({
          field: 'end',
          message: t`The end has to come a second after the beginning, at least.`,
        });
      }
      if (problems.length > 0) throw new FormProblems(problems);
      return part;
    },
  };
}
