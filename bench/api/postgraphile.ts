import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/**
 * PostGraphile on the same views and functions, out of a folder that it was installed into. Who calls
 * is said by a token whose signature it checks, as PostGraphile's own do; the database is not asked.
 */
// It is written for Node 22.
Object.assign(Promise, {
  withResolvers() {
    let settle = {};
    const promise = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    return { promise, ...settle };
  },
});

const [folder = '', url = '', secret = ''] = process.argv.slice(2);
const require = createRequire(`${folder}/package.json`);
const { postgraphile } = require('postgraphile');
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber');
const { makePgService } = require('postgraphile/adaptors/pg');
const { grafserv } = require('postgraphile/grafserv/node');

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ['api'], poolConfig: { max: 10 } })],
  grafserv: { graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: ({ node }: { node?: { req: IncomingMessage } }) => ({
      pgSettings: { role: 'authenticated', 'request.jwt.claims': claimsOf(node?.req) },
    }),
  },
});

function claimsOf(request: IncomingMessage | undefined): string {
  const [, payload = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)$/.exec(request?.headers.authorization ?? '') ?? [];
  const right = createHmac('sha256', secret).update(payload).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Error('no token');
  return Buffer.from(payload, 'base64url').toString();
}

const server = createServer();
await instance.createServ(grafserv).addTo(server);
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
