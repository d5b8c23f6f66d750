import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { buildApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import type { Ground } from '../ground.ts';
import type { Parts } from '../parts.ts';
import { makeDeps } from '../serving.ts';
import type { Door } from './caller.ts';

type Opened = Awaited<ReturnType<typeof makeDeps>> & { door: Door; owner: pg.Client };

/**
 * A door of the demo's own to the database and data folder of a Telloom: the same API, for this
 * machine alone, which sends no mail, since nobody lives at the family's addresses.
 */
export async function openDoor(ground: Ground, parts: Parts): Promise<Opened> {
  const config = { ...ground.config, smtpUrl: null };
  const deps = await makeDeps({ ...ground, config }, parts);
  const app = await parts.start('Open a door', () => listen(deps), {
    label: 'Close the door',
    stop: (opened) => opened.close(),
  });
  const owner = new pg.Client({ connectionString: ground.ownerUrl });
  await parts.start('Open the outbox', () => owner.connect(), {
    label: 'Close the outbox',
    stop: () => owner.end(),
  });
  const { port } = app.server.address() as AddressInfo;
  const door = { server: `http://127.0.0.1:${port}`, origin: config.publicUrl };
  return { ...deps, door, owner };
}

async function listen(deps: Deps) {
  const app = await buildApp(deps);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}
