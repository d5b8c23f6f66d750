import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { CuratedPrompt } from '../../../web/contract.ts';
import { categoriesQuery, type PromptWords } from './queries.ts';

/** What makes a question. */
export function PromptFields({ prompt, topic }: { prompt?: CuratedPrompt; topic?: string }) {
  const { t } = useLingui();
  const topics = useSuspenseQuery(categoriesQuery).data.items;
  return (
    <>
      <TextAreaField
        name="text"
        label={t`The question`}
        hint={t`One or two short sentences. It is read in large type.`}
        rows={3}
        defaultValue={prompt?.text}
        maxLength={255}
      />
      <SelectField
        name="categoryId"
        label={t`Topic`}
        none={t`Without a topic`}
        defaultValue={prompt?.categoryId ?? topic}
        options={topics.map(({ id, category }) => ({ value: id, label: category || '…' }))}
      />
      <RadioCards
        name="isContextEstablishing"
        label={t`When is it asked?`}
        defaultValue={String(prompt?.isContextEstablishing ?? false)}
        cards={[
          { value: 'false', label: t`In its place` },
          {
            value: 'true',
            label: t`Before the others of its topic`,
            hint: t`It sets the scene: where it was, who was there.`,
          },
        ]}
      />
      <RadioCards
        name="isObjectPrompt"
        label={t`Is it about a thing that is kept?`}
        defaultValue={String(prompt?.isObjectPrompt ?? false)}
        cards={[
          { value: 'false', label: t`No` },
          { value: 'true', label: t`Yes, such as a ring or a tool` },
        ]}
      />
      <TextField
        name="type"
        label={t`Type`}
        hint={t`A mark for other programs. Most questions are “default”.`}
        defaultValue={prompt?.type ?? 'default'}
        maxLength={255}
      />
    </>
  );
}

export const promptWords = (values: Record<string, string>): PromptWords => ({
  text: (values.text ?? '').trim(),
  categoryId: values.categoryId || null,
  type: values.type?.trim() || 'default',
  isContextEstablishing: values.isContextEstablishing === 'true',
  isObjectPrompt: values.isObjectPrompt === 'true',
});
