import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { offerUndo, tellFailure } from '../../../web/components/undo.ts';
import type { Listener } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';

/**
 * Takes somebody out, with a way back. From the first moment on they watch nothing: they are paused, and
 * their place among the listeners, with what they watched, goes when the offer to undo is over.
 */
export function useRemoveListener() {
  const { t } = useLingui();
  const words = useErrorWords();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const refresh = () => client.invalidateQueries({ queryKey: ['listeners'] });
  const setAccess = (id: string, hasAccess: boolean) =>
    api.patch(`/listeners/${id}`, { hasAccess });
  const show = (id: string) =>
    setLeaving((before) => new Set([...before].filter((other) => other !== id)));
  const fail = (id: string) => (error: unknown) => {
    show(id);
    tellFailure(words(error));
    return refresh();
  };

  async function remove({ id, hasAccess, ...listener }: Listener) {
    const name = listener.name ?? t`Someone without a name`;
    setLeaving((before) => new Set([...before, id]));
    try {
      if (hasAccess) await setAccess(id, false);
    } catch (error) {
      return fail(id)(error);
    }
    offerUndo({
      words: t`${name} was taken out and can no longer watch.`,
      undo: () => {
        show(id);
        (hasAccess ? setAccess(id, true) : Promise.resolve()).then(refresh, fail(id));
      },
      settle: () => {
        api.delete(`/listeners/${id}`, { keepalive: true }).then(refresh, fail(id));
      },
    });
  }
  return { leaving, remove };
}
