import type { TestDatabase } from './database.ts';

export interface Mutation {
  /** Which policy, and what is done to it. */
  what: string;
  table: string;
  apply: string;
  restore: string;
}

interface Policy {
  name: string;
  table: string;
  command: string;
  roles: string;
  using: string | null;
  check: string | null;
}

/**
 * Every policy for clients of public and of the platform's tables, spoilt in each way that matters: gone, wide open, and
 * with each clause taken out in the direction that lets more through (part of an AND) or less (part of
 * an OR). A test that does not notice one of them does not hold the rule.
 */
export async function policyMutations(sql: TestDatabase['sql']): Promise<Mutation[]> {
  const policies = await sql<Policy>`
    select p.polname as name, p.polrelid::regclass::text as table,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
        else 'delete' end as command,
      (select string_agg(role::regrole::text, ', ') from unnest(p.polroles) role) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where (c.relnamespace = 'public'::regnamespace
        or c.oid in ('storage.objects'::regclass, 'realtime.messages'::regclass))
      and p.polroles <> array[to_regrole('telloom_admin')]::oid[]
    order by 2, 1`;
  return policies.flatMap(mutationsOf);
}

function mutationsOf(policy: Policy): Mutation[] {
  const { name, table, command, roles, using, check } = policy;
  const drop = `drop policy ${name} on ${table}`;
  const create = (u: string | null, c: string | null) =>
    `create policy ${name} on ${table} for ${command} to ${roles}` +
    `${u === null ? '' : ` using (${u})`}${c === null ? '' : ` with check (${c})`}`;
  const restore = create(using, check);
  const spoilt = (what: string, u: string | null, c: string | null): Mutation => ({
    what: `${table} ${name}: ${what}`,
    table,
    apply: `${drop}; ${create(u, c)}`,
    restore: `${drop}; ${restore}`,
  });
  const open = using === 'true' ? [] : using && [spoilt('using (true)', 'true', check)];
  return [
    { what: `${table} ${name}: gone`, table, apply: drop, restore },
    ...(open || []),
    ...(check ? [spoilt('with check (true)', using, 'true')] : []),
    ...clausesOf(using ?? '').map(({ text, without }) =>
      spoilt(`using, without ${text}`, without, check),
    ),
    ...clausesOf(check ?? '').map(({ text, without }) =>
      spoilt(`with check, without ${text}`, using, without),
    ),
  ];
}

/** Each column that authenticated may not read, set or change, given to it, in tables that are open to it. */
export async function columnMutations(sql: TestDatabase['sql']): Promise<Mutation[]> {
  const columns = await sql<{ table: string; column: string; privilege: string }>`
    select c.oid::regclass::text as table, quote_ident(a.attname) as column, privilege
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
      unnest(array['select', 'insert', 'update']) privilege
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_any_column_privilege('authenticated', c.oid, 'select')
      and not has_column_privilege('authenticated', c.oid, a.attnum, privilege)
    order by 1, 2, 3`;
  return columns.map(({ table, column, privilege }) => ({
    what: `${table}: ${privilege} of ${column}`,
    table,
    apply: `grant ${privilege} (${column}) on ${table} to authenticated`,
    restore: `revoke ${privilege} (${column}) on ${table} from authenticated`,
  }));
}

interface Clause {
  text: string;
  /** The expression with this clause made `true` (in an AND) or `false` (in an OR). */
  without: string;
}

/**
 * The operands of each AND and OR of an expression as `pg_get_expr` prints it: with every group in
 * parentheses of its own, which holds one kind of operator.
 */
export function clausesOf(expression: string): Clause[] {
  const clauses: Clause[] = [];
  const groups: { start: number; cuts: number[]; operator?: string }[] = [{ start: 0, cuts: [] }];
  const close = (end: number) => {
    const group = groups.pop();
    if (group?.operator === undefined) return;
    const bounds = [group.start, ...group.cuts, end];
    const width = ` ${group.operator} `.length;
    for (let i = 0; i + 1 < bounds.length; i++) {
      const from = (bounds[i] as number) + (i === 0 ? 0 : width);
      const to = bounds[i + 1] as number;
      const neutral = group.operator === 'AND' ? 'true' : 'false';
      clauses.push({
        text: expression.slice(from, to),
        without: expression.slice(0, from) + neutral + expression.slice(to),
      });
    }
  };
  for (let at = 0; at < expression.length; at++) {
    const rest = expression.slice(at);
    const quoted = /^(?:'[^']*'|"[^"]*")/.exec(rest)?.[0];
    const operator = /^ (AND|OR) /.exec(rest)?.[1];
    const group = groups.at(-1);
    if (quoted) at += quoted.length - 1;
    else if (rest.startsWith('(')) groups.push({ start: at + 1, cuts: [] });
    else if (rest.startsWith(')')) close(at);
    else if (operator && group) {
      group.operator = operator;
      group.cuts.push(at);
    }
  }
  close(expression.length);
  return clauses;
}
