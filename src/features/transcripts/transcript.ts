import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { Nullable, Uuid } from '../../server/schemas.ts';
import { checkCues, cueProblems, isPlainText, MAX_CUES } from './check-cues.ts';
import type { Cue } from './webvtt.ts';

export const Cues = Type.Array(
  Type.Object(
    { start: Type.Number(), end: Type.Number(), text: Type.String() },
    { description: 'Seconds.', additionalProperties: false },
  ),
  { maxItems: MAX_CUES, description: 'One after the other.' },
);
export const Language = Type.String({
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  maxLength: 35,
  description: 'BCP 47',
});

export const TranscriptState = Type.Object({
  videoId: Uuid,
  version: Type.Integer({
    description: 'Counts the changes; 0 where nothing is written. The ETag.',
  }),
  text: Type.String(),
  cues: Cues,
  language: Nullable(Type.String()),
  source: Nullable(Type.String({ description: 'An engine, the video host, `file`, or `person`.' })),
  isChecked: Type.Boolean({ description: 'A person says that it is right.' }),
  duration: Nullable(Type.Number({ description: 'Of the recording, in seconds.' })),
  pending: Type.Boolean({ description: 'A machine is listening.' }),
  canManage: Type.Boolean(),
});
export type TranscriptState = Static<typeof TranscriptState>;

/** The transcript of a recording or topic video that the caller may read; 404 otherwise. */
export async function readTranscript(sql: Sql, videoId: string): Promise<TranscriptState> {
  return one(
    await sql<TranscriptState>`
      select "videoId", version, coalesce(text, '') as text, cues, language, source, "isChecked",
        duration, pending, "canManage"
      from api.transcript where "videoId" = ${videoId}`,
  );
}

export interface Words {
  cues: Cue[];
  /** Where there are no cues. */
  text: string;
  language: string | null;
  source: string | null;
  isChecked: boolean;
  editSession?: string;
}

/**
 * Writes a transcript over the version that the caller began with; gives what is there then.
 * @throws ProblemError 412 when somebody else changed it meanwhile, 422 for cues that cannot be kept
 */
export async function writeTranscript(
  sql: Sql,
  now: TranscriptState,
  expected: number,
  words: Words,
): Promise<TranscriptState> {
  refuseBadWords(words, now.duration);
  const { text, cues, language, source, isChecked, editSession = null } = words;
  await sql`
    select api.save_transcript(${now.videoId}, ${expected}, ${text}, ${JSON.stringify(cues)}::jsonb,
      ${language}, ${source}, ${isChecked}, ${editSession})`;
  await sql`select api.request_summary(${now.videoId}, false)`;
  return readTranscript(sql, now.videoId);
}

/** As many as a person mends before they look again. */
const MOST_PROBLEMS = 20;

function refuseBadWords({ cues, text }: Words, duration: number | null): void {
  const errors = checkCues(cues, duration)
    .slice(0, MOST_PROBLEMS)
    .map(({ index, problem }) => ({ field: `cues.${index}`, message: cueProblems[problem] }));
  if (!isPlainText(text)) errors.push({ field: 'text', message: cueProblems.control });
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
}
