import { useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { FamilyObject } from '../../../web/contract.ts';
import { storiesQuery } from '../../responses/web/queries.ts';
import { categoriesQuery, type ObjectWords } from './queries.ts';

/** What can be said about an object. */
export function ObjectFields({ object }: { object?: FamilyObject }) {
  const { t } = useLingui();
  const categories = useSuspenseQuery(categoriesQuery).data.items;
  const stories = useSuspenseInfiniteQuery(storiesQuery).data.pages.flatMap((page) => page.items);
  const known = stories.map(({ id, question }) => ({ value: id, label: question ?? t`A story` }));
  // The story it has may be further back than what was fetched, or somebody else's to look after.
  if (object?.responseId && !known.some(({ value }) => value === object.responseId)) {
    known.unshift({ value: object.responseId, label: object.question ?? t`A story` });
  }
  return (
    <>
      <TextField
        name="name"
        label={t`What is it?`}
        hint={t`Such as “The copper pan”.`}
        defaultValue={object?.name}
        maxLength={200}
      />
      <SelectField
        name="categoryId"
        label={t`What kind of thing?`}
        none={t`I do not know`}
        defaultValue={object?.categoryId ?? ''}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField
        name="description"
        label={t`What should the family know about it?`}
        hint={t`Where it came from, who used it, where it is now.`}
        optional
        rows={5}
        defaultValue={object?.description ?? ''}
        maxLength={20_000}
      />
      <SelectField
        name="responseId"
        label={t`Which story tells about it?`}
        hint={t`Whoever may watch that story sees this thing. Photos of it lie there too.`}
        none={t`None yet: only I see it`}
        defaultValue={object?.responseId ?? ''}
        options={known}
      />
    </>
  );
}

export const objectWords = (values: Record<string, string>): ObjectWords => ({
  name: (values.name ?? '').trim(),
  description: values.description?.trim() || null,
  categoryId: values.categoryId || null,
  responseId: values.responseId || null,
});
