import type { WorkerDeps } from '../../../worker/deps.ts';
import type { MuxAddresses } from './addresses.ts';
import { readVtt } from './read-vtt.ts';

interface Wanted {
  transcriptId: string;
  /** Null for the words of a topic video. */
  videoId: string | null;
  playbackId: string | null;
}

/**
 * Fetches the captions that Mux has generated, and keeps them as the transcript.
 * @throws when Mux does not give them yet; the queue tries again
 */
export async function fetchCaptions(
  { service }: WorkerDeps,
  addresses: MuxAddresses,
  trackId: string,
): Promise<void> {
  const [wanted] = await service.asService(
    (sql) => sql<Wanted>`
      select t.id as "transcriptId", v.id as "videoId", v."muxPlaybackId" as "playbackId"
      from public."VideoTranscript" t join public."Video" v on v.id = t."videoId"
      where t."muxTrackId" = ${trackId} and t.transcript is null
      union all
      select t.id, null, v."muxPlaybackId"
      from public."TopicVideoTranscript" t join public."TopicVideo" v on v.id = t."topicVideoId"
      where t."muxTrackId" = ${trackId} and t.transcript is null`,
  );
  if (wanted === undefined) return;
  if (wanted.playbackId === null) throw new Error('The recording is not ready at Mux yet.');
  const response = await fetch(await addresses.captions(wanted.playbackId, trackId));
  if (!response.ok) throw new Error(`The captions at Mux met ${response.status}.`);
  const cues = readVtt(await response.text());
  const text = cues.map((cue) => cue.text.replaceAll('\n', ' ')).join(' ');
  const kept = JSON.stringify(cues);
  await service.asService(async (sql) => {
    if (wanted.videoId === null) {
      await sql`update public."TopicVideoTranscript" set transcript = ${text}, cues = ${kept}
        where id = ${wanted.transcriptId} and transcript is null`;
      return;
    }
    await sql`update public."VideoTranscript" set transcript = ${text}, cues = ${kept}
      where id = ${wanted.transcriptId} and transcript is null`;
    await sql`update public."Video" set "transcriptPending" = false where id = ${wanted.videoId}`;
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
