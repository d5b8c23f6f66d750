import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, openPersonas, type Personas, rows } from './testing/personas.ts';

let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  callers = openPersonas(db);
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

describe('slugify', () => {
  it.each([
    ['Año Nuevo, 1952!', 'ano-nuevo-1952'],
    ['  --Hello__World--  ', 'hello-world'],
    ['Straße & Œuvre', 'strasse-oeuvre'],
    ['ÉCLAIR', 'eclair'],
    ['../../etc/passwd', 'etc-passwd'],
    [`'; drop table x; --`, 'drop-table-x'],
    ['a\nb\tc\u0001d', 'a-b-c-d'],
    ['祖母の台所', ''],
    ['👵🏽', ''],
    ['---', ''],
    ['', ''],
    [null, null],
  ])('%j becomes %j', async (value, slug) => {
    expect(await db.sql`select public.slugify(${value}) as slug`).toEqual([{ slug }]);
  });

  it('takes a megabyte', async () => {
    const [row] = await db.sql<{
      slug: string;
    }>`select public.slugify(${'Aé '.repeat(300_000)}) as slug`;
    expect(row?.slug.slice(0, 8)).toBe('ae-ae-ae');
  });
});

describe('generate_attachment_filename', () => {
  const generate = (name: string | null, sharer: string | null = rows.sharer) =>
    callers.as(
      'owner',
      (sql) => sql<{ name: string }>`
        select public.generate_attachment_filename(${sharer}, ${rows.publicResponse}, ${name}) as name`,
    );

  it.each([
    ['Photo of Mum.JPG', 'photo-of-mum', '.jpg'],
    ['Año Nuevo.jpeg', 'ano-nuevo', '.jpeg'],
    ['C:\\Users\\x\\pic.png', 'pic', '.png'],
    ['../../../etc/passwd', 'passwd', ''],
    ['..', 'file', ''],
    ['.', 'file', ''],
    ['.htaccess', 'file', '.htaccess'],
    ['a.tar.gz', 'a-tar', '.gz'],
    ['a.', 'a', ''],
    ['a.b/c', 'c', ''],
    ['x.php%00.jpg', 'x-php-00', '.jpg'],
    ['x.jp\u202Eg', 'x-jp-g', ''],
    ['x.jpg ', 'x-jpg', ''],
    ['evil.jpg\n.exe', 'evil-jpg', '.exe'],
    ['x.averyveryverylongextension', 'x-averyveryverylongextension', ''],
    ['祖母.heic', 'file', '.heic'],
    [`<img src=x onerror=alert(1)>.svg`, 'img-src-x-onerror-alert-1', '.svg'],
    ['', 'file', ''],
    ['/', 'file', ''],
  ])('%j keeps what is safe of it', async (original, stem, extension) => {
    const [row] = await generate(original);
    const [sharer, response, file, ...rest] = row?.name.split('/') ?? [];
    expect([sharer, response, rest]).toEqual([rows.sharer, rows.publicResponse, []]);
    expect(file?.replace(/-[0-9a-f]{12}(?=\.|$)/, '')).toBe(`${stem}${extension}`);
  });

  it('gives another name each time', async () => {
    const names = await Promise.all(Array.from({ length: 20 }, () => generate('a.jpg')));
    expect(new Set(names.map(([row]) => row?.name)).size).toBe(20);
  });

  it('cuts a huge one', async () => {
    const [row] = await generate(`${'é/'.repeat(100_000)}${'long '.repeat(100_000)}.jpg`);
    expect(row?.name.length).toBeLessThan(200);
    expect(row?.name).toMatch(/\.jpg$/);
  });

  it('gives what the bucket takes', async () => {
    for (const original of ['..', 'Año.jpg', '']) {
      const [row] = await generate(original);
      const statement = `insert into storage.objects (bucket_id, name) values ('attachments', '${row?.name}')`;
      expect(await callers.attempt('owner', statement)).toBe(1);
      expect(await callers.attempt('listener', statement)).toBe('42501');
    }
  });

  it('needs all three, and a session', async () => {
    await expect(generate(null)).rejects.toMatchObject({ code: '22004' });
    await expect(generate('a.jpg', null)).rejects.toMatchObject({ code: '22004' });
    const call = `select public.generate_attachment_filename('${rows.sharer}', null, 'a')`;
    expect(await callers.attempt('owner', call)).toBe('22004');
    expect(await callers.attempt('anon', call)).toBe('42501');
    expect(await callers.attempt('anon', `select public.slugify('a')`)).toBe('42501');
  });
});
