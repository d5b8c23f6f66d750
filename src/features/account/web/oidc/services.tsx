import { Trans, useLingui } from '@lingui/react/macro';
import { ApiError, api } from '../../../../web/api.ts';
import { Form } from '../../../../web/components/form.tsx';
import { FormProblems } from '../../../../web/components/form-context.ts';
import { PlainButton } from '../../../../web/components/plain-button.tsx';

export interface Service {
  id: string;
  name: string;
}

interface ServiceButtonProps {
  service: Service;
  /** Where to go on afterwards. */
  to?: string;
}

/** Signs in through another service: away to it, and back. */
export function ServiceButton({ service, to }: ServiceButtonProps) {
  const { t } = useLingui();
  const away = useServiceAway();
  return (
    <Form className="grid" onSubmit={() => away(service, () => goToService(service.id, { to }))}>
      <PlainButton type="submit" variant="secondary" pendingLabel={t`One moment…`}>
        <Trans>Go on with {service.name}</Trans>
      </PlainButton>
    </Form>
  );
}

/** Leaves this page for the service. `link`: whoever is signed in will sign in through it too. */
export async function goToService(
  id: string,
  wish: { to?: string; link?: boolean },
): Promise<void> {
  const { url } = await api.post<{ url: string }>(`/auth/providers/${id}/begin`, wish);
  window.location.assign(url);
}

/** Runs `go`; a service that does not answer becomes words of the form. */
export function useServiceAway() {
  const { t } = useLingui();
  return async <T,>({ name }: Service, go: () => Promise<T>): Promise<T> => {
    try {
      return await go();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.is('PROVIDER_AWAY')) throw error;
      const message = t`${name} does not answer just now. Try again in a moment, or sign in in another way.`;
      throw new FormProblems([{ message }]);
    }
  };
}
