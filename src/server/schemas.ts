import { type TNull, type TSchema, type TUnion, Type } from 'typebox';
import { ProblemError } from './errors.ts';

export const Uuid = Type.String({ format: 'uuid' });
export const When = Type.String({ format: 'date-time', description: 'ISO 8601' });
export const Nothing = Type.Null({ description: 'No content.' });
/**
 * That, or null. A plain type as `type: [T, 'null']`: a choice of two schemas is tried out on each value,
 * when it is written and when it is read, and says two things about one that fits neither.
 */
export const Nullable = <T extends TSchema>(type: T): TUnion<[T, TNull]> => {
  const { type: plain } = type as { type?: unknown };
  const isPlain = typeof plain === 'string' && plain !== 'object' && plain !== 'array';
  if (!isPlain || 'enum' in type) return Type.Union([type, Type.Null()]);
  return Type.Unsafe({ ...type, type: [plain, 'null'] }) as unknown as TUnion<[T, TNull]>;
};
export const IdParams = Type.Object({ id: Uuid });
export const PageQuery = Type.Object({
  cursor: Type.Optional(
    Type.String({ maxLength: 200, description: 'nextCursor of the page before.' }),
  ),
});

/** What a list answers that is asked for with PageQuery. */
export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });

/** A place in a list that is sorted by time and id, newest first. */
export interface Cursor {
  at: string;
  id: string;
}

export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new ProblemError('invalid', {
      errors: [{ field: 'cursor', message: 'is not a cursor' }],
    });
  }
  return { at, id };
}

/** Cuts the one row too many that was asked for, and makes the cursor of the next page from it. */
export function page<Row extends Cursor>(rows: Row[], size: number) {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const more = rows.length > size && last !== undefined;
  return {
    items: items.map(({ at: _, ...item }) => item),
    nextCursor: more ? Buffer.from(`${last.at} ${last.id}`).toString('base64url') : null,
  };
}
