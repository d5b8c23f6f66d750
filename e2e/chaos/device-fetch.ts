import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';

const WITHOUT_BODY = [204, 304];

/**
 * `fetch` for a device, over `node:http`. Node's own forgets a request for good, without an error,
 * when the connection breaks in the moment in which it is made. No browser does, and here it is what
 * happens all the time.
 */
export async function deviceFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const { method = 'GET', signal } = init;
  const body = init.body instanceof Blob ? await init.body.arrayBuffer() : init.body;
  try {
    return await new Promise<Response>((resolve, reject) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      const asked = request(url, { method, headers, signal: signal ?? undefined });
      asked.on('error', reject); // for as long as it lives: a second one may follow an answer
      asked.on('response', (answer) => {
        const { statusCode: status = 0, statusMessage: statusText } = answer;
        const entries = Object.entries(answer.headers).map(([name, value]) => [name, `${value}`]);
        const parts = { status, statusText, headers: entries as [string, string][] };
        buffer(answer).then(
          (bytes) => resolve(new Response(WITHOUT_BODY.includes(status) ? null : bytes, parts)),
          reject,
        );
      });
      asked.end(typeof body === 'string' ? body : body && new Uint8Array(body as ArrayBuffer));
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new TypeError('the connection broke', { cause }); // as in a browser
  }
}
