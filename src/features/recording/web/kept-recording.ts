import type { RecordingKind } from './mime.ts';

/** What is told: the answer to a question, or a topic summed up. One of the two is there. */
export interface Subject {
  promptId?: string;
  topicId?: string;
}

export const subjectOf = ({ promptId, topicId }: Subject): Subject =>
  topicId === undefined ? { promptId } : { topicId };

export const isSame = (one: Subject, other: Subject) =>
  one.promptId === other.promptId && one.topicId === other.topicId;

/** What is known about a recording that is kept in this browser until the server has all of it. */
export interface KeptRecording extends Subject {
  /** A UUID. */
  id: string;
  /** Who told it: several people may share one tablet. */
  personId: string;
  /** For whom it was told, by their keeper; absent or null where it is their own. */
  actingFor?: string | null;
  /** The question's words, or what else it is called, to speak of the recording with. */
  question: string;
  kind: RecordingKind;
  contentType: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Seconds recorded, as of the last slice. */
  seconds: number;
  stage: RecordingStage;
  /** Where it is sent to, once the server was asked. */
  place: UploadPlace | null;
  /** The Idempotency-Key of that place. A new one asks for another place. */
  placeKey: string;
  /** Of the whole, in hexadecimal; null until it is whole, or when the browser died before. */
  sha256: string | null;
}

export type RecordingStage =
  | 'recording'
  /** Stopped, by the person or because the browser died. They may keep it or not. */
  | 'undecided'
  /** The person wants it. */
  | 'wanted'
  /** The person does not want it; what is left is to tell the server. */
  | 'unwanted';

export interface UploadPlace {
  videoId: string;
  uploadUrl: string;
  /** The largest piece in one request, in bytes. */
  chunkBytes: number;
}
