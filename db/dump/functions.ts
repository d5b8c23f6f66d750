import type pg from 'pg';
import { notOfExtension, ourSchemas, section } from './section.ts';

/** One section for each function, ordered by schema, name and argument types. */
export async function dumpFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{
    signature: string;
    definition: string;
    comment: string | null;
    grants: string[];
  }>(`
    select p.oid::regprocedure::text as signature, rtrim(pg_get_functiondef(p.oid), E'\\n') as definition,
      format('comment on function %s is %L;', p.oid::regprocedure, d.description) as comment,
      array(
        select format('grant execute on function %s to %s;', p.oid::regprocedure,
          case when a.grantee = 0 then 'public' else quote_ident(a.grantee::regrole::text) end)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee <> p.proowner
        order by a.grantee::regrole::text collate "C"
      ) as grants
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    left join pg_catalog.pg_description d
      on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_proc'::regclass
    where n.nspname in (${ourSchemas}) and p.prokind in ('f', 'p', 'w')
      and ${notOfExtension('pg_proc', 'p.oid')}
    order by n.nspname, p.proname, p.oid::regprocedure::text collate "C"`);
  return rows.map(({ signature, definition, comment, grants }) =>
    section(signature, [
      `${definition};`,
      // format() makes a sentence of no comment too
      ...(comment?.endsWith(' is NULL;') ? [] : [comment ?? '']),
      ...(grants.length > 0 ? grants : ['-- for its owner alone']),
    ]),
  );
}
