import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { cookieName, readSignedCookie } from '../../features/account/session-cookie.ts';
import type { Deps } from '../deps.ts';
import { openFeed } from './changes.ts';
import { Connection, closing } from './connection.ts';
import { readHandshake, refuse } from './handshake.ts';
import { Hub } from './hub.ts';
import { listenTo } from './inbox.ts';
import { limits } from './limits.ts';
import { makeProtocol } from './protocol.ts';
import { makeReleaser } from './releaser.ts';
import { makeSessions } from './sessions.ts';
import { Topics } from './topics.ts';

const SWEEP_MS = 5000;
/** How long a client has to answer a farewell. */
const FAREWELL_MS = 1000;

type RealtimeDeps = Pick<Deps, 'db' | 'service' | 'config' | 'secret'>;

/**
 * Supabase Realtime's protocol at /realtime/v1, on the API's own server, from when it listens until
 * it closes: changes of rows and messages to topics, each to exactly whom row-level security lets it.
 */
export function attachRealtime(app: FastifyInstance, deps: RealtimeDeps): void {
  let stop = async () => {};
  app.addHook('onListen', async () => {
    const started = startRealtime(app, deps);
    // At once: a server may close before it has heard from the database.
    stop = started.stop;
    await started.opened;
  });
  app.addHook('preClose', () => stop());
}

function startRealtime(app: FastifyInstance, { db, service, config, secret }: RealtimeDeps) {
  const key = { name: cookieName(config.publicUrl), secret };
  const log = (what: string, error: unknown) => app.log.warn(error, `realtime: ${what}`);
  const releaser = makeReleaser(service, log);
  const { release } = releaser;
  const hub = new Hub(release);
  const topics = new Topics(hub, service);
  const sessions = makeSessions({ db, hub, key });
  const feed = openFeed({
    database: { ...service, listen: db.listen },
    hub,
    onMessage: (message) => topics.deliverMessage(message),
    onSessionEnd: sessions.lookAtPerson,
    log,
  });
  const protocol = makeProtocol({ db, hub, feed, topics, sessions, release, log });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asked = readHandshake(request, config.publicUrl);
    if (typeof asked === 'string') return refuse(socket, asked);
    if (hub.connections.size >= limits.sockets) return refuse(socket, '503 Service Unavailable');
    const sessionToken = readSignedCookie(request.headers.cookie, key);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection = new Connection(opened, { ...asked, sessionToken });
      hub.add(connection);
      listenTo(opened, connection, protocol.take);
      opened.on('close', () => hub.remove(connection));
    });
  };
  const opened = feed.opened.then(() => void app.server.on('upgrade', onUpgrade));
  const sweeping = setInterval(() => {
    hub.sweep();
    topics.sweep();
  }, SWEEP_MS);

  const stop = async () => {
    clearInterval(sweeping);
    app.server.off('upgrade', onUpgrade);
    for (const connection of hub.connections) {
      connection.close(closing.goingAway, 'the server stops');
    }
    await allClosed(sockets);
    await feed.close();
    await releaser.close();
  };
  return { opened, stop };
}

/** Waits for farewells to be answered, and then no longer. */
async function allClosed({ clients }: WebSocketServer): Promise<void> {
  const ends = [...clients].map((socket) => once(socket, 'close'));
  const timer = setTimeout(() => {
    for (const socket of clients) socket.terminate();
  }, FAREWELL_MS);
  await Promise.all(ends);
  clearTimeout(timer);
}
