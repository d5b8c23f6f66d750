import type { Sql } from '../../../db/session.ts';
import { mendCues } from './check-cues.ts';
import { readCaptions } from './read-captions.ts';
import type { Cue } from './webvtt.ts';

export interface Captions {
  /** Of a Video, or of a TopicVideo that has none. */
  videoId: string;
  cues: Cue[];
  /** BCP 47. */
  language: string | null;
  /** What wrote them: the name of an engine, or of the video host. */
  source: string;
}

/** What a person wrote, read from a file, or went through: no machine writes over it. */
const isByPerson = ({ source, isChecked }: { source: string | null; isChecked: boolean }) =>
  isChecked || source === null || source === 'person' || source === 'file';

/**
 * Keeps captions that a machine made, and has the summary follow. Over earlier ones of a machine
 * alone, unless somebody asked for them anew: then what was there stays among the versions.
 * In one transaction as the service. Running it twice does no harm.
 * @returns false where a person's words stand, or nothing of it is new
 * @throws SQLSTATE P0002 when the recording is gone
 */
export async function storeCaptions(
  sql: Sql,
  { videoId, cues, language, source }: Captions,
  { asked = false } = {},
): Promise<boolean> {
  const [now] = await sql<{ version: number; source: string | null; isChecked: boolean }>`
    select version, source, "isChecked" from api.transcript where "videoId" = ${videoId}`;
  const version = now?.version ?? 0;
  if (now && version > 0 && !asked && isByPerson(now)) return false;
  const [saved] = await sql<{ version: number }>`
    select api.save_transcript(${videoId}, ${version}, '', ${JSON.stringify(mendCues(cues))}::jsonb,
      ${language}, ${source}, false, null) as version`;
  if (saved?.version === version) return false;
  await sql`
    update public."Video" set "languageCode" = coalesce("languageCode", ${language})
    where id = ${videoId}`;
  await sql`select private.request_summary(${videoId}, false, '0')`;
  return true;
}

/**
 * The same for a caption file, as a video host gives it.
 * @throws CaptionsError when it cannot be read
 */
export const storeCaptionFile = (
  sql: Sql,
  { file, ...captions }: Omit<Captions, 'cues'> & { file: Uint8Array | string },
): Promise<boolean> => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return storeCaptions(sql, { ...captions, cues: readCaptions(bytes) });
};
