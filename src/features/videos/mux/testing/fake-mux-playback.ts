import { type KeyObject, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { MuxState } from './mux-state.ts';

interface Asked {
  playbackId: string;
  file: string;
  token: string;
  range: string | undefined;
}

const types: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.vtt': 'text/vtt',
  '.jpg': 'image/jpeg',
};

/** Files for tokens that this Mux's key has signed for them, and nothing else; to pages of any site. */
export function serve(mux: MuxState, asked: Asked, response: ServerResponse): void {
  const { file } = asked;
  response.setHeader('access-control-allow-origin', '*');
  const audience = file.startsWith('thumbnail') ? 't' : file.startsWith('storyboard') ? 's' : 'v';
  if (!isGoodToken(mux.publicKey, asked, audience)) return void response.writeHead(403).end();
  const track = /^text\/(\w+)\.vtt$/.exec(file)?.[1];
  const found = track === undefined ? fromFilm(mux, asked) : mux.captions.get(track);
  if (found === undefined) return void response.writeHead(404).end();
  const type = types[extname(file)] ?? 'video/mp4';
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '') ?? [];
  if (first === undefined) return void response.writeHead(200, { 'content-type': type }).end(found);
  const part = found.slice(Number(first), last ? Number(last) + 1 : undefined);
  const range = `bytes ${first}-${Number(first) + part.length - 1}/${found.length}`;
  response.writeHead(206, { 'content-type': type, 'content-range': range }).end(part);
}

/** A file of the film; where there is none, every file is empty. */
function fromFilm({ film, url }: MuxState, { playbackId, file, token }: Asked) {
  if (film === null) return '';
  const isMaster = file === `${playbackId}.m3u8`;
  const path = join(film, isMaster ? 'master.m3u8' : file);
  if (!existsSync(path)) return undefined;
  if (!/\.(m3u8|vtt)$/.test(path)) return readFileSync(path);
  // As at Mux, what a list names has an address of its own, which carries its right along.
  const place = `${url}/${file.endsWith('.vtt') ? 'image' : 'stream'}/${playbackId}`;
  return readFileSync(path, 'utf8').replaceAll(
    /^(\w+\.\w+)(#.*)?$/gm,
    (_line, name, part = '') => `${place}/${name}?token=${token}${part}`,
  );
}

function isGoodToken(key: KeyObject, { token, playbackId }: Asked, audience: string): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return false;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const { sub, aud, exp, kid } = claims;
  return sub === playbackId && aud === audience && kid === 'key' && exp * 1000 > Date.now();
}
