import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { Answer, Browser } from '../../server/testing-browser.ts';

/** What tests of uploads do over HTTP, as any tus client would. */

const tus = { 'tus-resumable': '1.0.0' };
const offsetStream = { 'content-type': 'application/offset+octet-stream' };

export function patch(
  browser: Browser,
  url: string,
  offset: number,
  bytes: Buffer,
  total?: number,
  more: Record<string, string> = {},
): Promise<Answer> {
  const length: Record<string, string> =
    total === undefined ? {} : { 'upload-length': String(total) };
  return browser.fetch(url, {
    method: 'PATCH',
    headers: { ...tus, ...offsetStream, 'upload-offset': String(offset), ...length, ...more },
    body: new Uint8Array(bytes),
  });
}

export const head = (browser: Browser, url: string): Promise<Answer> =>
  browser.fetch(url, { method: 'HEAD', headers: tus });

export const offsetOf = async (browser: Browser, url: string): Promise<number> =>
  Number((await head(browser, url)).headers.get('upload-offset'));

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Promises `promised` bytes, sends fewer, and is gone, as a telephone in a tunnel. */
export function breakOff(
  url: string,
  cookies: Map<string, string>,
  sent: Buffer,
  promised: number,
): Promise<void> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { ...tus, ...offsetStream, cookie, 'upload-offset': '0' };
  return new Promise((resolve) => {
    const going = request(url, {
      method: 'PATCH',
      headers: { ...headers, 'content-length': String(promised) },
    });
    going.on('error', () => {}); // it is cut off on purpose
    going.on('close', resolve);
    going.write(sent, () => going.destroy());
  });
}
