import { openDatabase } from '../../db/session.ts';
import { type Auth, createAuth } from '../features/account/auth.ts';
import { issueSetupLink } from '../features/account/setup.ts';
import { createUploads } from '../features/recording/uploads.ts';
import { connectPayments } from '../features/subscriptions/connect.ts';
import { chooseEngine } from '../features/transcripts/engine/engines.ts';
import { effortOf, findTools } from '../features/videos/local-host/tools.ts';
import { buildApp } from '../server/app.ts';
import type { Deps } from '../server/deps.ts';
import type { WorkerDeps } from '../worker/deps.ts';
import { prepareQueue, startWorker } from '../worker/worker.ts';
import type { Ground } from './ground.ts';
import type { Parts } from './parts.ts';
import { portProblem } from './port.ts';
import { installQuestions } from './starter.ts';

/**
 * Starts what works on a migrated database: the first questions, the worker, and the API with the
 * web app. Gives what prints where people find it.
 */
export async function startServing(
  ground: Ground,
  parts: Parts,
): Promise<{ sayReady: () => Promise<void> }> {
  const { config, ownerUrl } = ground;
  await parts.start('Put in the first questions', (note) => installQuestions(ownerUrl, note));
  const deps = await makeDeps(ground, parts);
  await connectPayments(deps.service, config);
  await startWork(ownerUrl, deps, parts);
  await parts.start('Start the server', () => listen(deps), {
    label: 'Stop the server',
    stop: (app) => app.close(),
  });
  const sayReady = async () => {
    const link = await issueSetupLink(deps.service, config);
    const setup = link === null ? '' : `\nTo make the first admin, open this once:\n${link}\n`;
    process.stdout.write(`\nTelloom is ready: ${config.publicUrl}\n${setup}`);
  };
  return { sayReady };
}

/** The worker, here or in a process of its own. */
export async function startWork(ownerUrl: string, deps: WorkerDeps, parts: Parts): Promise<void> {
  await parts.start(
    'Start the worker',
    async () => {
      await prepareQueue(ownerUrl);
      return startWorker(ownerUrl, deps);
    },
    { label: 'Stop the worker', stop: (runner) => runner.stop() },
  );
}

/** What a worker needs, here and in a process of its own. */
export async function makeWorkerDeps(
  ground: Pick<Ground, 'config' | 'secret' | 'apiUrl'>,
  parts: Parts,
): Promise<WorkerDeps & { db: ReturnType<typeof openDatabase> }> {
  const { config, secret, apiUrl } = ground;
  const tools = await parts.start('Look for tools', async (note) => {
    const found = await findTools({ ffmpeg: config.ffmpeg, effort: effortOf(config) });
    note(found ? `ffmpeg ${found.version}` : 'no ffmpeg');
    return found;
  });
  const engine = await chooseEngine({ tools, config });
  const db = await parts.start('Open the database', () => openDatabase({ url: apiUrl }), {
    label: 'Close the database',
    stop: (opened) => opened.close(),
  });
  const { dataDir, maxUploadBytes: maxBytes } = config;
  return {
    config,
    secret,
    db,
    service: db,
    tools,
    engine,
    uploads: createUploads({ dataDir, maxBytes, service: db }),
  };
}

/** What the server and the worker need together. */
export async function makeDeps(ground: Ground, parts: Parts): Promise<Deps & WorkerDeps> {
  const workerDeps = await makeWorkerDeps(ground, parts);
  const auth = await parts.start('Open sign-in', () => openAuth(ground), {
    label: 'Close sign-in',
    stop: (opened) => opened.close(),
  });
  return {
    ...workerDeps,
    given: ground.given,
    auth,
    transcriber: workerDeps.engine?.name ?? null,
  };
}

function openAuth({ config, secret, authUrl }: Ground): Auth {
  const log = (level: string, message: string) => {
    process.stderr.write(`sign-in ${level}: ${message}\n`);
  };
  return createAuth({ config, secret, databaseUrl: authUrl, log });
}

async function listen(deps: Deps) {
  const { host, port } = deps.config;
  const app = await buildApp(deps);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw portProblem(error, host, port);
  }
  return app;
}
