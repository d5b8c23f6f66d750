import { Type } from 'typebox';
import { Nullable } from '../../../server/schemas.ts';
import { markedParts } from './marked-parts.ts';
import { Parts } from './marks.ts';

/** Where something was met: the field, and the second where that is one of a recording. */
export const hitIn = <const Fields extends string[]>(...fields: Fields) =>
  Type.Object({
    field: Type.Enum(fields),
    at: Nullable(Type.Number({ description: 'Seconds: where in the recording it is said.' })),
    parts: Parts,
  });

/** As private.hits() gives it. */
export interface HitRow<Field extends string> {
  field: Field;
  at: number | null;
  snippet: string;
}

export const toHit = <Field extends string>({ snippet, ...hit }: HitRow<Field>) => ({
  ...hit,
  parts: markedParts(snippet),
});
