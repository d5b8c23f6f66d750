import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { deviceOf } from './device.ts';
import { sessionsQuery, useEndSession } from './queries.ts';

/** Each device that is signed in, with a button to sign it out. */
export function SessionList() {
  const { t } = useLingui();
  const format = useFormat();
  const words = useErrorWords();
  const end = useEndSession();
  const { items } = useSuspenseQuery(sessionsQuery).data;
  return (
    <div className="grid gap-4">
      <Rows>
        {items.map((session) => {
          const device = deviceOf(session.userAgent);
          const Icon = device.isHandheld ? Smartphone : Laptop;
          const name = device.name ?? t`A device we do not know`;
          const used = format.dateTime(session.lastUsedAt ?? session.createdAt);
          return (
            <Row
              key={session.id}
              picture={<Icon aria-hidden="true" className="size-7 shrink-0 text-ink-soft" />}
              title={name}
              about={session.current ? t`This device` : t`Used last on ${used}`}
              action={
                !session.current && (
                  <Button
                    variant="secondary"
                    aria-label={t`Sign out: ${name}`}
                    isPending={end.isPending && end.variables === session.id}
                    onPress={() => end.mutate(session.id)}
                  >
                    <Trans>Sign out</Trans>
                  </Button>
                )
              }
            />
          );
        })}
      </Rows>
      {end.isError && (
        <Notice tone="stop" live>
          {words(end.error)}
        </Notice>
      )}
    </div>
  );
}
