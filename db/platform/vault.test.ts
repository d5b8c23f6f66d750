import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure, type PlatformCluster, platformFile, startCluster, value } from './testing.ts';

const rootKey = randomBytes(32).toString('hex');
let cluster: PlatformCluster;
let db: pg.Client;

beforeAll(async () => {
  cluster = await startCluster();
  db = await cluster.connect('postgres');
  // pgcrypto is not always where we would put it
  await db.query('create schema elsewhere; create extension pgcrypto schema elsewhere');
  for (const file of ['roles.sql', 'pgsodium.sql', 'vault.sql']) await db.query(platformFile(file));
  await unlock(db);
});
afterAll(() => cluster.stop());

const unlock = (client: pg.Client, key = rootKey) =>
  client.query(`select set_config('telloom.root_key', $1, false)`, [key]);
const create = (secret: string, name: string | null = null) =>
  value(db, 'select vault.create_secret($1, $2)', [secret, name]) as Promise<string>;
const read = (id: string) =>
  value(db, 'select decrypted_secret from vault.decrypted_secrets where id = $1', [id]);
const sealed = (id: string) => value(db, 'select secret from vault.secrets where id = $1', [id]);
/** An edit behind the trigger's back, as with a file of the database or a dump. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  await db.query('set session_replication_role = replica');
  await db.query(text, values);
  await db.query('set session_replication_role = origin');
}

describe('secrets', () => {
  it('come back as they were', async () => {
    for (const secret of ['', 'sixteen bytes ok', 'ünïcödé 🔑\n'.repeat(500)]) {
      const id = await create(secret);
      expect(await read(id)).toBe(secret);
    }
  });

  it('are stored sealed, even by a plain INSERT, and never twice alike', async () => {
    const insert = `insert into vault.secrets (secret, nonce) values ('hunter2', '\\x00') returning id`;
    const [a, b] = [await value(db, insert), await value(db, insert)] as [string, string];
    expect(await sealed(a)).not.toContain('hunter2');
    expect(await sealed(a)).not.toBe(await sealed(b));
    expect(await value(db, 'select length(nonce) from vault.secrets where id = $1', [a])).toBe(16);
    expect(await read(a)).toBe('hunter2');
  });

  it('have one owner for each name', async () => {
    await create('1', 'mux');
    expect(await failure(create('2', 'mux'))).toBe('23505');
  });

  it('change only in what is given', async () => {
    const id = await create('one', 'kept');
    const update = 'select vault.update_secret($1, $2, $3, $4, $5)';
    await db.query(update, [id, 'two', null, null, null]);
    await db.query(update, [id, null, null, 'about', null]);
    expect(await read(id)).toBe('two');
    const keyId = await value(db, 'select gen_random_uuid()');
    await db.query(update, [id, null, null, null, keyId]);
    const { rows } = await db.query('select * from vault.decrypted_secrets where id = $1', [id]);
    expect(rows[0]).toMatchObject({
      decrypted_secret: 'two',
      name: 'kept',
      description: 'about',
      key_id: keyId,
    });
    const nobody = [keyId, 'x', null, null, null];
    expect(await failure(db.query(update, nobody))).toBe('P0002');
  });

  it('have a key of their own for each key_id, apart from those of pgsodium', async () => {
    const keys = `select count(distinct k)::int from (values (vault._keys($1)), (vault._keys($2)),
      (pgsodium._keys($1)), (vault._keys($1))) as all_keys (k)`;
    const uuid = (last: number) => `00000000-0000-0000-0000-00000000000${last}`;
    expect(await value(db, keys, [uuid(1), uuid(2)])).toBe(3);
  });

  it('survive an update that writes the ciphertext back', async () => {
    const id = await create('same');
    await db.query('update vault.secrets set secret = secret where id = $1', [id]);
    expect(await read(id)).toBe('same');
    await db.query('update vault.secrets set secret = secret, key_id = id where id = $1', [id]);
    expect(await read(id)).toBe('same');
  });

  it('are refused when they were changed, moved or sealed under another key', async () => {
    const [a, b] = [await create('a'), await create('b')];
    const shared = 'update vault.secrets set key_id = $2, secret = secret where id = $1';
    for (const id of [a, b]) await db.query(shared, [id, a]); // same key, so that only the id differs
    await tamper(
      `update vault.secrets t set (secret, nonce) = (select secret, nonce from vault.secrets where id = $2)
       where id = $1`,
      [a, b],
    );
    expect(await failure(read(a))).toBe('22000');
    expect(await read(b)).toBe('b');
    for (const part of ['secret = $2', `nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 1)`]) {
      const id = await create('c');
      const bytes = Buffer.from((await sealed(id)) as string, 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const values = part.includes('$2') ? [id, bytes.toString('base64')] : [id];
      await tamper(`update vault.secrets set ${part} where id = $1`, values);
      expect(await failure(read(id))).toBe('22000');
    }
    const id = await create('d');
    await tamper(`update vault.secrets set secret = '' where id = $1`, [id]);
    expect(await failure(read(id))).toBe('22000');
    await unlock(db, randomBytes(32).toString('hex'));
    expect(await failure(read(b))).toBe('22000');
    await unlock(db);
  });

  it('stay locked without a root key, or with a malformed one', async () => {
    const id = await create('locked');
    for (const key of ['', 'abc', `${rootKey}00`, 'g'.repeat(64)]) {
      await unlock(db, key);
      expect(await failure(read(id))).toBe('55000');
      expect(await failure(create('new'))).toBe('55000');
    }
    await expect(read(id)).rejects.toMatchObject({
      hint: expect.stringContaining('telloom.root_key'),
    });
    await expect(read(id)).rejects.not.toMatchObject({ message: expect.stringContaining('ggg') });
    expect(await sealed(id)).toBeTypeOf('string'); // the rest of the row needs no key
    await unlock(db);
  });
});

describe('rights', () => {
  const calls = [
    `select vault.create_secret('x')`,
    'select * from vault.secrets',
    'select * from vault.decrypted_secrets',
    `insert into vault.secrets (secret) values ('x')`,
    'select vault._keys(gen_random_uuid())',
    'select * from pgsodium.key',
    `select pgsodium._keys(gen_random_uuid())`,
  ];

  it('are none for clients', async () => {
    const login = await cluster.connect('postgres', 'authenticator');
    await unlock(login);
    for (const role of ['anon', 'authenticated']) {
      await login.query(`set role ${role}`);
      for (const call of calls)
        expect([call, await failure(login.query(call))]).toEqual([call, '42501']);
    }
  });

  it('let the service keep and read secrets, and nothing beneath', async () => {
    const login = await cluster.connect('postgres', 'authenticator');
    await unlock(login);
    await login.query('set role service_role');
    const id = await value(login, `select vault.create_secret('mine')`);
    await login.query(`select vault.update_secret($1, 'ours')`, [id]);
    const one = 'select decrypted_secret from vault.decrypted_secrets where id = $1';
    expect(await value(login, one, [id])).toBe('ours');
    for (const call of calls.slice(3)) expect(await failure(login.query(call))).toBe('42501');
  });
});

describe('pgsodium.key', () => {
  it('wraps a raw key under its parent', async () => {
    const parent = await value(
      db,
      `insert into pgsodium.key (name) values ('parent') returning id`,
    );
    const insert = `insert into pgsodium.key (raw_key, parent_key, key_id, key_context)
      values ('\\xdeadbeef', $1, null, null) returning id`;
    const id = await value(db, insert, [parent]);
    const open = `select encode(decrypted_raw_key, 'hex') from pgsodium.decrypted_key where id = $1`;
    expect(await value(db, open, [id])).toBe('deadbeef');
    const stored = `select position('\\xdeadbeef'::bytea in raw_key) from pgsodium.key where id = $1`;
    expect(await value(db, stored, [id])).toBe(0);
    await db.query('update pgsodium.key set raw_key = raw_key');
    expect(await value(db, open, [id])).toBe('deadbeef');
    await tamper(`update pgsodium.key set associated_data = 'x' where id = $1`, [id]);
    expect(await failure(value(db, open, [id]))).toBe('22000');
  });

  it('keeps no raw key without a parent', async () => {
    const insert = `insert into pgsodium.key (raw_key) values ('\\xdeadbeef') returning raw_key`;
    expect(await value(db, insert)).toBeNull();
  });
});
