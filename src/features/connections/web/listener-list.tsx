import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Listener } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { useSetAccess } from './queries.ts';
import { useRemoveListener } from './use-remove-listener.ts';

/** People who accepted, each with a button that pauses their watching or lets them go on, and one that ends it. */
export function ListenerList({ listeners }: { listeners: Listener[] }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const setAccess = useSetAccess();
  const { leaving, remove } = useRemoveListener();
  const about = useAbout();
  const here = listeners.filter(({ id }) => !leaving.has(id));
  return (
    <div className="grid gap-4">
      {here.length > 0 && (
        <Rows>
          {here.map((listener) => {
            const { id, hasAccess } = listener;
            const name = listener.name ?? t`Someone without a name`;
            return (
              <Row
                key={id}
                picture={<Avatar name={listener.name} url={listener.avatarUrl} />}
                title={name}
                about={about(listener)}
                action={
                  <div className="grid gap-3">
                    <Button
                      variant="secondary"
                      aria-label={hasAccess ? t`Pause: ${name}` : t`Let them watch again: ${name}`}
                      isPending={setAccess.isPending && setAccess.variables.id === id}
                      onPress={() => setAccess.mutate({ id, hasAccess: !hasAccess })}
                    >
                      {hasAccess ? <Trans>Pause</Trans> : <Trans>Let them watch again</Trans>}
                    </Button>
                    <Button
                      variant="secondary"
                      aria-label={t`Take out: ${name}`}
                      onPress={() => void remove(listener)}
                    >
                      <Trans>Take out</Trans>
                    </Button>
                  </div>
                }
              />
            );
          })}
        </Rows>
      )}
      <p className="text-ink-soft">
        <Trans>Someone who is paused cannot watch anything, until you let them again.</Trans>
      </p>
      {setAccess.isError && (
        <Notice tone="stop" live>
          {words(setAccess.error)}
        </Notice>
      )}
    </div>
  );
}

function useAbout(): (listener: Listener) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ hasAccess, lastViewed, sharedSince }) => {
    if (!hasAccess) return t`Paused. They cannot watch now.`;
    if (lastViewed) return t`Watched last on ${format.date(lastViewed)}.`;
    if (sharedSince) return t`Here since ${format.date(sharedSince)}.`;
    return t`May watch.`;
  };
}
