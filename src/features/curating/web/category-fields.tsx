import { useLingui } from '@lingui/react/macro';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { CuratedCategory } from '../../../web/contract.ts';
import type { CategoryWords } from './queries.ts';
import { useThemeWords } from './words.ts';

/** What makes a topic. */
export function CategoryFields({ category }: { category?: CuratedCategory }) {
  const { t } = useLingui();
  const themes = useThemeWords();
  return (
    <>
      <TextField
        name="category"
        label={t`What is the topic called?`}
        defaultValue={category?.category}
        maxLength={200}
      />
      <TextAreaField
        name="description"
        label={t`What is it about?`}
        hint={t`A sentence for the storyteller.`}
        optional
        rows={2}
        defaultValue={category?.description ?? ''}
        maxLength={2000}
      />
      <SelectField
        name="theme"
        label={t`Theme`}
        optional
        none={t`Without a theme`}
        defaultValue={category?.theme ?? ''}
        options={Object.entries(themes).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

export const categoryWords = (values: Record<string, string>): CategoryWords => ({
  category: (values.category ?? '').trim(),
  description: values.description?.trim() || null,
  // the choices are the themes
  theme: (values.theme || null) as CategoryWords['theme'],
});
