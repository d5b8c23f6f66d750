import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Card } from '../../../web/components/card.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { CuratedObjectCategory } from '../../../web/contract.ts';
import {
  type ObjectCategoryWords,
  objectCategoriesQuery,
  useAddObjectCategory,
  useChangeObjectCategory,
  useRemoveObjectCategory,
} from './queries.ts';

/** `/admin/kinds`: the kinds of things that families keep. */
export function ObjectCategoriesPage() {
  const { t } = useLingui();
  const kinds = useSuspenseQuery(objectCategoriesQuery).data.items;
  return (
    <Page
      title={t`Kinds of things`}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      <p className="mb-6 text-ink-soft">
        <Trans>Families choose one of these for a thing that they keep.</Trans>
      </p>
      <ul className="grid gap-5">
        {kinds.map((kind) => (
          <li key={kind.id}>
            <Card>
              <Kind kind={kind} />
            </Card>
          </li>
        ))}
      </ul>
      <Section title={t`Add a kind`}>
        <Add />
      </Section>
    </Page>
  );
}

function Kind({ kind }: { kind: CuratedObjectCategory }) {
  const { t } = useLingui();
  const change = useChangeObjectCategory(kind.id);
  return (
    <div className="grid gap-4">
      <Editable
        name={kind.name}
        value={
          <>
            <h2 className="text-large">{kind.name || '…'}</h2>
            {kind.description && <p>{kind.description}</p>}
            <p className="text-ink-soft">
              <Plural value={kind.objects} _0="no things yet" one="# thing" other="# things" />
            </p>
          </>
        }
        required={{ [`name-${kind.id}`]: t`Say what kind of thing.` }}
        onSave={async (values) => {
          await change.mutateAsync(wordsOf(values, kind.id));
        }}
      >
        <Fields kind={kind} />
      </Editable>
      <Remove kind={kind} />
    </div>
  );
}

/** Several can be open at once, so each has names of its own. */
function Fields({ kind }: { kind?: CuratedObjectCategory }) {
  const { t } = useLingui();
  const which = kind?.id ?? 'new';
  return (
    <>
      <TextField
        name={`name-${which}`}
        label={t`What kind of thing?`}
        defaultValue={kind?.name}
        maxLength={200}
      />
      <TextField
        name={`description-${which}`}
        label={t`What belongs to it?`}
        optional
        defaultValue={kind?.description ?? ''}
        maxLength={2000}
      />
    </>
  );
}

const wordsOf = (values: Record<string, string>, which: string): ObjectCategoryWords => ({
  name: (values[`name-${which}`] ?? '').trim(),
  description: values[`description-${which}`]?.trim() || null,
});

function Remove({ kind: { id, name, objects } }: { kind: CuratedObjectCategory }) {
  const { t } = useLingui();
  const remove = useRemoveObjectCategory();
  return (
    <AskFirst
      label={<Trans>Remove “{name}”</Trans>}
      question={t`Remove “${name}”?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Remove it</Trans>}
      pendingLabel={t`Removing…`}
      onConfirm={async () => {
        await remove.mutateAsync(id);
      }}
    >
      <Plural
        value={objects}
        _0="Nothing is of this kind."
        one="# thing stays, and is without a kind from then on."
        other="# things stay, and are without a kind from then on."
      />
    </AskFirst>
  );
}

function Add() {
  const { t } = useLingui();
  const add = useAddObjectCategory();
  return (
    <Form
      clears
      required={{ 'name-new': t`Say what kind of thing.` }}
      onSubmit={async (values) => {
        await add.mutateAsync(wordsOf(values, 'new'));
      }}
    >
      <Fields />
      <div>
        <Button type="submit" pendingLabel={t`Saving…`}>
          <Trans>Add this kind</Trans>
        </Button>
      </div>
    </Form>
  );
}
