import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Version, versions } from './frames.ts';

const path = '/realtime/v1/websocket';

export interface Handshake {
  version: Version;
  apiKey: string | null;
}

/** What a WebSocket handshake asks for, or the status that refuses it. */
export function readHandshake(
  { url = '', headers }: IncomingMessage,
  publicUrl: string,
): Handshake | string {
  if (!URL.canParse(url, publicUrl)) return '400 Bad Request';
  const asked = new URL(url, publicUrl);
  if (asked.pathname !== path) return '404 Not Found';
  if (!isOurSite(headers, new URL(publicUrl).host)) return '403 Forbidden';
  const vsn = asked.searchParams.get('vsn') ?? '1.0.0';
  const version = versions.find((known) => known === vsn);
  if (version === undefined) return '400 Bad Request';
  return { version, apiKey: asked.searchParams.get('apikey') };
}

/**
 * A browser sends our cookie along from wherever the page comes, and says where that is: a socket
 * that another site opens is refused. Programs that are no browser say nothing.
 * https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html
 */
function isOurSite({ origin, host }: IncomingHttpHeaders, ours: string): boolean {
  if (origin === undefined) return true;
  const from = URL.canParse(origin) ? new URL(origin).host : null;
  return from !== null && (from === ours || from === host);
}

export function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {}); // it may be gone already
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
