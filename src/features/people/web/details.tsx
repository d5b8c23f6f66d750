import { useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Editable } from '../../../web/components/editable.tsx';
import { FormProblems } from '../../../web/components/form-context.ts';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Details } from '../../../web/contract.ts';
import { detailsQuery, saveDetails } from './queries.ts';

/** The name by which others find somebody to follow. */
export function Username() {
  const { t } = useLingui();
  const { details, save } = useDetails();
  const say = (message: string) => new FormProblems([{ field: 'username', message }]);
  return (
    <Editable
      name={t`Username`}
      value={details.username ?? t`You have none. Others find you by your e-mail address.`}
      onSave={async ({ username = '' }) => {
        const wanted = username.trim().toLowerCase();
        if (!/^([a-z0-9][a-z0-9._-]{2,29})?$/.test(wanted)) {
          throw say(t`Use 3 to 30 letters or digits, without spaces.`);
        }
        await save({ username: wanted }).catch((error: unknown) => {
          if (!(error instanceof ApiError) || !error.is('conflict')) throw error;
          throw say(t`Somebody else has this name. Try another one.`);
        });
      }}
    >
      <TextField
        name="username"
        label={t`Username`}
        optional
        hint={t`Letters, digits, dots and hyphens. Family can follow you by this name.`}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={details.username ?? ''}
        maxLength={30}
      />
    </Editable>
  );
}

/** Where somebody lives, for their own eyes and the person who runs Telloom. */
export function Address() {
  const { t } = useLingui();
  const { details } = useDetails();
  const { addressStreet, addressUnit, addressCity, addressState, addressZipcode, phone } = details;
  const town = [addressCity, addressState, addressZipcode].filter(Boolean).join(' ');
  return (
    <Lines
      name={t`Phone and address`}
      shown={[phone, [addressStreet, addressUnit].filter(Boolean).join(', '), town]}
      fields={[
        ['phone', t`Phone number`, 'tel'],
        ['addressStreet', t`Street and number`, 'address-line1'],
        ['addressUnit', t`Flat or floor`, 'address-line2'],
        ['addressCity', t`Town`, 'address-level2'],
        ['addressState', t`State or region`, 'address-level1'],
        ['addressZipcode', t`Postcode`, 'postal-code'],
      ]}
    />
  );
}

/** Whom to turn to about somebody's stories one day. It gives that person no access. */
export function PersonToCall() {
  const { t } = useLingui();
  const { details } = useDetails();
  const { executorFirstName, executorLastName, executorRelation } = details;
  const name = [executorFirstName, executorLastName].filter(Boolean).join(' ');
  return (
    <Lines
      name={t`Somebody to turn to`}
      shown={[name, executorRelation, details.executorPhone, details.executorEmail]}
      fields={[
        ['executorFirstName', t`First name`, 'off'],
        ['executorLastName', t`Last name`, 'off'],
        ['executorRelation', t`Who they are to you`, 'off'],
        ['executorPhone', t`Phone number`, 'off'],
        ['executorEmail', t`E-mail address`, 'off'],
      ]}
    />
  );
}

interface LinesProps {
  name: string;
  shown: (string | null)[];
  /** Each field with its label and what a browser may fill it with. */
  fields: [keyof Details, label: string, autoComplete: string][];
}

/** Several lines of text about one thing, none of them needed. */
function Lines({ name, shown, fields }: LinesProps) {
  const { t } = useLingui();
  const { details, save } = useDetails();
  const lines = shown.filter((line): line is string => Boolean(line));
  const value: ReactNode =
    lines.length > 0
      ? lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))
      : t`Nothing yet`;
  return (
    <Editable name={name} value={value} onSave={save}>
      {fields.map(([field, label, autoComplete]) => (
        <TextField
          key={field}
          name={field}
          label={label}
          optional
          autoComplete={autoComplete}
          defaultValue={details[field] ?? ''}
          maxLength={200}
        />
      ))}
    </Editable>
  );
}

function useDetails() {
  const client = useQueryClient();
  const { data: details } = useSuspenseQuery(detailsQuery);
  const save = async (changes: Partial<Details>) => {
    client.setQueryData(detailsQuery.queryKey, await saveDetails(changes));
  };
  return { details, save };
}
