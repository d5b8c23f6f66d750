import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { RadioCards } from '../../../../web/components/radio-cards.tsx';
import { SelectField } from '../../../../web/components/select-field.tsx';
import { TextField } from '../../../../web/components/text-field.tsx';
import type { makeApiKey, Scope } from './queries.ts';

const scopesOf: Record<string, Scope[]> = {
  read: ['read'],
  write: ['read', 'write'],
  admin: ['read', 'write', 'admin'],
};

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: string) => new Date(Date.now() + Number(days) * dayMs).toISOString();

interface NewKeyFormProps {
  isAdmin: boolean;
  onWished: (wish: Parameters<typeof makeApiKey>[0]) => Promise<void>;
}

/** What a key is for, what it may do, and until when. */
export function NewKeyForm({ isAdmin, onWished }: NewKeyFormProps) {
  const { t } = useLingui();
  const may = [
    { value: 'read', label: t`Look`, hint: t`It sees what you see, and changes nothing.` },
    {
      value: 'write',
      label: t`Look and change`,
      hint: t`It can change and delete what you can. It cannot delete your account.`,
    },
  ];
  const asAdmin = { value: 'admin', label: t`All of that, and what admins do` };
  return (
    <Form
      clears
      required={{ name: t`Enter a name for the key.` }}
      onSubmit={({ name = '', may: chosen = '', days = '' }) =>
        onWished({
          name: name.trim(),
          scopes: scopesOf[chosen] ?? [],
          expiresAt: days === '' ? null : inDays(days),
        })
      }
    >
      <TextField
        name="name"
        label={t`Name`}
        hint={t`What is it for? For example: Copies to my computer.`}
        maxLength={100}
        autoComplete="off"
      />
      <RadioCards
        name="may"
        label={t`What may it do?`}
        defaultValue="read"
        cards={isAdmin ? [...may, asAdmin] : may}
      />
      <SelectField
        name="days"
        label={t`How long does it work?`}
        defaultValue="90"
        none={t`Until I end it`}
        options={[
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
          { value: '365', label: t`1 year` },
        ]}
      />
      <div>
        <Button type="submit" pendingLabel={t`Making it…`}>
          <Trans>Make a key</Trans>
        </Button>
      </div>
    </Form>
  );
}
