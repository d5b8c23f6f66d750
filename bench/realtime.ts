import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cookieName, signCookie } from '../src/features/account/session-cookie.ts';
import { liveTables } from '../src/web/live/stale.ts';
import { quantile } from './measure.ts';
import { makeFamilies, SIZE, SOCKETS, storyOf } from './realtime/families.ts';
import { type EmptySite, publicUrl, secret, startEmptySite } from './site.ts';
import { head, print } from './table.ts';

const rounds = 60;

/**
 * 1,000 people of 100 families, each with a socket of their own that hears of all the tables that the
 * web app hears of. A story changes; it is timed until each of the ten who may read it has heard.
 * The sockets live in a process of their own, so that the server's memory is its own.
 */
export async function benchRealtime(): Promise<void> {
  const site = await startEmptySite();
  const sockets = fork(fileURLToPath(new URL('./realtime/sockets.ts', import.meta.url)), {
    execArgv: process.execArgv,
  });
  try {
    const tokens = await makeFamilies(site.owner);
    console.log(head);
    const before = memory();
    const started = performance.now();
    sockets.send({
      url: `ws://127.0.0.1:${site.port}/realtime/v1/websocket?vsn=2.0.0`,
      cookies: tokens.map((t) => `${cookieName(publicUrl)}=${signCookie(t, secret)}`),
      tables: liveTables,
    });
    await once(sockets, 'message');
    const seconds = (performance.now() - started) / 1000;
    printAbsolute(
      `${SOCKETS} sockets with ${liveTables.length} tables each`,
      `${seconds.toFixed(1)} s`,
    );
    printAbsolute('memory for each', `${((memory() - before) / SOCKETS / 1024).toFixed(0)} kB`);
    await printDelivery(site, sockets);
  } finally {
    sockets.kill();
    await site.stop();
  }
}

async function printDelivery({ owner }: EmptySite, sockets: ChildProcess): Promise<void> {
  const times: number[] = [];
  const arrivals = on(sockets, 'message');
  for (let n = -5; n < rounds; n++) {
    const sent = performance.timeOrigin + performance.now();
    await owner.query(`update public."PromptResponse" set summary = $1 where id = $2`, [
      `round ${n}`,
      storyOf(Math.abs(n)),
    ]);
    for (let heard = 0; heard < SIZE; heard++) {
      const { value } = await arrivals.next();
      if (n >= 0) times.push(Number(value[0]) - sent);
    }
  }
  const p95 = quantile(times, 0.95);
  print({
    what: `a change to the ${SIZE} who may read it, median and p95`,
    measured: `${quantile(times, 0.5).toFixed(0)} ms, ${p95.toFixed(0)} ms`,
    bar: '< 100 ms',
    met: p95 < 100,
  });
}

const printAbsolute = (what: string, measured: string) =>
  print({ what, measured, bar: '', met: null });

/** Bytes that this process needs for its objects and buffers, those of the sockets among them. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
