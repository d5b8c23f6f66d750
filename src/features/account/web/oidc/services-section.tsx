import { Trans, useLingui } from '@lingui/react/macro';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../../../web/api.ts';
import { AskFirst } from '../../../../web/components/ask-first.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { PlainButton } from '../../../../web/components/plain-button.tsx';
import { Section } from '../../../../web/components/section.tsx';
import type { Got, Paged, SignInService } from '../../../../web/contract.ts';
import { useFormat } from '../../../../web/format.ts';
import { SignInAgain, useNewSession } from '../sign-in-again.tsx';
import { goToService, type Service, useServiceAway } from './services.tsx';

const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => api.get<Got<'/about'>>('/about', { signal }),
});
const joinedQuery = queryOptions({
  queryKey: ['me', 'sign-in-services'],
  queryFn: ({ signal }) => api.get<Paged<SignInService>>('/me/sign-in-services', { signal }),
});

/** The services through which one signs in, and those through which one could. */
export function ServicesSection() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { signInServices } = useSuspenseQuery(aboutQuery).data;
  const { items } = useSuspenseQuery(joinedQuery).data;
  if (signInServices.length + items.length === 0) return null;
  const others = signInServices.filter(({ id }) => !items.some(({ provider }) => provider === id));
  return (
    <Section title={t`Other services`}>
      <div className="grid gap-6">
        {items.length > 0 && (
          <ul className="hairline divide-y divide-line rounded-card bg-card">
            {items.map((service) => (
              <Joined
                key={service.id}
                service={service}
                onChanged={() => client.refetchQueries({ queryKey: joinedQuery.queryKey })}
              />
            ))}
          </ul>
        )}
        {others.map((service) => (
          <Join key={service.id} service={service} />
        ))}
      </div>
    </Section>
  );
}

function Joined(props: { service: SignInService; onChanged: () => Promise<unknown> }) {
  const { id, provider, createdAt } = props.service;
  const { t } = useLingui();
  const since = useFormat().date(createdAt);
  const name = props.service.name ?? provider;
  return (
    <li className="grid gap-3 p-[min(1.25rem,5vw)]">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-ink-soft">
          <Trans>You sign in with it since {since}.</Trans>
        </p>
      </div>
      <AskFirst
        label={
          <>
            <Trans>Take away</Trans>
            <span className="sr-only">: {name}</span>
          </>
        }
        question={t`Sign in with ${name} no longer?`}
        keep={<Trans>Keep it</Trans>}
        confirm={<Trans>Take it away</Trans>}
        pendingLabel={t`Taking it away…`}
        onConfirm={async () => {
          await api.delete(`/me/sign-in-services/${id}`);
          await props.onChanged();
        }}
      >
        <Trans>You can always sign in with a code by e-mail.</Trans>
      </AskFirst>
    </li>
  );
}

function Join({ service }: { service: Service }) {
  const { t } = useLingui();
  const away = useServiceAway();
  const { isNeeded, withNewSession } = useNewSession();
  if (isNeeded) return <SignInAgain />;
  return (
    <Form
      className="grid sm:justify-items-start"
      onSubmit={async () => {
        const go = () => goToService(service.id, { to: '/account', link: true });
        await away(service, () => withNewSession(go));
      }}
    >
      <PlainButton type="submit" variant="secondary" pendingLabel={t`One moment…`}>
        <Trans>Sign in with {service.name} too</Trans>
      </PlainButton>
    </Form>
  );
}
