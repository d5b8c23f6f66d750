import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
beforeEach(async () => {
  await db.sql`update public."Prompt" set "promptText" = 'Which games did you play?'`;
  await db.sql`update public."PromptResponse" set summary = 'Marbles in the yard', "responseNotes" = 'With Ana'
    where id = ${rows.publicResponse}`;
  await db.sql`update public."VideoTranscript" set transcript = 'We rolled them', language = 'en'
    where "videoId" = ${rows.publicVideo}`;
});

/** The words of the response, each with its weight. */
async function words(): Promise<string> {
  const [row] = await db.sql<{ words: string }>`
    select string_agg(lexeme || ':' || array_to_string(weights, ''), ' ' order by lexeme) as words
    from public."PromptResponse", unnest(search_vector) where id = ${rows.publicResponse}`;
  return row?.words ?? '';
}

it('holds question, summary, notes and transcript with weights A to D', async () => {
  expect(await words()).toBe('ana:C game:A marbl:B play:A roll:D yard:B');
});

describe('follows', () => {
  it('the text of the question', async () => {
    await callers.as(
      'admin',
      (sql) => sql`update public."Prompt" set "promptText" = 'Which toys?'`,
    );
    expect(await words()).toBe('ana:C marbl:B roll:D toy:A yard:B');
    const [prompt] = await db.sql`select search_vector::text as words from public."Prompt"`;
    expect(prompt).toEqual({ words: "'toy':2" });
  });

  it('another question', async () => {
    const [prompt] = await db.sql<{ id: string }>`
      insert into public."Prompt" ("promptText") values ('Any pets?') returning id`;
    await callers.as(
      'owner',
      (sql) =>
        sql`update public."PromptResponse" set "promptId" = ${prompt?.id} where id = ${rows.publicResponse}`,
    );
    expect(await words()).toBe('ana:C marbl:B pet:A roll:D yard:B');
    await db.sql`update public."PromptResponse" set "promptId" = ${rows.question} where id = ${rows.publicResponse}`;
  });

  it('the summary and notes, whoever writes them', async () => {
    await callers.as(
      'writer',
      (sql) =>
        sql`update public."PromptResponse" set summary = 'Dice', "responseNotes" = null where id = ${rows.publicResponse}`,
    );
    expect(await words()).toBe('dice:B game:A play:A roll:D');
  });

  it('the transcript, its language, and its end', async () => {
    const set = (transcript: string, language: string) =>
      callers.as(
        'executor',
        (
          sql,
        ) => sql`update public."VideoTranscript" set transcript = ${transcript}, language = ${language}
          where "videoId" = ${rows.publicVideo}`,
      );
    await set('Una canción en la montaña', 'es-MX');
    expect(await words()).toContain('cancion:D');
    expect(await words()).toContain('montan:D');
    await set('We sang', 'en');
    expect(await words()).toContain('sang:D');
    await callers.as(
      'owner',
      (sql) => sql`delete from public."VideoTranscript" where "videoId" = ${rows.publicVideo}`,
    );
    expect(await words()).toBe('ana:C game:A marbl:B play:A yard:B');
    await callers.as(
      'owner',
      (sql) => sql`insert into public."VideoTranscript" ("videoId", transcript, language)
        values (${rows.publicVideo}, 'We ran', 'en')`,
    );
    expect(await words()).toContain('ran:D');
  });

  it('the recording that is used', async () => {
    await callers.as(
      'owner',
      (sql) =>
        sql`update public."PromptResponse" set "videoId" = null where id = ${rows.publicResponse}`,
    );
    expect(await words()).toBe('ana:C game:A marbl:B play:A yard:B');
    await db.sql`update public."PromptResponse" set "videoId" = ${rows.publicVideo} where id = ${rows.publicResponse}`;
  });
});

describe('a text beyond what a search vector holds', () => {
  // all different, so that they fill a megabyte and more
  const long = Array.from({ length: 200_000 }, (_, n) => `w${n.toString(36)}x`).join(' ');
  const setSummary = (summary: string) =>
    db.sql`update public."PromptResponse" set summary = ${summary} where id = ${rows.publicResponse}`;

  it('keeps a transcript whole and is searched as far as it fits', async () => {
    await callers.as(
      'owner',
      (sql) =>
        sql`update public."VideoTranscript" set transcript = ${long} where "videoId" = ${rows.publicVideo}`,
    );
    const [row] = await db.sql`select transcript = ${long} as whole from public."VideoTranscript"
      where "videoId" = ${rows.publicVideo}`;
    expect(row).toEqual({ whole: true });
    expect(await words()).toContain('w1x:D');
    expect(await words()).toContain('marbl:B');
  });

  it('still takes changes of the story beside it', async () => {
    await db.sql`update public."VideoTranscript" set transcript = ${long} where "videoId" = ${rows.publicVideo}`;
    await setSummary('Dice');
    expect(await words()).toContain('dice:B');
  });

  it('refuses a summary or notes of that length with a word on it', async () => {
    await expect(setSummary(long)).rejects.toMatchObject({
      code: '54000',
      message: 'summary and responseNotes are too long',
    });
  });
});

it('nobody writes it by hand', async () => {
  await db.sql`update public."PromptResponse" set search_vector = 'nonsense' where id = ${rows.publicResponse}`;
  expect(await words()).not.toContain('nonsense');
  expect(
    await callers.attempt('owner', `update public."PromptResponse" set search_vector = ''`),
  ).toBe('42501');
});
