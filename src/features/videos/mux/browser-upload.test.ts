import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { uploadToMux } from '../../recording/web/mux-upload.ts';
import { wholeFile } from '../../recording/web/tus-upload.ts';
import { film, type MuxSite, startMuxSite } from './testing/mux-site.ts';

let site: MuxSite;
beforeAll(async () => {
  site = await startMuxSite({ TELLOOM_MUX_UPLOADS: 'browser' });
});
afterAll(() => site.stop());
beforeEach(() => {
  site.mux.webhooks.length = 0;
  site.mux.requests.length = 0;
});

describe('a recording that the browser sends to Mux', () => {
  test('has a place of its own there, the same for each try', async () => {
    const key = randomUUID();
    const { body } = await site.begin(key);
    expect((await site.begin(key)).body).toEqual(body);
    const [made] = [...site.mux.uploads.values()].filter(({ url }) => url === body.uploadUrl);
    expect(made).toMatchObject({
      cors_origin: 'http://localhost:3000',
      new_asset_settings: { passthrough: body.videoId, playback_policies: ['signed'] },
    });
    expect(site.mux.requests).toEqual(['POST /video/v1/uploads']);
  });

  test('arrives whole in pieces, and moves by the events of Mux', async () => {
    const { body } = await site.begin();
    await uploadToMux({ ...body, source: wholeFile(new Blob([film])) });
    const asset = String(site.asset(body.videoId)?.id);
    expect(site.mux.arrived.get(String(site.asset(body.videoId)?.upload_id))?.equals(film)).toBe(
      true,
    );
    site.mux.fail(asset, 'There is no picture and no sound in it.');
    await site.deliver();
    expect((await site.rosa.get(`/videos/${body.videoId}`)).body).toMatchObject({
      status: 'ERRORED',
      errorMessage: 'There is no picture and no sound in it.',
      playback: { original: null },
    });
  });

  describe('where the page may not read how much has arrived', () => {
    /** A browser that hides it, and what becomes of each request before it goes out. */
    const blind = (
      mishap: (call: number, init: RequestInit) => Response | undefined = () => undefined,
    ) => {
      let calls = 0;
      return (async (url: string, init: RequestInit) => {
        calls += 1;
        const answer = mishap(calls, init) ?? (await fetch(url, init));
        const headers = new Headers(answer.headers);
        headers.delete('range');
        return { ok: answer.ok, status: answer.status, body: answer.body, headers };
      }) as typeof fetch;
    };
    const wait = async () => {};
    const arrives = async (browser: typeof fetch) => {
      const { body } = await site.begin();
      const source = wholeFile(new Blob([film]));
      await uploadToMux({ ...body, chunkBytes: 2 ** 20, source, wait, fetch: browser });
      const upload = String(site.asset(body.videoId)?.upload_id);
      return site.mux.arrived.get(upload)?.equals(film);
    };

    test('it arrives whole', async () => {
      expect(await arrives(blind())).toBe(true);
    });

    test('it goes on after the connection broke', async () => {
      const sent: number[] = [];
      const browser = blind((call, { body }) => {
        if (call === 5) throw new TypeError('the connection broke');
        sent.push((body as Blob | null)?.size ?? 0);
        return undefined;
      });
      expect(await arrives(browser)).toBe(true);
      expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBe(film.length);
    });

    test('it begins again where less has arrived than was believed', async () => {
      const lost = new Response(null, { status: 308 });
      expect(await arrives(blind((call) => (call === 4 ? lost : undefined)))).toBe(true);
    });

    test('it is not whole before the other side says so', async () => {
      const last = new Response(null, { status: 308 });
      const isLast = ({ headers }: RequestInit) =>
        new Headers(headers).get('content-range')?.includes(`-${film.length - 1}/`);
      let times = 0;
      const browser = blind((_call, init) => {
        if (!isLast(init) || times > 0) return undefined;
        times += 1;
        return last;
      });
      expect(await arrives(browser)).toBe(true);
    });
  });

  test.each([
    [401, {}],
    [429, { 'retry-after': '60' }],
    [500, {}],
  ])('cannot begin while Mux answers %d, and loses nothing', async (status, headers) => {
    const key = randomUUID();
    site.mux.failures.push({ status, headers });
    const refused = await site.begin(key);
    expect(refused).toMatchObject({
      status: 503,
      retryAfter: '30',
      body: { type: 'urn:telloom:problem:video-host-away' },
    });
    expect((await site.begin(key)).status).toBe(201);
  });

  test('may be called for by the pages, and by no others', async () => {
    const page = await site.server.browser().get('/me');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      new RegExp(`connect-src 'self' https://\\*\\.mux\\.com [^;]*${site.mux.url}`),
    );
  });

  test('that never came ends with words, as nothing of it is here', async () => {
    const { body } = await site.begin();
    const { muxUploadId } = await site.row(body.videoId);
    const waiting = site.mux.uploads.get(muxUploadId);
    if (waiting) waiting.status = 'timed_out';
    await site.sweepLater(body.videoId);
    expect(await site.row(body.videoId)).toMatchObject({
      status: 'ERRORED',
      errorMessage: 'The recording did not arrive in time.',
    });
  });
});
