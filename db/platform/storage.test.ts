import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure, type PlatformCluster, platformFile, startCluster, value } from './testing.ts';

let cluster: PlatformCluster;
let db: pg.Client;

beforeAll(async () => {
  cluster = await startCluster();
  db = await cluster.connect('postgres');
  await db.query(platformFile('roles.sql'));
  await db.query(platformFile('storage.sql'));
  await db.query(`insert into storage.buckets (id, name) values ('b', 'b'), ('empty', 'empty')`);
});
afterAll(() => cluster.stop());

describe('paths', () => {
  // what Supabase's own functions answer: name, foldername, filename, extension, path_tokens
  const vectors: [string | null, string[] | null, string | null, string | null, string[] | null][] =
    [
      ['a.txt', [], 'a.txt', 'txt', ['a.txt']],
      ['folder/a.txt', ['folder'], 'a.txt', 'txt', ['folder', 'a.txt']],
      ['a/b/c/pic.tar.gz', ['a', 'b', 'c'], 'pic.tar.gz', 'gz', ['a', 'b', 'c', 'pic.tar.gz']],
      ['noext', [], 'noext', 'noext', ['noext']],
      ['a/noext', ['a'], 'noext', 'noext', ['a', 'noext']],
      ['a/b/', ['a', 'b'], '', '', ['a', 'b', '']],
      ['', null, null, null, []],
      ['/lead/x.png', ['', 'lead'], 'x.png', 'png', ['', 'lead', 'x.png']],
      ['.hidden', [], '.hidden', 'hidden', ['.hidden']],
      ['a/.hidden', ['a'], '.hidden', 'hidden', ['a', '.hidden']],
      ['a//b.txt', ['a', ''], 'b.txt', 'txt', ['a', '', 'b.txt']],
      ['trail.', [], 'trail.', '', ['trail.']],
      [null, null, null, null, null],
      ['Ünï/façade.JPG', ['Ünï'], 'façade.JPG', 'JPG', ['Ünï', 'façade.JPG']],
    ];

  it.each(vectors)('%s', async (name, folder, file, extension, tokens) => {
    const { rows } = await db.query({
      text: `with row as (insert into storage.objects (bucket_id, name) values ('b', $1) returning path_tokens)
        select storage.foldername($1), storage.filename($1), storage.extension($1), path_tokens from row`,
      values: [name],
      rowMode: 'array',
    });
    expect(rows[0]).toEqual([folder, file, extension, tokens]);
  });

  it('get_common_prefix gives the folder below a prefix', async () => {
    const common = (key: string) =>
      value(db, `select storage.get_common_prefix($1, 'a/', '/')`, [key]);
    expect(await common('a/b/c.txt')).toBe('a/b/');
    expect(await common('a/c.txt')).toBeNull();
  });
});

describe('objects', () => {
  beforeEach(async () => {
    await db.query('begin');
    await db.query(`set local storage.allow_delete_query = 'true'`);
    await db.query('delete from storage.objects');
    await db.query(`set local storage.allow_delete_query = ''`);
    return () => db.query('rollback');
  });

  const add = (name: string, size = 1) =>
    db.query(`insert into storage.objects (bucket_id, name, metadata) values ('b', $1, $2)`, [
      name,
      { size },
    ]);

  it('cannot be deleted by SQL unless that is allowed', async () => {
    await add('x');
    await db.query('savepoint s');
    expect(await failure(db.query('delete from storage.objects'))).toBe('42501');
    await db.query('rollback to s');
    expect(await failure(db.query('delete from storage.buckets'))).toBe('42501');
    await db.query('rollback to s');
    await db.query(`set local storage.allow_delete_query = 'true'`);
    expect((await db.query('delete from storage.objects')).rowCount).toBe(1);
  });

  it('are closed to clients until a policy opens them, TRUNCATE too', async () => {
    await add('x');
    await db.query('set local role authenticated');
    expect(await value(db, 'select count(*)::int from storage.objects')).toBe(0);
    await db.query('savepoint s');
    const insert = `insert into storage.objects (bucket_id, name) values ('b', 'y')`;
    expect(await failure(db.query(insert))).toBe('42501');
    await db.query('rollback to s');
    expect(await failure(db.query('truncate storage.objects'))).toBe('42501');
  });

  it('can_insert_object tells by its error', async () => {
    const attempt = async (bucket: string) => {
      await db.query('savepoint s');
      const call = `select storage.can_insert_object($1, 'a/b', null, '{}')`;
      const code = await failure(db.query(call, [bucket]));
      await db.query('rollback to s');
      return code;
    };
    expect(await attempt('b')).toBe('PT200');
    expect(await attempt('nowhere')).toBe('23503');
    await db.query('set local role authenticated');
    expect(await attempt('b')).toBe('42501');
    await db.query('reset role');
    expect(await value(db, 'select count(*)::int from storage.objects')).toBe(0);
  });

  it('get_size_by_bucket adds up, without a row for an empty bucket', async () => {
    await add('a', 40);
    await add('b', 2);
    const { rows } = await db.query('select * from storage.get_size_by_bucket()');
    expect(rows).toEqual([{ size: '42', bucket_id: 'b' }]);
  });

  it('search lists one level, folders first, without wildcards', async () => {
    for (const name of ['A/1.txt', 'a/2.txt', 'a/sub/3.txt', 'a%/4.txt', 'top.txt'])
      await add(name);
    const search = async (...args: unknown[]) => {
      const text = `select name, id is null as folder from storage.search($1, 'b', $2, $3, 0, $4, 'name', $5)`;
      const { rows } = await db.query(text, args);
      return rows.map((row) => (row.folder ? `${row.name}/` : row.name));
    };
    expect(await search('', 100, 1, '', 'asc')).toEqual(['A/', 'a/', 'a%/', 'top.txt']);
    expect(await search('a/', 100, 2, '', 'desc')).toEqual(['sub/', '2.txt', '1.txt']);
    expect(await search('a%', 100, 2, '', 'asc')).toEqual(['4.txt']);
    expect(await search('', 2, 1, 'T', 'asc')).toEqual(['top.txt']);
  });

  it('updated_at follows each update', async () => {
    await db.query(
      `insert into storage.objects (bucket_id, name, updated_at) values ('b', 'x', '2000-01-01')`,
    );
    await db.query(`update storage.objects set version = '2'`);
    expect(await value(db, 'select updated_at = now() from storage.objects')).toBe(true);
  });
});

it('a bucket name has at most 100 characters', async () => {
  const insert = `insert into storage.buckets (id, name) values ('long', repeat('x', 101))`;
  await expect(db.query(insert)).rejects.toThrow(/is too long \(101 characters\)/);
});

it('operations are compared with and without their prefix', async () => {
  await db.query(`select set_config('storage.operation', 'storage.object.list', false)`);
  expect(await value(db, `select storage.allow_only_operation('object.list')`)).toBe(true);
  expect(
    await value(db, `select storage.allow_any_operation('{object.get,storage.object.list}')`),
  ).toBe(true);
  expect(await value(db, `select storage.allow_only_operation('object.get')`)).toBe(false);
  await db.query('reset storage.operation');
  expect(await value(db, `select storage.allow_only_operation('')`)).toBe(false);
});
