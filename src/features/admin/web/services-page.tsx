import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import { PasswordField, TextField } from '../../../web/components/text-field.tsx';
import type { Integration } from '../../../web/contract.ts';
import { AdminPage } from './admin-page.tsx';
import { integrationsQuery } from './queries.ts';
import { useServiceWords } from './service-words.ts';
import { TestService } from './test-service.tsx';

/** `/admin/services`: what Telloom works with, what is set for it, and whether it answers. */
export function ServicesPage() {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(integrationsQuery).data;
  return (
    <AdminPage title={t`Connected services`}>
      <p className="mb-10 max-w-2xl">
        <Trans>
          Telloom works without all of them. What you enter here is kept encrypted, is never shown
          again, and holds from the next start on.
        </Trans>
      </p>
      {items.map((service) => (
        <Service key={service.name} service={service} />
      ))}
    </AdminPage>
  );
}

function Service({ service }: { service: Integration }) {
  const { t } = useLingui();
  const { title, about } = useServiceWords()[service.name];
  const [entering, setEntering] = useState(false);
  const isSet = service.isOn || service.settings.some(({ source }) => source !== null);
  return (
    <Section title={title}>
      <div className="grid gap-5">
        <p className="max-w-2xl text-ink-soft">{about}</p>
        <Notice
          tone={service.isOn ? 'good' : 'plain'}
          title={service.isOn ? t`It is set up` : t`It is not set up`}
        >
          {service.waitsForStart && (
            <p>
              <Trans>Start Telloom again, and what was entered holds.</Trans>
            </p>
          )}
        </Notice>
        {isSet && <TestService name={service.name} title={title} />}
        {entering ? (
          <Enter service={service} onEnd={() => setEntering(false)} />
        ) : (
          <div>
            <Button
              variant="secondary"
              aria-label={t`Enter settings: ${title}`}
              onPress={() => setEntering(true)}
            >
              <Trans>Enter settings</Trans>
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

/** Names without anything secret in them may be seen while they are typed. */
const isOpen = (name: string) => /_(ID|HOST|MODEL|FROM)$|_(SPEECH|SUMMARY)_URL$/.test(name);

function Enter({ service, onEnd }: { service: Integration; onEnd: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const open = service.settings.filter(({ source }) => source !== 'environment');
  const send = async (values: Record<string, string>) => {
    const given = Object.entries(values).filter(([, value]) => value.trim() !== '');
    await api.put(
      `/admin/integrations/${service.name}`,
      Object.fromEntries(given.map(([name, value]) => [name, value.trim()])),
    );
    await client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
    onEnd();
  };
  if (open.length === 0) {
    return (
      <p>
        <Trans>All of it is set where Telloom is started, and is changed there.</Trans>
      </p>
    );
  }
  return (
    <Form onSubmit={send}>
      {open.map(({ name, about, source }) => {
        const Field = isOpen(name) ? TextField : PasswordField;
        return (
          <Field
            key={name}
            name={name}
            label={name}
            autoComplete="off"
            maxLength={10_000}
            hint={
              <>
                <span lang="en">{about.replaceAll('`', '')}</span>{' '}
                {source === 'entered' && <Trans>Something is set. Empty leaves it.</Trans>}
                {source === 'unreadable' && (
                  <Trans>What was set cannot be read any more. Enter it again.</Trans>
                )}
              </>
            }
          />
        );
      })}
      <div className="flex flex-wrap gap-4">
        <Button type="submit" pendingLabel={t`Keeping it…`}>
          <Trans>Keep these</Trans>
        </Button>
        <Forget service={service} onEnd={onEnd} />
        <Button variant="quiet" onPress={onEnd}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </Form>
  );
}

/** Takes away all that was entered for this service. */
function Forget({ service, onEnd }: { service: Integration; onEnd: () => void }) {
  const client = useQueryClient();
  const entered = service.settings.filter(
    ({ source }) => source === 'entered' || source === 'unreadable',
  );
  if (entered.length === 0) return null;
  return (
    <Button
      variant="secondary"
      onPress={async () => {
        const none = Object.fromEntries(entered.map(({ name }) => [name, null]));
        await api.put(`/admin/integrations/${service.name}`, none);
        await client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
        onEnd();
      }}
    >
      <Trans>Forget what was entered</Trans>
    </Button>
  );
}
