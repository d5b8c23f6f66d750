import { Type } from 'typebox';
import { markedParts } from './marked-parts.ts';

export const Parts = Type.Array(
  Type.Object({
    text: Type.String(),
    hit: Type.Boolean({ description: 'A word that was searched for.' }),
  }),
  { description: 'Plain text, in order.' },
);

/** The parts of a text that was marked, or all of the text as one part. */
export const partsOf = (marked: string | null | undefined, text: string | null) =>
  markedParts(marked ?? text ?? '');
