import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Found } from '../../../web/contract.ts';
import { type Kind, kinds } from './search-address.ts';

/** What the kinds are called, as headings and as choices. */
export function useKindWords(): Record<Kind, string> {
  const { t } = useLingui();
  return {
    stories: t`Stories`,
    topicVideos: t`Topics, summed up`,
    attachments: t`Photos and papers`,
    objects: t`Things we keep`,
    people: t`People`,
    questions: t`Questions to tell`,
  };
}

/** "Found: 2 stories and 1 person", of each kind or of the chosen one; "Nothing was found". */
export function useFoundWords(): (found: Found, kind: Kind | undefined) => string {
  const { i18n, t } = useLingui();
  return ({ counts }, kind) => {
    const of = (one: Kind) => (kind === undefined || kind === one ? counts[one] : 0);
    const words: Record<Kind, string> = {
      stories: plural(of('stories'), { one: '# story', other: '# stories' }),
      topicVideos: plural(of('topicVideos'), {
        one: '# topic video',
        other: '# topic videos',
      }),
      attachments: plural(of('attachments'), {
        one: '# photo or paper',
        other: '# photos and papers',
      }),
      objects: plural(of('objects'), { one: '# thing', other: '# things' }),
      people: plural(of('people'), { one: '# person', other: '# people' }),
      questions: plural(of('questions'), {
        one: '# question to tell',
        other: '# questions to tell',
      }),
    };
    const parts = kinds.filter((one) => of(one) > 0).map((one) => words[one]);
    if (parts.length === 0) return t`Nothing was found.`;
    const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(parts);
    return t`Found: ${list}.`;
  };
}
