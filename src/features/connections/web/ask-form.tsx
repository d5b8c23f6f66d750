import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { handleOf } from './handle.ts';
import { useAskToFollow } from './queries.ts';

/** One field: whom to ask, by whatever one knows of them. */
export function AskForm() {
  const { t } = useLingui();
  const ask = useAskToFollow();
  const [asked, setAsked] = useState<string>();
  const submit = async ({ whom = '' }: Record<string, string>) => {
    setAsked(undefined);
    await ask.mutateAsync(handleOf(whom));
    setAsked(whom.trim());
  };
  return (
    <div className="grid gap-6">
      <Form
        clears
        onSubmit={submit}
        required={{ whom: t`Type a username, an e-mail or a link.` }}
        className="grid max-w-xl gap-5"
      >
        <TextField
          name="whom"
          label={t`Username, e-mail address or link`}
          hint={t`Of the storyteller, exactly as they gave it to you.`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={320}
        />
        <div>
          <Button type="submit" pendingLabel={t`Asking…`}>
            <Trans>Ask to watch</Trans>
          </Button>
        </div>
      </Form>
      {asked !== undefined && <WasAsked whom={asked} />}
    </div>
  );
}

/** The same words, whether or not anybody goes by that name. */
export function WasAsked({ whom }: { whom: string }) {
  return (
    <Notice tone="good" live title={<Trans>You asked {whom}</Trans>}>
      <p>
        <Trans>
          If they tell stories here by this name, they see that you asked. When they say yes, you
          find their stories here.
        </Trans>
      </p>
    </Notice>
  );
}
