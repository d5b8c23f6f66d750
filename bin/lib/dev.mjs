import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * `npm run dev`: Vite's server with reload on PORT, and behind it the Telloom server on the next
 * port, started anew whenever a file it has loaded changes.
 *
 * @param {string} root the checkout
 * @returns {Promise<number>} the exit code
 */
export async function startDev(root) {
  const port = Number(process.env.PORT || 3000);
  const address = `http://localhost:${port}`;
  const server = spawn(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'watch',
      '--clear-screen=false',
      'src/cli/dev.ts',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { TELLOOM_URL: address, ...process.env, PORT: String(port + 1) },
    },
  );
  const { createServer } = await import('vite');
  const target = `http://127.0.0.1:${port + 1}`;
  // With the slash: /api.ts is a file of the web app.
  const paths = ['^/api/', '^/media/', '^/healthz$', '^/readyz$'];
  const proxy = Object.fromEntries(paths.map((path) => [path, { target }]));
  proxy['^/realtime/'] = { target, ws: true };
  const configFile = join(root, 'vite.config.ts');
  const vite = await createServer({ configFile, server: { port, strictPort: true, proxy } });
  await vite.listen();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  const [code] = await once(server, 'exit');
  await vite.close();
  return code ?? 0;
}
