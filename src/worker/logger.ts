import { Logger } from 'graphile-worker';
import type { Config } from '../config.ts';

const order = ['error', 'warn', 'info', 'debug'];

/** graphile-worker's messages on stderr; at "info" only what needs somebody's eye. */
export function workerLogger(level: Config['logLevel']): Logger {
  const loudest = order.indexOf(level === 'info' ? 'warn' : level);
  return new Logger(() => (messageLevel, message) => {
    const name = messageLevel === 'warning' ? 'warn' : messageLevel;
    if (order.indexOf(name) <= loudest) process.stderr.write(`worker ${name}: ${message}\n`);
  });
}
