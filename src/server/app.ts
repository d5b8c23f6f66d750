import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { attachmentMedia } from '../features/attachments/media.ts';
import { downloadMedia } from '../features/downloads/media.ts';
import { mediaRoutes } from '../features/videos/media.ts';
import { muxOrigins } from '../features/videos/mux/origins.ts';
import type { Deps } from './deps.ts';
import { documentOptions } from './document.ts';
import { ProblemError, sendProblem } from './errors.ts';
import { features } from './features.ts';
import { attachRealtime } from './realtime/realtime.ts';
import { refuseOtherSites, refuseReadingKeys, takeSession } from './request.ts';
import { limitRequests } from './request-limit.ts';

const webRoot = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/** The HTTP server: API under /api/v1, media under /media, and the web app for the rest. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: deps.config.logLevel === 'info' ? 'warn' : deps.config.logLevel },
    bodyLimit: 1024 ** 2,
    ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } },
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
    trustProxy: deps.config.trustedProxies ?? false,
  }).withTypeProvider<TypeBoxTypeProvider>();

  // JSON alone, but where a route takes files: any site can make a browser send plain text
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(sendProblem);
  takeSession(app, deps);
  refuseOtherSites(app, deps.config.publicUrl);
  // made once: the plugin for Fastify puts the headers together anew for each request
  const protect = helmet(securityHeaders(deps.config));
  app.addHook('onRequest', (request, reply, done) =>
    protect(request.raw, reply.raw, (error) => done(error as Error | undefined)),
  );
  await app.register(swagger, documentOptions(deps.config));
  await app.register(apiRoutes(deps), { prefix: '/api' });
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async () => {
    await deps.db.asAnon((sql) => sql`select 1`);
    return { status: 'ready' };
  });
  await app.register(mediaRoutes(deps), { prefix: '/media' });
  await app.register(attachmentMedia(deps), { prefix: '/media' });
  await app.register(downloadMedia(deps), { prefix: '/media' });
  attachRealtime(app, deps);
  await app.register(serveWeb);
  return app;
}

/** The API and its document, as much of it as each caller may ask. */
const apiRoutes =
  (deps: Deps): FastifyPluginAsync =>
  async (api) => {
    const most = deps.config.requestLimit;
    await limitRequests(api, { most, callerOf: ({ caller }) => caller });
    refuseReadingKeys(api); // asks the database, so after the limit
    api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger());
    await api.register(
      async (v1) => {
        for (const feature of features) await v1.register(feature(deps));
      },
      { prefix: '/v1' },
    );
  };

/** Files of the web app by their names; every other page is index.html, which finds its way. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  const built = existsSync(webRoot);
  await app.register(staticFiles, {
    root: webRoot,
    serve: built,
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' && !/^\/(api|media|realtime|healthz|readyz)\b/.test(request.url);
    const asset = /\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (!built || !page || asset) throw new ProblemError('not-found');
    return reply.sendFile('index.html', { cacheControl: false });
  });
}

/** hls.js plays from blob: addresses and works in a blob: worker; react-aria sets inline styles. */
function securityHeaders(config: Config) {
  const { publicUrl } = config;
  const mux = muxOrigins(config);
  const https = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", ...mux],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...mux],
        mediaSrc: ["'self'", 'blob:', ...mux],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}
