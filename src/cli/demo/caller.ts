/** Where the API is, for the demo. */
export interface Door {
  /** Where it listens. */
  server: string;
  /** The address of the site, as a browser would say it. */
  origin: string;
}

/** What the API gives for a file that is to come. */
export interface Upload {
  uploadUrl: string;
  chunkBytes: number;
}

interface Options {
  body?: object | Buffer;
  headers?: Record<string, string>;
}

/**
 * Somebody who uses the API as their browser would: it keeps cookies and says where it comes from.
 * Whatever is refused ends the demo, with what was asked and what was answered.
 */
export class Caller {
  readonly #door: Door;
  readonly #cookies: Map<string, string>;
  readonly #actingFor: string | null;

  constructor(door: Door, cookies = new Map<string, string>(), actingFor: string | null = null) {
    this.#door = door;
    this.#cookies = cookies;
    this.#actingFor = actingFor;
  }

  /** The same person, on the pages of a storyteller whom they look after. */
  for = (sharerId: string) => new Caller(this.#door, this.#cookies, sharerId);

  get = <T = unknown>(path: string) => this.#ask<T>('GET', path);
  post = <T = unknown>(path: string, body: object = {}) => this.#ask<T>('POST', path, { body });
  put = <T = unknown>(path: string, options: Options) => this.#ask<T>('PUT', path, options);
  patch = <T = unknown>(path: string, body: object) => this.#ask<T>('PATCH', path, { body });
  send = <T = unknown>(method: string, path: string, options: Options) =>
    this.#ask<T>(method, path, options);

  /**
   * Sends a whole file to the place that the API gave for it (tus 1.0.0).
   * @param untold the API does not know its length yet, as of a recording
   */
  async upload({ uploadUrl, chunkBytes }: Upload, bytes: Buffer, untold = false): Promise<void> {
    for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
      const last = offset + chunkBytes >= bytes.length;
      await this.#fetch('PATCH', uploadUrl, {
        body: bytes.subarray(offset, offset + chunkBytes),
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
          ...(untold && last && { 'upload-length': String(bytes.length) }),
        },
      });
    }
  }

  async #ask<T>(method: string, path: string, options: Options = {}): Promise<T> {
    const answer = await this.#fetch(method, `/api/v1${path}`, options);
    const text = await answer.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  async #fetch(method: string, path: string, { body, headers }: Options): Promise<Response> {
    const sent = new Headers({
      origin: this.#door.origin,
      'user-agent': 'telloom demo',
      ...headers,
    });
    if (body && !Buffer.isBuffer(body)) sent.set('content-type', 'application/json');
    if (this.#actingFor !== null) sent.set('telloom-for', this.#actingFor);
    sent.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(this.#door.server + path, {
      method,
      headers: sent,
      body: body && (Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    if (answer.ok) return answer;
    throw new Error(`${method} ${path} was answered by ${answer.status}: ${await answer.text()}`);
  }
}
