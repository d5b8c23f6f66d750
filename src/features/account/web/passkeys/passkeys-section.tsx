import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../../../web/api.ts';
import { AskFirst } from '../../../../web/components/ask-first.tsx';
import { Button } from '../../../../web/components/button.tsx';
import { Editable } from '../../../../web/components/editable.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { FormProblems } from '../../../../web/components/form-context.ts';
import { SaveOrLeave } from '../../../../web/components/save-or-leave.tsx';
import { TextField } from '../../../../web/components/text-field.tsx';
import type { Passkey } from '../../../../web/contract.ts';
import { useFormat } from '../../../../web/format.ts';
import { deviceOf } from '../../../people/web/device.ts';
import { SignInAgain, useNewSession } from '../sign-in-again.tsx';
import { passkeysQuery, removePasskey, renamePasskey } from './queries.ts';

/** One's passkeys: what they are, those there are, and one more. */
export function PasskeysSection() {
  const client = useQueryClient();
  const { items } = useSuspenseQuery(passkeysQuery).data;
  const refresh = () => client.refetchQueries({ queryKey: passkeysQuery.queryKey });
  return (
    <div className="grid gap-6">
      <p>
        <Trans>
          With a passkey you sign in as you unlock your phone or computer: with your finger, your
          face or its number. There is no password to remember.
        </Trans>
      </p>
      {items.length > 0 && (
        <ul className="hairline divide-y divide-line rounded-card bg-card">
          {items.map((passkey) => (
            <OnePasskey key={passkey.id} passkey={passkey} onChanged={refresh} />
          ))}
        </ul>
      )}
      <AddPasskey onAdded={refresh} />
    </div>
  );
}

function OnePasskey(props: { passkey: Passkey; onChanged: () => Promise<unknown> }) {
  const { passkey, onChanged } = props;
  const { id, name, createdAt, lastUsedAt } = passkey;
  const { t } = useLingui();
  const format = useFormat();
  const made = format.date(createdAt);
  const used = lastUsedAt && format.dateTime(lastUsedAt);
  return (
    <li className="grid gap-3 p-[min(1.25rem,5vw)]">
      <Editable
        name={name}
        value={
          <span className="grid">
            <span className="flex items-center gap-3 font-semibold break-words">
              <KeyRound aria-hidden="true" className="size-6 shrink-0 text-ink-soft" />
              {name}
            </span>
            <span className="text-ink-soft">
              {used ? t`Used last on ${used}` : t`Added on ${made}`}
            </span>
          </span>
        }
        required={{ [`name-${id}`]: t`Enter a name.` }}
        onSave={async (values) => {
          await renamePasskey(id, values[`name-${id}`]?.trim() ?? '');
          await onChanged();
        }}
      >
        <TextField name={`name-${id}`} label={t`Name`} defaultValue={name} maxLength={100} />
      </Editable>
      <AskFirst
        label={
          <>
            <Trans>Take away</Trans>
            <span className="sr-only">: {name}</span>
          </>
        }
        question={t`Take this passkey away?`}
        keep={<Trans>Keep it</Trans>}
        confirm={<Trans>Take it away</Trans>}
        pendingLabel={t`Taking it away…`}
        onConfirm={async () => {
          await removePasskey(id);
          await onChanged();
        }}
      >
        <Trans>Then nobody can sign in with it. Your other ways to sign in stay.</Trans>
      </AskFirst>
    </li>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => Promise<unknown> }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { isNeeded, withNewSession } = useNewSession();
  if (!('PublicKeyCredential' in window)) {
    return (
      <p className="text-ink-soft">
        <Trans>This browser has no passkeys.</Trans>
      </p>
    );
  }
  if (isNeeded) return <SignInAgain />;
  if (!open) {
    return (
      <div>
        <Button variant="secondary" icon={KeyRound} onPress={() => setOpen(true)}>
          <Trans>Add a passkey</Trans>
        </Button>
      </div>
    );
  }
  const submit = async ({ passkey = '' }: Record<string, string>) => {
    const { addPasskey, wasCalledOff } = await import('./ceremony.ts');
    const added = await withNewSession(() => addPasskey(passkey.trim())).catch((error: unknown) => {
      if (error instanceof ApiError && error.is('passkeys-elsewhere')) throw error;
      if (!wasCalledOff(error)) throw error;
      const message = t`Your device made no passkey. It may have one for you already.`;
      throw new FormProblems([{ field: 'passkey', message }]);
    });
    if (!added) return;
    await onAdded();
    setOpen(false);
  };
  return (
    <Form onSubmit={submit} required={{ passkey: t`Enter a name.` }}>
      <TextField
        name="passkey"
        label={t`What do you call this device?`}
        hint={t`So that you know it again in this list.`}
        defaultValue={deviceOf(navigator.userAgent).name ?? ''}
        maxLength={100}
        autoComplete="off"
      />
      <SaveOrLeave
        about={t`Passkeys`}
        save={<Trans>Go on</Trans>}
        pendingLabel={t`Your device asks you…`}
        onLeave={() => setOpen(false)}
      />
    </Form>
  );
}
