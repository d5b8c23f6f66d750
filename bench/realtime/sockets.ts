import { once } from 'node:events';
import { WebSocket } from 'ws';

/** As many sockets as there are cookies; tells the parent when all are subscribed, then of each change. */
interface Order {
  url: string;
  cookies: string[];
  tables: string[];
}

const [{ url, cookies, tables }] = (await once(process, 'message')) as [Order];
const config = {
  postgres_changes: tables.map((table) => ({
    event: '*',
    schema: 'public',
    table,
    select: ['id'],
  })),
};
const join = JSON.stringify(['1', '1', 'realtime:changes', 'phx_join', { config }]);
const now = () => performance.timeOrigin + performance.now();

for (let at = 0; at < cookies.length; at += 50) {
  await Promise.all(cookies.slice(at, at + 50).map(open));
}
process.send?.('all are subscribed');

function open(cookie: string): Promise<void> {
  const socket = new WebSocket(url, { headers: { cookie } });
  socket.on('open', () => socket.send(join));
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const [, , , event, payload] = JSON.parse(String(data));
      if (event === 'phx_reply' && payload.status !== 'ok') reject(new Error(String(data)));
      if (event === 'system') resolve();
      if (event === 'postgres_changes') process.send?.(now());
    });
  });
}
