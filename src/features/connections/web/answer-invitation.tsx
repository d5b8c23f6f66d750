import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Mic } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import type { InvitationCard, Me } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { goOn, pending } from '../../account/web/pending.ts';
import { NewAccountFields, useRequired, useSignUp } from '../../account/web/sign-up-page.tsx';
import { acceptInvitation, declineInvitation } from './queries.ts';
import { type HeldInvitation, held } from './token.ts';

const OtherAccount = lazy(() => import('./other-account.tsx'));

interface AnswerProps {
  card: InvitationCard;
  invitation: HeldInvitation;
  me: Me | null;
}

type State = { at: 'asking' | 'sending' | 'accepted' | 'declined'; error?: unknown };

/** Who invites, and yes or no. Who is not signed in says yes first, and it counts after signing in. */
export function AnswerInvitation({ card, invitation, me }: AnswerProps) {
  const { t } = useLingui();
  const name = card.sharerName ?? card.inviterName ?? t`Someone`;
  const { state, accept, decline } = useAnswer(invitation, me);
  const isKeeper = card.role === 'EXECUTOR';
  if (state.at === 'accepted' || card.status === 'ACCEPTED') {
    return isKeeper ? <AcceptedToKeep name={name} /> : <Accepted name={name} />;
  }
  if (state.at === 'declined') return <Declined name={name} />;
  return (
    <Page
      title={t`${name} invites you`}
      eyebrow={
        card.inviterName && card.inviterName !== name && <Trans>From {card.inviterName}</Trans>
      }
    >
      <div className="grid max-w-xl gap-7">
        <p>
          {isKeeper ? (
            <Trans>
              {name} tells the stories of a life on video, and would like you to look after them.
              You could do all that {name} can, and {name} reads what you did.
            </Trans>
          ) : (
            <Trans>
              {name} tells the stories of a life on video, and would like you to watch them.
            </Trans>
          )}
        </p>
        {state.error !== undefined && <Refused error={state.error} card={card} me={me} />}
        {me ? (
          <div className="flex flex-wrap gap-4">
            <Button
              onPress={accept}
              isPending={state.at === 'sending'}
              pendingLabel={t`Accepting…`}
            >
              <Trans>Accept</Trans>
            </Button>
            <Button variant="secondary" onPress={decline}>
              <Trans>No, thank you</Trans>
            </Button>
          </div>
        ) : (
          <SignedOut email={card.inviteeEmail} token={invitation.token} decline={decline} />
        )}
      </div>
    </Page>
  );
}

function useAnswer({ token, accepted }: HeldInvitation, me: Me | null) {
  const [state, setState] = useState<State>({ at: 'asking' });
  const send = (request: () => Promise<unknown>, then: State['at']) => {
    setState({ at: 'sending' });
    request().then(
      () => {
        held.clear();
        setState({ at: then });
      },
      (error: unknown) => setState({ at: 'asking', error }),
    );
  };
  const accept = () => send(() => acceptInvitation(token), 'accepted');
  const decline = () => send(() => declineInvitation(token), 'declined');
  // Someone who said yes and then made an account is not asked a second time.
  const started = useRef(false);
  useEffect(() => {
    if (!me || !accepted || started.current) return;
    started.current = true;
    accept();
  });
  return { state, accept, decline };
}

interface SignedOutProps {
  email: string;
  token: string;
  decline: () => void;
}

/** Yes is said once: with what a new account needs, or before signing in. */
function SignedOut({ email, token, decline }: SignedOutProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const signUp = useSignUp('/invitation');
  const accept = () => held.write({ token, accepted: true });
  const signIn = async () => {
    accept();
    pending.write({ email, purpose: 'sign-in', to: '/invitation' });
    await navigate({ to: '/sign-in', search: { to: '/invitation' } });
  };
  return (
    <div className="grid justify-items-start gap-7">
      <p>
        <Trans>
          Use the address <strong>{email}</strong>, so that we know it is you.
        </Trans>
      </p>
      <Form
        stays
        className="grid w-full gap-7"
        required={useRequired()}
        onSubmit={(values) => {
          accept();
          return signUp(values);
        }}
      >
        <NewAccountFields email={email} />
        <div>
          <Button type="submit" pendingLabel={t`Sending your code…`}>
            <Trans>Accept and make an account</Trans>
          </Button>
        </div>
      </Form>
      <div className="flex w-full flex-wrap gap-4 border-t border-line pt-7">
        <Button variant="secondary" onPress={signIn}>
          <Trans>I have an account</Trans>
        </Button>
        <Button variant="quiet" onPress={decline}>
          <Trans>No, thank you</Trans>
        </Button>
      </div>
    </div>
  );
}

/** Why accepting did not work, and what to do about it. */
function Refused({ error, card, me }: { error: unknown; card: InvitationCard; me: Me | null }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const is = (slug: string) => error instanceof ApiError && error.is(slug);
  if (is('email-mismatch')) {
    return (
      <Notice tone="careful" live title={t`This invitation is for another address`}>
        <p>
          <Trans>
            It was sent to {card.inviteeEmail}. You are signed in as {me?.email}.
          </Trans>
        </p>
        <Suspense>
          <OtherAccount email={card.inviteeEmail} />
        </Suspense>
      </Notice>
    );
  }
  if (is('invitation-expired') || is('invitation-closed')) {
    return (
      <Notice tone="careful" live title={t`This invitation is over`}>
        <Trans>An invitation works once and for 14 days. Ask for a new one.</Trans>
      </Notice>
    );
  }
  return (
    <Notice tone="stop" live>
      {words(error)}
    </Notice>
  );
}

function Accepted({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`You can watch now`}>
      <EmptyState
        title={t`${name} is on your first page`}
        action={
          <div className="flex flex-wrap gap-4">
            <Button onPress={() => goOn('/watch')}>
              <Trans>Watch the stories</Trans>
            </Button>
            <Button variant="secondary" icon={Mic} onPress={() => goOn('/record')}>
              <Trans>Tell a story of my own</Trans>
            </Button>
          </div>
        }
      >
        <p>
          <Trans>New stories appear there by themselves.</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

function AcceptedToKeep({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`You look after ${name}’s stories now`}>
      <Button onPress={() => goOn('/looked-after')}>
        <Trans>See what waits there</Trans>
      </Button>
    </Page>
  );
}

function Declined({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`You said no`}>
      <div className="grid gap-6">
        <p>
          <Trans>Nothing else happens. If you change your mind, {name} can invite you again.</Trans>
        </p>
        <div>
          <LinkButton to="/" variant="secondary">
            <Trans>Go to the first page</Trans>
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
