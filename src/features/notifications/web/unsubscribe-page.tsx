import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { Form } from '../../../web/components/form.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PlainButton } from '../../../web/components/plain-button.tsx';

/** Ends the mails of what is new, for whoever holds the link of one. Nobody needs to sign in for it. */
export function UnsubscribePage() {
  const { t } = useLingui();
  const [done, setDone] = useState(false);
  const token = window.location.hash.slice(1);
  if (token === '') {
    return (
      <Page title={t`No more e-mails about what is new?`}>
        <p>
          <Trans>This link is not complete. Open it again from the e-mail.</Trans>
        </p>
      </Page>
    );
  }
  if (done) {
    return (
      <Page title={t`You get no more of these e-mails`}>
        <p>
          <Trans>
            Everything is still there when you sign in. You can have the e-mails again in{' '}
            <TextLink to="/account">your account</TextLink>.
          </Trans>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t`No more e-mails about what is new?`}>
      <Form
        className="grid max-w-xl justify-items-start gap-6"
        onSubmit={async () => {
          await api.post(`/unsubscribe/${encodeURIComponent(token)}`);
          setDone(true);
        }}
      >
        <p>
          <Trans>E-mails that you ask for, such as a code to sign in, still come.</Trans>
        </p>
        <PlainButton type="submit" pendingLabel={t`One moment…`}>
          <Trans>Send me no more</Trans>
        </PlainButton>
      </Form>
    </Page>
  );
}
