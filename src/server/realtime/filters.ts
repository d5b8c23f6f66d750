import { Refusal } from './refusal.ts';

/** As `realtime.user_defined_filter`. */
export interface Filter {
  column: string;
  op: string;
  value: string;
  negate: boolean;
}

/** `match` and `imatch` are left out: somebody's pattern could hold up everybody's changes. */
const operators = 'eq neq lt lte gt gte in like ilike is isdistinct'.split(' ');
const limits = { conditions: 10, length: 500, wildcards: 4 };

/**
 * Reads `id=eq.1,status=not.in.(a,"b,c")`, as `@supabase/realtime-js` documents it: conditions that
 * must all hold, split at commas outside quotes and parentheses.
 *
 * @throws Refusal that names the condition
 */
export function readFilters(text: string): Filter[] {
  const conditions = split(text);
  if (conditions.length > limits.conditions) throw new Refusal('a filter has too many conditions');
  return conditions.map(readCondition);
}

function readCondition(text: string): Filter {
  const [, column, not, op, value] = /^([^=]+)=(not\.)?([a-z]+)\.(.*)$/s.exec(text.trim()) ?? [];
  if (column === undefined || op === undefined || value === undefined) {
    throw new Refusal(`"${text}" is no filter: it must be column=operator.value`);
  }
  if (!operators.includes(op)) throw new Refusal(`filters with ${op} are not offered here`);
  const wildcards = op.endsWith('like') ? value.split('%').length - 1 : 0;
  if (value.length > limits.length || wildcards > limits.wildcards) {
    throw new Refusal('the value of a filter is too long');
  }
  return {
    column,
    op,
    value: op === 'in' ? readList(value) : unquote(value),
    negate: not !== undefined,
  };
}

/** `(a,"b,c")` as PostgreSQL writes an array. */
function readList(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) {
    throw new Refusal('the values of an in filter must be in parentheses');
  }
  const items = split(text.slice(1, -1)).map((item) => unquote(item.trim()));
  return `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

function unquote(text: string): string {
  const quoted = /^"(.*)"$/s.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replace(/\\(.)/gs, '$1');
}

/** At commas outside quotes and parentheses. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of text.matchAll(/"(?:\\.|[^"\\])*"|./gs)) {
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
