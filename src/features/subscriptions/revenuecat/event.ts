import { Type } from 'typebox';
import { Value } from 'typebox/value';

const Message = Type.Object({
  event: Type.Object({
    id: Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\u0000]+$' }),
    type: Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\u0000]+$' }),
  }),
});

/** An event of RevenueCat, as far as it matters: which one it is, and whom to look at. */
export interface RevenueCatEvent {
  id: string;
  type: string;
  /** Every name of a customer that it carries. */
  customers: string[];
}

/** Where customers are named. A TRANSFER names them in the last two alone. */
const names = [
  'app_user_id',
  'original_app_user_id',
  'aliases',
  'transferred_from',
  'transferred_to',
];

/** Longer ones, and ones with a null character, are nobody's. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 1500 && !value.includes('\0');

/** Reads the body of a webhook; null where it is none. Types that are unknown are read as well. */
export function readEvent(body: string): RevenueCatEvent | null {
  const message = parse(body);
  if (!Value.Check(Message, message)) return null;
  const { event } = message;
  const named = names.flatMap((name) => (event as Record<string, unknown>)[name]);
  return { id: event.id, type: event.type, customers: [...new Set(named.filter(isName))] };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
