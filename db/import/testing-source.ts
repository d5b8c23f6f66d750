import { randomBytes } from 'node:crypto';
import bcrypt from 'bcryptjs';
import pg from 'pg';
import { inject } from 'vitest';
import { sourceSchema } from './testing-schema.ts';

export interface SourceDatabase {
  url: string;
  client: pg.Client;
  /** Puts a row into a table: `public` where the name has no dot. */
  add: (table: string, row: Record<string, unknown>) => Promise<void>;
  /** One hash over every row of every table. */
  checksum: () => Promise<string>;
  drop: () => Promise<void>;
}

/** An empty database to the data model, without a constraint. */
export async function sourceDatabase(): Promise<SourceDatabase> {
  const server = inject('testPostgres');
  const name = `source_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  const url = new URL(server.url);
  url.pathname = name;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sourceSchema);
  return {
    url: url.href,
    client,
    add: async (table, row) => {
      const at = table.includes('.') ? table : `public."${table}"`;
      const names = Object.keys(row).map((column) => `"${column}"`);
      const params = names.map((_, i) => `$${i + 1}`);
      await client.query(
        `insert into ${at} (${names.join(', ')}) values (${params.join(', ')})`,
        Object.values(row),
      );
    },
    checksum: async () => {
      const { rows } = await client.query<{ xml: string }>(
        `select md5(string_agg(query_to_xml(format('select t::text from %I.%I t order by 1', n.nspname, c.relname),
           true, false, '')::text, '' order by c.oid)) as xml
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname in ('public', 'auth', 'storage')`,
      );
      return rows[0]?.xml ?? '';
    },
    drop: async () => {
      await client.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** A short number as a UUID: id(7) is 00000000-0000-4000-8000-000000000007. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const oldPassword = 'grandmother walked to school';
/** Times to the microsecond, as the source shows them without a zone. */
export const moment = '2021-03-04 05:06:07.123456';

/** Rosa (1) tells stories as sharer 11, Ben (2) listens, Ada (3) is admin and executor, Tom (4) tells as 14. */
export async function addFamily({ add }: SourceDatabase): Promise<void> {
  const times = { createdAt: moment, updatedAt: '2022-01-01 00:00:00.000001' };
  const people = ['Rosa', 'Ben', 'Ada', 'Tom'];
  for (const [i, firstName] of people.entries()) {
    const email = `${firstName.toLowerCase()}@example.org`;
    await add('Profile', {
      id: id(i + 1),
      firstName,
      lastName: 'Löwe',
      fullName: `${firstName}  Löwe 🦁\n`,
      email: firstName === 'Tom' ? null : email,
      isAdmin: firstName === 'Ada',
      ...times,
    });
    await add('auth.users', {
      instance_id: id(0),
      id: id(i + 1),
      aud: 'authenticated',
      role: 'authenticated',
      email,
      encrypted_password: firstName === 'Rosa' ? await bcrypt.hash(oldPassword, 4) : '',
      email_confirmed_at: `${moment}+00`,
      confirmation_token: '',
      created_at: `${moment}+00`,
    });
    await add('ProfileRole', { id: id(20 + i), profileId: id(i + 1), role: roles[i] });
  }
  await add('ProfileSharer', {
    id: id(11),
    profileId: id(1),
    subscriptionStatus: false,
    createdAt: `${moment}+00`,
  });
  await add('ProfileSharer', { id: id(14), profileId: id(4), subscriptionStatus: null });
  await add('ProfileListener', {
    id: id(31),
    listenerId: id(2),
    sharerId: id(11),
    hasAccess: true,
    sharedSince: moment,
    ...times,
  });
  await add('ProfileExecutor', {
    id: id(32),
    sharerId: id(11),
    executorId: id(3),
    createdAt: `${moment}+02`,
  });
  await add('PromptCategory', { id: id(40), category: 'Kitchen', theme: 'FOOD', ...times });
  await add('Prompt', {
    id: id(41),
    promptText: 'What did you cook?',
    promptCategoryId: id(40),
    ...times,
  });
  await add('Video', {
    id: id(50),
    profileSharerId: id(11),
    muxAssetId: 'asset',
    duration: '12.300000000000001',
    maxWidth: '1280.50',
    status: 'READY',
    ...times,
  });
  await add('VideoTranscript', {
    id: id(51),
    videoId: id(50),
    transcript: 'We made dumplings',
    language: 'en',
    ...times,
  });
  await add('PromptResponse', {
    id: id(60),
    profileSharerId: id(11),
    videoId: id(50),
    promptId: id(41),
    privacyLevel: 'Public',
    summary: 'Tab\there, ünïcode',
    createdAt: `${moment}+00`,
    updatedAt: `${moment}+00`,
  });
  await add('PromptResponse', { id: id(64), profileSharerId: id(14), privacyLevel: 'Custom' });
  await add('auth.identities', {
    id: id(70),
    provider_id: 'g-1',
    provider: 'google',
    user_id: id(1),
    identity_data: '{"sub":"g-1"}',
    created_at: `${moment}+00`,
  });
  await add('auth.identities', {
    id: id(71),
    provider_id: 'a-1',
    provider: 'apple',
    user_id: id(2),
    identity_data: '{"sub":"a-1"}',
  });
  await add('storage.buckets', { id: 'attachments', name: 'attachments', public: true });
  await add('storage.objects', {
    id: id(80),
    bucket_id: 'attachments',
    name: `${id(11)}/${id(60)}/a.jpg`,
    metadata: '{"size":3}',
    created_at: `${moment}+00`,
  });
}

const roles = ['SHARER', 'LISTENER', 'ADMIN', 'SHARER'];
