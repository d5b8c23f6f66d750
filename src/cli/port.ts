import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem } from '../../db/embedded/problem.ts';

/**
 * Makes sure that the server will be able to listen, before anything else is started.
 * @throws Problem, one sentence, when the port is taken or not allowed
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    throw portProblem(error, host, port);
  }
  probe.close();
  await once(probe, 'close');
}

/** What a failed `listen` means to the person who chose the address. */
export function portProblem(error: unknown, host: string, port: number): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const said: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program: stop it, or set PORT to a free one.`,
    EACCES: `This user may not listen on port ${port}: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: correct TELLOOM_HOST.`,
    ENOTFOUND: `${host} is not an address of this machine: correct TELLOOM_HOST.`,
  };
  const other = `The server cannot listen on ${host}, port ${port}: ${message}.`;
  return new Problem(said[code ?? ''] ?? other, { cause: error });
}
