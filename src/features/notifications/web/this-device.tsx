import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '../../../web/components/button.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { deviceQuery, useDevice } from './device.ts';

/** Whether this phone, tablet or computer shows when there is something new. */
export function ThisDevice() {
  const { t } = useLingui();
  const words = useErrorWords();
  const { data: state } = useSuspenseQuery(deviceQuery);
  const device = useDevice();
  if (state === 'none') return null;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-semibold">
        <Trans>This device</Trans>
      </p>
      <p>
        {state === 'on' && <Trans>It shows when there is something new. It says no names.</Trans>}
        {state === 'off' && (
          <Trans>It can show when there is something new. It says no names.</Trans>
        )}
        {state === 'blocked' && (
          <Trans>Your browser keeps our messages away. You can change that in its settings.</Trans>
        )}
      </p>
      {state !== 'blocked' && (
        <Button
          variant="secondary"
          isPending={device.isPending}
          pendingLabel={t`One moment…`}
          onPress={() => device.mutate(state === 'off')}
        >
          {state === 'on' ? <Trans>Stop it here</Trans> : <Trans>Show it here</Trans>}
        </Button>
      )}
      {device.isError && <p role="alert">{words(device.error)}</p>}
    </div>
  );
}
