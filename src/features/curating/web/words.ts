import { useLingui } from '@lingui/react/macro';
import type { CuratedCategory, SheetProblem } from '../../../web/contract.ts';

type Theme = NonNullable<CuratedCategory['theme']>;

/** What the themes are called. */
export function useThemeWords(): Record<Theme, string> {
  const { t } = useLingui();
  return {
    LIFE_EXPERIENCES: t`A life`,
    HEALTH_AND_WELLBEING: t`Health`,
    FOOD: t`Food`,
    FAMILY: t`Family`,
    WORK: t({ message: 'Work', context: 'theme of questions' }),
    FAITH_AND_VALUES: t`Faith and what matters`,
    PLACES: t`Places`,
    CUSTOM: t`Something else`,
  };
}

/** Why a line of a sheet is not taken. */
export function useReasonWords(): Record<SheetProblem['reason'], string> {
  const { t } = useLingui();
  return {
    'not-utf8': t`The file is not UTF-8. Save it as “CSV UTF-8”.`,
    quote: t`A quotation mark is never closed, or stands in a wrong place.`,
    empty: t`The file has no heading line.`,
    'too-many': t`The file has more than 10,000 lines. Split it.`,
    'no-such-column': t`There is no column of this name.`,
    'column-twice': t`This column is there twice.`,
    'column-missing': t`This column is needed.`,
    cells: t`This line has more or fewer cells than the heading.`,
    needed: t`There must be something here.`,
    'too-long': t`This is too long.`,
    control: t`There is a character here that no text can hold.`,
    'not-yes-no': t`Write yes or no.`,
    'not-a-place': t`Write a whole number from 1 on.`,
    'not-an-id': t`This is no id. Leave it empty for something new.`,
    'unknown-theme': t`There is no such theme.`,
    'unknown-category': t`There is no topic of this name. Add the topic first.`,
    'unclear-category': t`Several topics have this name. Write the id of one.`,
    twice: t`A line above says the same.`,
    unclear: t`Several have this name. Write the id of one.`,
  };
}
