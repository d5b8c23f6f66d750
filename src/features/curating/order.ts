import { Type } from 'typebox';
import { ProblemError } from '../../server/errors.ts';
import { Uuid } from '../../server/schemas.ts';

export const Order = Type.Object({
  ids: Type.Array(Uuid, { maxItems: 10_000, description: 'All of them, in their new order.' }),
});

/** Refuses an order that was made of another list than the one that is held now: 412. */
export function mustBeAll(ids: string[], held: { id: string }[]): void {
  const wanted = new Set(ids);
  const same = wanted.size === ids.length && held.every(({ id }) => wanted.has(id));
  if (!same || ids.length !== held.length) throw new ProblemError('changed-meanwhile');
}
