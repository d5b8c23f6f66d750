import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as tls } from 'node:https';

/** An OpenAI-compatible service, as the person who runs this set it. */
export interface Endpoint {
  /** Without the part that names the task, for instance https://api.openai.com/v1 */
  url: string;
  key: string | null;
  model: string;
}

export interface Question {
  /** For instance "/chat/completions". */
  path: string;
  body: FormData | string;
  /** Milliseconds for the whole of it. */
  timeoutMs: number;
  signal?: AbortSignal;
}

/** The service refused or said nothing that makes sense. The message holds no key, whatever it said. */
export class EndpointError extends Error {
  override name = 'EndpointError';
}

const MAX_ANSWER = 20_000_000;

/**
 * Asks an endpoint and gives its JSON. By node:http, because fetch gives up after five minutes
 * without a header, and an hour of speech takes longer. Redirects are not followed: the key goes
 * to the address that was set, and nowhere else.
 * @throws EndpointError, or the signal's reason
 */
export async function askEndpoint(endpoint: Endpoint, question: Question): Promise<unknown> {
  const { host } = new URL(endpoint.url);
  const signals = [AbortSignal.timeout(question.timeoutMs), question.signal ?? []].flat();
  const { status, body } = await send(endpoint, question, AbortSignal.any(signals)).catch(
    (error: Error) => {
      question.signal?.throwIfAborted();
      throw new EndpointError(`${host} cannot be asked: ${error.message}`);
    },
  );
  const beginning = withoutKey(body, endpoint.key).slice(0, 500);
  if (status !== 200) throw new EndpointError(`${host} answered ${status}: ${beginning}`);
  try {
    return JSON.parse(body);
  } catch {
    throw new EndpointError(`${host} answered without JSON: ${beginning}`);
  }
}

/** A service may repeat what it was sent, and messages go into logs. */
const withoutKey = (said: string, key: string | null): string =>
  key === null ? said : said.replaceAll(key, '…');

async function send(
  { url, key }: Endpoint,
  { path, body }: Question,
  signal: AbortSignal,
): Promise<{ status: number; body: string }> {
  // Response writes the form and knows its boundary.
  const form = new Response(body);
  const bytes = Buffer.from(await form.arrayBuffer());
  const type = typeof body === 'string' ? 'application/json' : form.headers.get('content-type');
  const request: ClientRequest = (url.startsWith('https:') ? tls : plain)(`${url}${path}`, {
    method: 'POST',
    signal,
    headers: {
      'content-type': type ?? '',
      'content-length': bytes.length,
      accept: 'application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject).on('response', (response) => {
      const { statusCode: status = 0 } = response;
      readAnswer(response).then((said) => resolve({ status, body: said }), reject);
    });
    request.end(bytes);
  });
}

/** Leaving the loop early closes the connection. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    size += part.length;
    if (size > MAX_ANSWER) throw new Error('the answer has no end');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
