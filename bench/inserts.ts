import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { idOf, sizesOf } from './data.ts';
import { beginAs, type Connections, quantile } from './measure.ts';

/** Three inserts as a storyteller makes them, over the same ones of the owner, triggers on both sides. */
export async function measureInserts({ owner, api }: Connections, responses: number) {
  const rounds = 300;
  const times: Record<'rls' | 'hand', number[]> = { rls: [], hand: [] };
  for (let n = -20; n < rounds; n++) {
    const sharer = Math.abs(n) % sizesOf(responses).sharers;
    for (const side of n % 2 === 0 ? (['rls', 'hand'] as const) : (['hand', 'rls'] as const)) {
      const client = (side === 'rls' ? api : owner)[0] as pg.Client;
      const taken = await insertThree(client, sharer, side === 'rls');
      if (n >= 0) times[side].push(taken);
    }
  }
  const [rls, hand] = [quantile(times.rls, 0.5), quantile(times.hand, 0.5)];
  return {
    what: 'three inserts, 1 client',
    measured: `${(rls / hand).toFixed(2)} (${rls.toFixed(2)} ms ÷ ${hand.toFixed(2)} ms)`,
    bar: '≤ 1.2',
    met: rls / hand <= 1.2,
    taken: rls,
  };
}

/** Recording, story, transcript; the milliseconds of the three statements. */
async function insertThree(client: pg.Client, n: number, rls: boolean): Promise<number> {
  const [video, response, sharer] = [randomUUID(), randomUUID(), idOf('sharer', n)];
  await beginAs(client, rls ? { role: 'authenticated', sub: idOf('profile', n) } : undefined);
  const started = performance.now();
  await client.query(`insert into public."Video" (id, "profileSharerId") values ($1, $2)`, [
    video,
    sharer,
  ]);
  await client.query(
    `insert into public."PromptResponse" (id, "profileSharerId", "videoId", summary) values ($1, $2, $3, $4)`,
    [response, sharer, video, 'How we came over the mountains that winter'],
  );
  await client.query(
    `insert into public."VideoTranscript" ("videoId", transcript, language) values ($1, $2, 'en')`,
    [video, 'We left before the sun was up, and my mother carried the clock. '.repeat(5)],
  );
  const taken = performance.now() - started;
  await client.query('commit');
  return taken;
}
