export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back; the tests say what it is
  body: any;
  headers: Headers;
  setCookie: string[];
  retryAfter: string | null;
}

/** What a browser does: it keeps cookies and says where it comes from. */
export class Browser {
  readonly cookies: Map<string, string>;
  /** Where the server listens. */
  readonly server: string;
  readonly #origin: string;
  readonly #actingFor: string | null;
  /**
   * @param server where the server listens
   * @param origin what the browser believes to be the address of the site
   */
  constructor(
    server: string,
    origin: string,
    cookies = new Map<string, string>(),
    actingFor: string | null = null,
  ) {
    this.server = server;
    this.#origin = origin;
    this.cookies = cookies;
    this.#actingFor = actingFor;
  }

  /** The same browser, on the pages of a storyteller whom its person looks after. */
  for = (sharerId: string) => new Browser(this.server, this.#origin, this.cookies, sharerId);

  get = (path: string): Promise<Answer> => this.send('GET', path);
  post = (path: string, body: object = {}): Promise<Answer> => this.send('POST', path, body);
  patch = (path: string, body: object): Promise<Answer> => this.send('PATCH', path, body);
  delete = (path: string): Promise<Answer> => this.send('DELETE', path);

  /** A request to the API with a JSON body. */
  send(method: string, path: string, body?: object, origin = this.#origin): Promise<Answer> {
    const json = body ? { 'content-type': 'application/json' } : undefined;
    return this.fetch(`/api/v1${path}`, {
      method,
      headers: { origin, ...json },
      body: body ? JSON.stringify(body) : undefined,
    });
  }

  /** Any request to the server, with this browser's cookies. */
  async fetch(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('user-agent', 'a test');
    if (!headers.has('origin')) headers.set('origin', this.#origin);
    if (this.#actingFor !== null) headers.set('telloom-for', this.#actingFor);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(this.server + path, { ...init, headers });
    const answered = new Headers(response.headers);
    // Tests ask whether two answers are the same; when each was given is no difference.
    for (const name of ['date', 'ratelimit-remaining', 'ratelimit-reset']) answered.delete(name);
    const setCookie = response.headers.getSetCookie();
    for (const line of setCookie) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined) this.cookies.set(name, value ?? '');
    }
    return {
      status: response.status,
      body: await readBody(response),
      headers: answered,
      setCookie,
      retryAfter: response.headers.get('retry-after'),
    };
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!/json/.test(response.headers.get('content-type') ?? '')) return text === '' ? null : text;
  return text === '' ? null : JSON.parse(text);
}
