import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressFor, pageOpen } from '../../../web/acting-for.ts';
import { meQuery } from '../../people/web/queries.ts';

interface Kept {
  canManage: boolean;
  /** Null: somebody's who tells nothing, so that nobody looks after it. */
  sharerId: string | null;
}

/**
 * What one looks after is open in its storyteller's pages alone, where everybody sees whose it is. True
 * while the browser is on its way there.
 */
export function useTheirPages({ canManage, sharerId }: Kept): boolean {
  const me = useSuspenseQuery(meQuery).data;
  const leaves = canManage && sharerId !== null && me.sharerId !== sharerId;
  useEffect(() => {
    const { search, hash } = window.location;
    if (leaves) window.location.replace(addressFor(sharerId, `${pageOpen()}${search}${hash}`));
  }, [leaves, sharerId]);
  return leaves;
}
