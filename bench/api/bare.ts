import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * The least that can answer: node:http, one query, its rows as JSON. Each connection has taken on one
 * person for good, so there is no token, no transaction and no address that is signed.
 */
const [url = '', ...people] = process.argv.slice(2);
let next = 0;
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  async onConnect(client) {
    const claims = JSON.stringify({ sub: people[next++ % people.length], role: 'authenticated' });
    await client.query(`set role authenticated; set request.jwt.claims = '${claims}'`);
  },
});

const server = createServer(async (request, response) => {
  const q = new URL(request.url ?? '', 'http://localhost').searchParams.get('q');
  const { rows } =
    q === null
      ? await pool.query('select * from api.feed(null, null, 31)')
      : await pool.query(
          `select s.* from api.search_stories($1, 'en', 100) m join api.story s on s.id = m.id
          order by m.rank desc, s."createdAt" desc, s.id desc limit 20`,
          [q],
        );
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ items: rows }));
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
