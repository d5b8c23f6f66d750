import { useLingui } from '@lingui/react/macro';
import { actingFor } from '../../../web/acting-for.ts';

/** What the list of told stories is called by whoever reads it: their storyteller, or the keeper. */
export function useStoriesTitle(): string {
  const { t } = useLingui();
  return actingFor === null ? t`My stories` : t`All their stories`;
}
