import type pg from 'pg';

const head = `// Rows of the tables and views of public and api, as \`pg\` returns them, and the enums.
// Made by \`npx tsx db/generate.ts\` from the catalogue; a test fails when it is stale.
//
// numeric and bigint come as text, so that no digit is lost; date and timestamps as Date (a
// timestamp without a zone and a date are read as local time); json as parsed. The catalogue does
// not know which columns of a view are never null, so all of them may be.
`;

/** What the parsers of pg-types, which \`pg\` uses, make of each type. */
const scalars: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  tsvector: 'string',
  numeric: 'string',
  int8: 'string',
  int4: 'number',
  int2: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  timestamp: 'Date',
  date: 'Date',
  jsonb: 'unknown',
  json: 'unknown',
};

interface Column {
  schema: string;
  relation: string;
  name: string;
  type: string;
  isEnum: boolean;
  isArray: boolean;
  nullable: boolean;
}

/**
 * The text of types.ts. A table `public."Profile"` gives `ProfileRow`, a view `api.story` gives
 * `ApiStoryRow`, an enum its name in capitals.
 *
 * @throws Error on a column type of which it does not know what `pg` makes of it
 */
export async function generateTypes(client: pg.Client): Promise<string> {
  const { rows: enums } = await client.query<{ name: string; labels: string[] }>(`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid
    where t.typnamespace in ('public'::regnamespace, 'api'::regnamespace)
    group by t.typname order by t.typname`);
  const { rows: columns } = await client.query<Column>(`
    select n.nspname as schema, c.relname as relation, a.attname as name,
      coalesce(element.typname, t.typname) as type,
      coalesce(element.typtype, t.typtype) = 'e' as "isEnum",
      element.oid is not null as "isArray",
      c.relkind not in ('r', 'p') or not a.attnotnull as nullable
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_type element on element.oid = t.typelem and t.typcategory = 'A'
    where n.nspname in ('public', 'api') and c.relkind in ('r', 'p', 'v', 'm')
    order by n.nspname desc, c.relname, a.attnum`);
  const relations = new Map<string, Column[]>();
  for (const column of columns) {
    const key = `${column.schema}.${column.relation}`;
    relations.set(key, [...(relations.get(key) ?? []), column]);
  }
  return [head, ...enums.map(enumType), ...[...relations.values()].map(rowType)].join('\n');
}

const enumType = ({ name, labels }: { name: string; labels: string[] }): string =>
  `export type ${pascal(name)} =\n${labels.map((label) => `  | '${label}'`).join('\n')};\n`;

function rowType(columns: Column[]): string {
  const first = columns[0];
  if (first === undefined) return '';
  const { schema, relation } = first;
  const name = `${schema === 'public' ? '' : pascal(schema)}${pascal(relation)}Row`;
  return `/** ${schema}.${relation} */\nexport interface ${name} {\n${columns.map(property).join('\n')}\n}\n`;
}

function property({ schema, relation, name, type, isEnum, isArray, nullable }: Column): string {
  const scalar = isEnum ? pascal(type) : scalars[type];
  if (scalar === undefined) throw new Error(`${schema}.${relation}.${name}: what is a ${type}?`);
  // unknown takes null in
  const suffix = `${isArray ? '[]' : ''}${nullable && scalar !== 'unknown' ? ' | null' : ''}`;
  return `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${scalar}${suffix};`;
}

const pascal = (name: string): string =>
  name.replace(/(?:^_*|_)([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase());
