import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import type { CuratedCategory } from '../../../web/contract.ts';
import { categoriesQuery, useEmptyCategory } from './queries.ts';

/** Moves every question of a topic to another, as before the topic is deleted. */
export function EmptyTopic({ topic }: { topic: CuratedCategory }) {
  const { t } = useLingui();
  const topics = useSuspenseQuery(categoriesQuery).data.items;
  const empty = useEmptyCategory(topic.id);
  return (
    <Form
      required={{ to: t`Choose where they go.` }}
      onSubmit={async ({ to = '' }) => {
        await empty.mutateAsync(to === 'none' ? null : to);
      }}
    >
      <SelectField
        name="to"
        label={t`Where do they go?`}
        hint={t`They come last there, in the order that they have now. Stories go along.`}
        none={t`Choose`}
        options={[
          ...topics
            .filter(({ id }) => id !== topic.id)
            .map(({ id, category }) => ({ value: id, label: category || '…' })),
          { value: 'none', label: t`Without a topic` },
        ]}
      />
      <div>
        <Button type="submit" variant="secondary" pendingLabel={t`Moving…`}>
          <Trans>Move all of them</Trans>
        </Button>
      </div>
    </Form>
  );
}
