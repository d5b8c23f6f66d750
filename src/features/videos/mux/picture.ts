import type { FastifyRequest } from 'fastify';
import type { MuxAddresses } from './addresses.ts';

/** A few minutes, for a browser to follow the redirect. */
const lifetimeMs = 10 * 60 * 1000;

/** The picture of a recording at Mux, for those who may read its row; null when it is elsewhere. */
export async function muxPicture(
  request: FastifyRequest,
  addresses: MuxAddresses | null,
  videoId: string,
): Promise<string | null> {
  if (addresses === null) return null;
  const [row] = await request.asUser(
    (sql) => sql<{ playbackId: string | null }>`
      select "muxPlaybackId" as "playbackId" from public."Video"
      where id = ${videoId} and "muxAssetId" not like 'local-%'`,
  );
  if (!row?.playbackId) return null;
  return addresses.poster(row.playbackId, new Date(Date.now() + lifetimeMs));
}
