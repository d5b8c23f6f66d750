import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Stethoscope } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { Integration, IntegrationAnswer } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useOutcomeWords } from './service-words.ts';

/** Asks a service, and says what it answered. */
export function TestService({ name, title }: { name: Integration['name']; title: string }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const outcomes = useOutcomeWords();
  const test = useMutation({
    mutationFn: () => api.post<IntegrationAnswer>(`/admin/integrations/${name}/test`),
  });
  return (
    <div className="grid gap-4">
      <div>
        <Button
          variant="secondary"
          icon={Stethoscope}
          aria-label={t`Test: ${title}`}
          isPending={test.isPending}
          pendingLabel={t`Asking…`}
          onPress={() => test.mutate()}
        >
          <Trans context="ask a service whether it works">Test</Trans>
        </Button>
      </div>
      <div role="status">
        {test.isSuccess && (
          <Notice
            tone={test.data.outcome === 'well' ? 'good' : 'careful'}
            title={outcomes[test.data.outcome]}
          >
            {test.data.said !== null && (
              <p lang="en" className="break-words text-ink-soft">
                {test.data.said}
              </p>
            )}
          </Notice>
        )}
        {test.isError && <Notice tone="stop" title={words(test.error)} />}
      </div>
    </div>
  );
}
