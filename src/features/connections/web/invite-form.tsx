import { Trans, useLingui } from '@lingui/react/macro';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Card } from '../../../web/components/card.tsx';
import { CopyLink } from '../../../web/components/copy-link.tsx';
import { Form } from '../../../web/components/form.tsx';
import { FormProblems } from '../../../web/components/form-context.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Invitation } from '../../../web/contract.ts';
import { useInvite } from './queries.ts';

export interface Sent {
  email: string;
  link: string;
  mailed: boolean;
}

/** One field: the e-mail address of whom to invite, to watch or to look after it all. */
export function InviteForm({ invited = 'LISTENER' }: { invited?: Invitation['role'] }) {
  const { t } = useLingui();
  const invite = useInvite();
  const [sent, setSent] = useState<Sent>();
  const submit = async (values: Record<string, string>) => {
    const email = values.email?.trim() ?? '';
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      const message = t`Enter an e-mail address like name@example.com.`;
      throw new FormProblems([{ field: 'email', message }]);
    }
    setSent({ email, ...(await invite.mutateAsync({ email, role: invited })) });
  };
  const isKeeper = invited === 'EXECUTOR';
  return (
    <Card className="grid gap-6">
      <Form
        clears
        onSubmit={submit}
        required={{ email: t`Enter their e-mail address.` }}
        className="grid gap-5"
      >
        <TextField
          name="email"
          type="email"
          label={
            isKeeper ? t`Invite someone to look after your stories` : t`Invite someone by e-mail`
          }
          hint={
            isKeeper
              ? t`They get a link. It works for 14 days. Choose somebody you trust.`
              : t`They get a link to watch. It works for 14 days.`
          }
          autoComplete="off"
        />
        <div>
          <Button type="submit" icon={Send} pendingLabel={t`Sending…`}>
            <Trans>Send the invitation</Trans>
          </Button>
        </div>
      </Form>
      {sent && <WasSent key={sent.link} sent={sent} />}
    </Card>
  );
}

/** What became of it, and the link: to hand over, too. */
export function WasSent({ sent: { email, link, mailed } }: { sent: Sent }) {
  return (
    <Notice
      tone="good"
      live
      title={
        mailed ? (
          <Trans>An invitation to {email} is on its way.</Trans>
        ) : (
          <Trans>The invitation for {email} is made.</Trans>
        )
      }
    >
      <p>
        {mailed ? (
          <Trans>You can also hand them this link yourself. It is shown only now.</Trans>
        ) : (
          <Trans>
            This Telloom sends no e-mails. Hand them this link yourself. It is shown only now.
          </Trans>
        )}
      </p>
      <CopyLink link={link} />
    </Notice>
  );
}
