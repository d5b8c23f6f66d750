/**
 * The messages of Phoenix channels in the two forms that `@supabase/realtime-js` speaks: objects
 * (vsn 1.0.0) and arrays `[join_ref, ref, topic, event, payload]` (2.0.0), which also knows binary
 * broadcasts. https://hexdocs.pm/phoenix/writing_a_channels_client.html
 */
export const versions = ['1.0.0', '2.0.0'] as const;
export type Version = (typeof versions)[number];

export interface Address {
  joinRef: string | null;
  ref: string | null;
  topic: string;
}

export interface Message extends Address {
  event: string;
  /** Of a binary broadcast, `payload.payload` is a Buffer: realtime-js sends one for an ArrayBuffer. */
  payload: Record<string, unknown>;
}

/** Reads one frame; null when it is none. */
export function readFrame(data: Buffer, isBinary: boolean, version: Version): Message | null {
  if (isBinary) return version === '2.0.0' ? readBroadcast(data) : null;
  const parts = version === '2.0.0' ? readArray(parse(data)) : readObject(parse(data));
  return parts && check(parts);
}

type Parts = [joinRef: unknown, ref: unknown, topic: unknown, event: unknown, payload: unknown];

function parse(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const readArray = (json: unknown): Parts | null =>
  Array.isArray(json) && json.length === 5 ? (json as Parts) : null;

function readObject(json: unknown): Parts | null {
  if (!isObject(json)) return null;
  return [json.join_ref ?? null, json.ref ?? null, json.topic, json.event, json.payload];
}

function check([joinRef, ref, topic, event, payload]: Parts): Message | null {
  if (!isRef(joinRef) || !isRef(ref) || !isName(topic) || !isName(event)) return null;
  return isObject(payload) ? { joinRef, ref, topic, event, payload } : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 255;
const isRef = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.length <= 255);

const BROADCAST_PUSH = 3;
const BROADCAST = 4;
const BYTES = 0;
const JSON_TEXT = 1;

/** `3, lengths of join_ref, ref, topic, event and metadata, encoding`, these five, the payload. */
function readBroadcast(data: Buffer): Message | null {
  const [kind, ...lengths] = data.subarray(0, 6);
  const encoding = data[6];
  if (kind !== BROADCAST_PUSH || (encoding !== BYTES && encoding !== JSON_TEXT)) return null;
  let at = 7;
  const texts = lengths.map((length) => {
    const text = data.toString('latin1', at, at + length);
    at += length;
    return text;
  });
  const [joinRef, ref, topic, event] = texts as [string, string, string, string];
  if (at > data.length || !isName(topic) || !isName(event)) return null;
  const rest = data.subarray(at);
  const payload = encoding === BYTES ? rest : parse(rest);
  if (encoding === JSON_TEXT && payload === null) return null;
  return {
    joinRef: joinRef || null,
    ref: ref || null,
    topic,
    event: 'broadcast',
    payload: { type: 'broadcast', event, payload },
  };
}

/** A text frame; `payload` is JSON already, so that what goes to many is written once. */
export function writeFrame(
  version: Version,
  { joinRef, ref, topic }: Address,
  event: string,
  payload: string,
): string {
  const text = (value: string | null) => JSON.stringify(value);
  return version === '2.0.0'
    ? `[${text(joinRef)},${text(ref)},${text(topic)},${text(event)},${payload}]`
    : `{"join_ref":${text(joinRef)},"ref":${text(ref)},"topic":${text(topic)},"event":${text(event)},"payload":${payload}}`;
}

/** The binary frame that delivers bytes; null where topic or event is too long for it. */
export function writeBytes(topic: string, event: string, bytes: Buffer): Buffer | null {
  const [topicBytes, eventBytes] = [Buffer.from(topic), Buffer.from(event)];
  if (topicBytes.length > 255 || eventBytes.length > 255) return null;
  const head = Buffer.from([BROADCAST, topicBytes.length, eventBytes.length, 0, BYTES]);
  return Buffer.concat([head, topicBytes, eventBytes, bytes]);
}
