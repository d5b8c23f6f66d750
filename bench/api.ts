import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { setLogins } from '../src/cli/logins.ts';
import { cookieName, signCookie } from '../src/features/account/session-cookie.ts';
import { prepareQueue } from '../src/worker/worker.ts';
import { listenerId, load } from './data.ts';
import { quantile } from './measure.ts';
import { commonWord, rareWord } from './reads.ts';
import { startServer } from './server.ts';
import { publicUrl, secret } from './site.ts';
import { head, print } from './table.ts';

const postgraphile = 'postgraphile@5.1.5';
const connections = 16;
const rounds = 5;
const seconds = 5;
/** Who asks, in turns: as many feeds as there are listeners here. */
const askers = 64;

const columns = `nodes { rowId videoId promptId question topicId topicTitle
  profileSharerId sharerName sharerAvatarUrl privacyLevel summary responseNotes createdAt dateRecorded
  duration videoStatus progress errorMessage hasPicture seen canManage at }`;
const feedQuery = `{ feed(before: null, beforeId: null, max: 31) { ${columns} } }`;
/** The same rows as one has them without a function for it. */
const storiesQuery = `{ allStories(first: 31, orderBy: [CREATED_AT_DESC, ROW_ID_DESC],
  condition: { videoStatus: READY }) { ${columns} } }`;

/**
 * GET /feed and GET /search of the whole server, beside PostGraphile on the same function of the same
 * database and on the view that the function reads, and beside node:http with the bare query. Each is a process of its own with ten connections
 * to the database; they take turns, so that what else the machine does falls on all.
 */
export async function benchApi(rows: number): Promise<void> {
  const database = await startServer();
  const folder = mkdtempSync(join(tmpdir(), 'telloom-bench-postgraphile-'));
  const children: ChildProcess[] = [];
  try {
    const people = Array.from({ length: askers }, (_, n) => listenerId(rows, n));
    await prepareQueue(database.ownerUrl);
    await fill(database.ownerUrl, rows, people);
    const { apiUrl, authUrl } = await setLogins(database.ownerUrl, secret);
    install(folder);
    const start = async (file: string, ...args: string[]) => {
      const child = fork(fileURLToPath(new URL(`./api/${file}`, import.meta.url)), args);
      children.push(child);
      const [port] = await once(child, 'message');
      return `http://127.0.0.1:${port}`;
    };
    const ours = await start('telloom.ts', apiUrl, authUrl);
    const bare = await start('bare.ts', apiUrl, ...people);
    const theirs = await start('postgraphile.ts', folder, apiUrl, secret);
    const cookies = people.map((id) => ({
      cookie: `${cookieName(publicUrl)}=${signCookie(`token of ${id}`, secret)}`,
    }));
    const tokens = people.map((id) => ({ authorization: `Bearer ${token(id)}` }));
    const asking = (query: string): autocannon.Options => ({
      url: `${theirs}/graphql`,
      method: 'POST',
      body: JSON.stringify({ query }),
      requests: tokens.map((headers) => ({
        headers: { ...headers, 'content-type': 'application/json' },
      })),
    });
    console.log(head);
    const feed = await compare({
      telloom: { url: `${ours}/api/v1/feed`, requests: cookies.map((headers) => ({ headers })) },
      postgraphile: asking(feedQuery),
      stories: asking(storiesQuery),
      bare: { url: `${bare}/feed` },
    });
    printRatio('GET /feed ÷ PostGraphile 5 with api.feed', feed, 'postgraphile', 2);
    printRatio('GET /feed ÷ PostGraphile 5 with api.story', feed, 'stories', 2);
    printRatio('GET /feed ÷ a bare pg query', feed, 'bare', 0.45);
    for (const [what, word] of [
      ['rare', rareWord],
      ['common', commonWord],
    ] as const) {
      const search = await compare(
        {
          telloom: {
            url: `${ours}/api/v1/search?q=${word}`,
            requests: cookies.map((headers) => ({ headers })),
          },
          bare: { url: `${bare}/search?q=${word}` },
        },
        '"items"',
      );
      printRatio(
        `GET /search of everything, ${what} word ÷ a bare pg query of stories`,
        search,
        'bare',
        null,
      );
    }
  } finally {
    for (const child of children) child.disconnect();
    rmSync(folder, { recursive: true });
    await database.stop();
  }
}

/** Families, and a session for each of these people. */
export async function fill(ownerUrl: string, rows: number, people: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await load(owner, rows);
  await owner.query('set session_replication_role = replica'); // their Profiles are there
  await owner.query(
    `insert into auth.users (id, email, email_confirmed_at)
    select id, id || '@example.org', now() from unnest($1::uuid[]) id`,
    [people],
  );
  await owner.query(
    `insert into auth.ba_sessions (token, "userId", "expiresAt")
    select 'token of ' || id, id, now() + interval '1 day' from unnest($1::uuid[]) id`,
    [people],
  );
  await owner.query('analyze auth.users; analyze auth.ba_sessions');
  await owner.end();
}

/** Into a folder of its own: nothing else here needs its hundred packages. */
function install(folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{}');
  const quiet = ['--no-audit', '--no-fund', '--silent', '--save-exact'];
  execFileSync('npm', ['install', ...quiet, postgraphile], { cwd: folder, stdio: 'inherit' });
}

export function token(sub: string): string {
  const claims = JSON.stringify({ sub, role: 'authenticated' });
  const payload = Buffer.from(claims).toString('base64url');
  return `${payload}.${createHmac('sha256', secret).update(payload).digest('base64url')}`;
}

interface Measured {
  perSecond: number;
  p95: number;
}

/** The median requests per second of each side, and of its slow requests. Any other answer than 200 with this text ends it. */
export async function compare(
  sides: Record<string, autocannon.Options>,
  text = '"createdAt"',
): Promise<Record<string, Measured>> {
  const runs = new Map<string, Measured[]>(Object.keys(sides).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, side] of Object.entries(sides)) {
      const verifyBody = (body: unknown) => String(body).includes(text);
      const duration = round < 0 ? 2 : seconds;
      const result = await autocannon({ ...side, connections, duration, verifyBody });
      const { non2xx, errors, mismatches } = result;
      if (non2xx + errors + mismatches > 0) throw new Error(`${name} gave something else`);
      if (round < 0) continue;
      runs.get(name)?.push({ perSecond: result.requests.average, p95: result.latency.p97_5 });
    }
  }
  return Object.fromEntries(
    [...runs].map(([name, all]) => [
      name,
      {
        perSecond: quantile(
          all.map(({ perSecond }) => perSecond),
          0.5,
        ),
        p95: quantile(
          all.map(({ p95 }) => p95),
          0.5,
        ),
      },
    ]),
  );
}

function printRatio(
  what: string,
  measured: Record<string, Measured>,
  than: string,
  bar: number | null,
): void {
  const ours = measured.telloom;
  const other = measured[than];
  if (!ours || !other) throw new Error(`nothing was measured of ${than}`);
  const ratio = ours.perSecond / other.perSecond;
  print({
    what,
    measured: `${ratio.toFixed(2)} (${ours.perSecond.toFixed(0)}/s ÷ ${other.perSecond.toFixed(0)}/s; 97.5 % within ${ours.p95.toFixed(0)} ms, ${other.p95.toFixed(0)} ms)`,
    bar: bar === null ? '' : `≥ ${bar}`,
    met: bar === null ? null : ratio >= bar,
  });
}
