import type { WorkerDeps } from '../../../worker/deps.ts';
import { storeCaptionFile } from '../../transcripts/store.ts';
import type { MuxAddresses } from './addresses.ts';

interface Wanted {
  /** Of a Video or a TopicVideo. */
  videoId: string;
  language: string | null;
  playbackId: string | null;
}

/**
 * Fetches the captions that Mux has generated, and keeps them as the transcript.
 * @throws when Mux does not give them yet, or gives no captions; the queue tries again
 */
export async function fetchCaptions(
  { service }: WorkerDeps,
  addresses: MuxAddresses,
  trackId: string,
): Promise<void> {
  const [wanted] = await service.asService(
    (sql) => sql<Wanted>`
      select v.id as "videoId", t.language, v."muxPlaybackId" as "playbackId"
      from public."VideoTranscript" t join public."Video" v on v.id = t."videoId"
      where t."muxTrackId" = ${trackId} and t.transcript is null
      union all
      select v.id, t.language, v."muxPlaybackId"
      from public."TopicVideoTranscript" t join public."TopicVideo" v on v.id = t."topicVideoId"
      where t."muxTrackId" = ${trackId} and t.transcript is null`,
  );
  if (wanted === undefined) return;
  const { videoId, language, playbackId } = wanted;
  if (playbackId === null) throw new Error('The recording is not ready at Mux yet.');
  const response = await fetch(await addresses.captions(playbackId, trackId));
  if (!response.ok) throw new Error(`The captions at Mux met ${response.status}.`);
  const file = new Uint8Array(await response.arrayBuffer());
  await service.asService(async (sql) => {
    await storeCaptionFile(sql, { videoId, language, source: 'Mux', file });
    await sql`update public."Video" set "transcriptPending" = false where id = ${videoId}`;
  });
}

/** Nobody waits for these captions any longer. */
export async function giveUpCaptions({ service }: WorkerDeps, trackId: string): Promise<void> {
  await service.asService(
    (sql) => sql`
      update public."Video" v set "transcriptPending" = false from public."VideoTranscript" t
      where t."videoId" = v.id and t."muxTrackId" = ${trackId}`,
  );
}
