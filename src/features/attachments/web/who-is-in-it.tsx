import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { SaveOrLeave } from '../../../web/components/save-or-leave.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Attachment, PersonTag } from '../../../web/contract.ts';
import { type Relation, relations } from '../relations.ts';
import { peopleQuery, useTagPerson, useUntagPerson } from './queries.ts';
import { useRelationWords } from './relation-words.ts';

/** The people in a photo: those named, those of other photos to choose from, and new ones. */
export function WhoIsInIt({ item }: { item: Attachment }) {
  const { t } = useLingui();
  const [naming, setNaming] = useState(false);
  const words = useRelationWords();
  const untag = useUntagPerson(item.id);
  return (
    <div className="grid gap-6">
      {item.people.length === 0 && (
        <p className="text-ink-soft">
          <Trans>Nobody is named yet.</Trans>
        </p>
      )}
      {item.people.length > 0 && (
        <Rows>
          {item.people.map((person) => (
            <Row
              key={person.id}
              title={person.name}
              about={person.relation && words[person.relation]}
              action={
                <Button
                  variant="quiet"
                  aria-label={t`${person.name} is not in it`}
                  onPress={() => untag.mutate(person.id)}
                >
                  <Trans>Not in it</Trans>
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      <Known item={item} />
      {naming ? (
        <NewPerson item={item} onDone={() => setNaming(false)} />
      ) : (
        <div>
          <Button variant="secondary" icon={UserPlus} onPress={() => setNaming(true)}>
            <Trans>Name somebody</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

/** People of other photos: one tap, and they are in this one too. */
function Known({ item }: { item: Attachment }) {
  const { t } = useLingui();
  const tag = useTagPerson(item.id);
  const people = useQuery(peopleQuery(item.sharerId)).data?.items ?? [];
  const named = new Set(item.people.map(({ id }) => id));
  const others = people.filter(({ id }) => !named.has(id));
  if (others.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p>
        <Trans>From the other photos:</Trans>
      </p>
      <ul className="flex flex-wrap gap-3">
        {others.map((person) => (
          <li key={person.id}>
            <Button
              variant="secondary"
              aria-label={t`${person.name} is in it`}
              onPress={() => tag.mutate({ personId: person.id })}
            >
              {person.name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NewPerson({ item, onDone }: { item: Attachment; onDone: () => void }) {
  const { t } = useLingui();
  const tag = useTagPerson(item.id);
  const words = useRelationWords();
  return (
    <Form
      required={{ name: t`Enter a name.` }}
      onSubmit={async ({ name = '', relation = '' }) => {
        const known = (relation || null) as PersonTag['relation'];
        await tag.mutateAsync({ name: name.trim(), relation: known });
        onDone();
      }}
    >
      <TextField name="name" label={t`Name`} maxLength={100} autoComplete="off" autoFocus />
      <SelectField
        name="relation"
        label={t`Who is it to the storyteller?`}
        none={t`I do not know`}
        options={relations.map((value: Relation) => ({ value, label: words[value] }))}
      />
      <SaveOrLeave about={t`Name somebody`} onLeave={onDone} />
    </Form>
  );
}
