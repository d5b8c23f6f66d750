import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { offerUndo, tellFailure } from '../../../web/components/undo.ts';
import type { Following } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';

/** Follows somebody no longer: only another invitation or request would bring it back, so it waits for the undo. */
export function useUnfollow() {
  const { t } = useLingui();
  const words = useErrorWords();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const show = (id: string) =>
    setLeaving((before) => new Set([...before].filter((other) => other !== id)));
  const refresh = () =>
    Promise.all(
      [['following'], ['feed'], ['shelves'], ['me']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );

  function unfollow({ id, name }: Following) {
    setLeaving((before) => new Set([...before, id]));
    offerUndo({
      words:
        name === null ? t`You watch their stories no longer.` : t`You watch ${name} no longer.`,
      undo: () => show(id),
      settle: () => {
        api.delete(`/following/${id}`, { keepalive: true }).then(refresh, (error: unknown) => {
          show(id);
          tellFailure(words(error));
        });
      },
    });
  }
  return { leaving, unfollow };
}
