import { useLingui } from '@lingui/react/macro';
import { ApiError } from '../../../web/api.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import type { CueProblem } from '../check-cues.ts';

/** What is wrong with a cue, for the person who mends it. */
export function useCueWords(): Record<CueProblem, string> {
  const { t } = useLingui();
  return {
    times: t`This must end after it begins.`,
    order: t`This begins before the one above.`,
    overlaps: t`This begins before the one above has ended.`,
    beyond: t`This is after the end of the recording.`,
    empty: t`No words: this will be taken away.`,
    'too-long': t`This is too long. Cut it in two.`,
    control: t`A character in this cannot be shown.`,
  };
}

/** Why words or a file were refused. Nothing was lost: what was there stays. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useLingui();
  const words = useErrorWords();
  return (error) => {
    if (!(error instanceof ApiError)) return words(error);
    if (error.is('changed-meanwhile'))
      return t`Somebody else changed these words. Open the page again.`;
    if (error.status === 413) return t`This file is larger than 2 MB.`;
    const [first] = error.errors;
    if (error.status !== 422 || !first) return words(error);
    const number = Number(first.field.replace(/\D/g, ''));
    if (first.field.startsWith('line'))
      return t`Line ${number} of the file has a time we cannot read.`;
    if (!first.field.startsWith('cues.')) return t`This is no file of captions that we can read.`;
    const at = number + 1;
    return first.message.includes('after the end')
      ? t`Caption ${at} is after the end of the recording.`
      : t`Caption ${at} cannot be kept: its time overlaps, or its words are not right.`;
  };
}
