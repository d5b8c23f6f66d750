import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFor } from './plan.ts';
import { processRecording } from './process.ts';
import {
  amrNoise,
  type Clips,
  firstPart,
  H264,
  LIVE_WEBM,
  makeClips,
  manyTracks,
  picture,
  resized,
  tone,
  VP8,
} from './testing/clips.ts';
import { expectSoundHls } from './testing/hls.ts';

let clips: Clips;
beforeAll(async () => {
  clips = await makeClips();
});
afterAll(() => clips.remove());

const paths = (original: string) => ({ original, outDir: `${original}.out` });

async function processed(original: string) {
  const result = await processRecording({ tools: clips.tools, ...paths(original) });
  await expectSoundHls(clips.tools, `${original}.out`, result);
  return result;
}

/** The code of the refusal; nothing may be left of the try. */
async function refusal(original: string) {
  const reason = await processRecording({ tools: clips.tools, ...paths(original) }).then(
    () => 'it played',
    (error: { code: string }) => error.code,
  );
  const mine = `${basename(original)}.out`;
  const names = await readdir(clips.dir);
  return { reason, left: names.filter((n) => n.startsWith(mine)) };
}

describe('sound alone', () => {
  const soundAlone = {
    hasVideo: false,
    hasAudio: true,
    poster: false,
    aspectRatio: null,
    maxWidth: null,
    maxFrameRate: null,
    resolutionTier: 'audio-only',
    warnings: [],
  };

  test.each([
    ['opus.webm', ['-c:a', 'libopus', ...LIVE_WEBM]],
    ['memo.m4a', ['-c:a', 'aac']],
    ['memo.wav', []],
  ])('%s', async (name, args) => {
    const result = await processed(await clips.make(name, ...tone(2), ...args));
    expect(result).toMatchObject(soundAlone);
    expect(result.duration).toBeCloseTo(2, 1);
  });

  test('an old phone’s AMR', async () => {
    expect(await processed(await clips.write('memo.amr', amrNoise()))).toMatchObject(soundAlone);
  });

  test('the cover of an MP3 is not a film', async () => {
    const cover = ['-f', 'lavfi', '-i', 'color=red:s=300x300:d=1', '-map', '0', '-map', '1'];
    const coded = ['-frames:v', '1', '-c:v', 'mjpeg', '-disposition:v', 'attached_pic'];
    const file = await clips.make('song.mp3', ...tone(2), ...cover, ...coded);
    expect(await processed(file)).toMatchObject(soundAlone);
  });
});

describe('files of old phones and broken ones', () => {
  test('3GP with H.263 and AMR', async () => {
    const amr = await clips.write('sound.amr', amrNoise());
    const coded = ['-map', '1', '-map', '0', '-c:v', 'h263', '-c:a', 'copy', '-f', '3gp'];
    const file = await clips.make('old.3gp', '-i', amr, ...picture('176x144', 15, 2), ...coded);
    const result = await processed(file);
    expect(result).toMatchObject({
      maxWidth: 176,
      maxHeight: 144,
      maxFrameRate: 15,
      hasAudio: true,
    });
  });

  test('sound that cannot be decoded: the picture alone, and a warning', async () => {
    const sources = [...picture('320x180', 25, 2), ...tone(2)];
    const whole = await clips.make('whole.mkv', ...sources, ...H264, '-c:a', 'libopus');
    const file = await clips.change(whole, 'strange.mkv', (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('A_OPUS', 'A_ZZZZ'), 'latin1'),
    );
    const result = await processed(file);
    expect(result).toMatchObject({ hasVideo: true, hasAudio: false });
    expect(result.warnings.map((w) => w.code)).toEqual(['sound_unreadable']);

    // The same when it is found out only while encoding.
    const late = { tools: clips.tools, original: file, outDir: `${file}.late` };
    await planFor(clips.tools, { original: whole, outDir: late.outDir });
    const made = await processRecording(late);
    expect(made.warnings.map((w) => w.code)).toEqual(['sound_unreadable']);
    expect(made.renditions[0]?.hasAudio).toBe(false);
  });

  test('a picture that cannot be decoded: the sound alone, and a warning', async () => {
    const sources = [...picture('320x180', 25, 2), ...tone(2)];
    const whole = await clips.make('seen.webm', ...sources, ...VP8, '-c:a', 'libopus');
    const file = await clips.change(whole, 'unseen.webm', (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('V_VP8', 'V_ZZZ'), 'latin1'),
    );
    const result = await processed(file);
    expect(result).toMatchObject({ hasVideo: false, hasAudio: true, poster: false });
    expect(result.warnings.map((w) => w.code)).toEqual(['picture_unreadable']);
  });

  test('a WebM that was cut off plays as far as it goes', async () => {
    const sources = [...picture('320x180', 25, 4), ...tone(4)];
    const whole = await clips.make(
      'long.webm',
      ...sources,
      ...VP8,
      '-c:a',
      'libopus',
      ...LIVE_WEBM,
    );
    const result = await processed(await clips.change(whole, 'cut.webm', firstPart(0.6)));
    expect(result.warnings.map((w) => w.code)).toEqual(['cut_off']);
    expect(result.duration).toBeGreaterThan(1.5);
    expect(result.duration).toBeLessThan(3.5);
  });

  test('a fragmented MP4 that claims 40 hours lasts as long as it lasts; cut off, it still plays', async () => {
    const sources = [...picture('320x180', 25, 4), ...tone(4)];
    const fragments = ['-g', '25', '-movflags', 'frag_keyframe+empty_moov'];
    const whole = await clips.make('fragments.mp4', ...sources, ...H264, ...fragments);
    const claims = await clips.change(whole, 'claims.mp4', (bytes) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt32BE(40 * 3600 * 1000, copy.indexOf('mvhd') + 20);
      return copy;
    });
    const result = await processed(claims);
    expect(result.duration).toBeCloseTo(4, 0);
    expect(result.warnings).toEqual([]);
    const cut = await processed(await clips.change(whole, 'cut.mp4', firstPart(0.6)));
    expect(cut.warnings.map((w) => w.code)).toEqual(['cut_off']);
    expect(cut.duration).toBeLessThan(3.5);
  });

  test('an MP4 whose end never came is refused with its reason', async () => {
    const whole = await clips.make('phone.mp4', ...picture('320x180', 25, 2), ...H264);
    const cut = await clips.change(whole, 'phone-cut.mp4', firstPart(0.6));
    expect(await refusal(cut)).toEqual({ reason: 'cut_off', left: [] });
    const early = await clips.make(
      'early.mp4',
      '-i',
      whole,
      '-c',
      'copy',
      '-movflags',
      '+faststart',
    );
    const late = await clips.change(early, 'early-cut.mp4', firstPart(0.7));
    expect((await processed(late)).warnings.map((w) => w.code)).toEqual(['cut_off']);
  });

  test.each([
    ['letter.mp4', 'Dear all, this is a letter.\n', 'not_a_recording'],
    ['letter.txt', 'Dear all, this is a letter.\n'.repeat(200), 'not_a_recording'],
    ['noise.webm', Buffer.alloc(50_000, 'q7Z'), 'not_a_recording'],
    ['nothing.mp4', '', 'empty'],
    ['picture.mp4', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not_a_recording'],
  ])('%s is refused', async (name, content, reason) => {
    expect(await refusal(await clips.write(name, content))).toEqual({ reason, left: [] });
  });

  test('a playlist or a script with another name opens no other file', async () => {
    const secret = await clips.make('secret.ts', ...picture('320x180', 25, 1), ...H264);
    const list = `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${secret}\n#EXT-X-ENDLIST\n`;
    expect((await refusal(await clips.write('list.mp4', list))).reason).toBe('not_a_recording');
    const concat = `ffconcat version 1.0\nfile '${secret}'\n`;
    expect((await refusal(await clips.write('list.webm', concat))).reason).toBe('not_a_recording');
  });

  test('a header whose streams decode to nothing is not trusted', async () => {
    const whole = await clips.make('real.webm', ...picture('320x180', 25, 1), ...VP8);
    const file = await clips.change(whole, 'hollow.webm', (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('V_VP8', 'V_ZZZ'), 'latin1'),
    );
    expect((await refusal(file)).reason).toBe('nothing_to_play');
  });

  test('more streams than any recording has', async () => {
    const maps = Array.from({ length: 40 }, () => ['-map', '0']).flat();
    const file = await clips.make('many.mkv', ...tone(0.2), ...maps, '-c:a', 'pcm_s16le');
    expect((await refusal(file)).reason).toBe('too_many_streams');
    const crowd = await clips.write('crowd.mkv', manyTracks(10_000));
    expect((await refusal(crowd)).reason).toBe('too_many_streams');
  });

  test('a picture of absurd size is not even tried', async () => {
    // A codec whose size is what the container says.
    const raw = ['-f', 'lavfi', '-i', 'color=red:s=64x64:r=1:d=1', '-c:v', 'rawvideo'];
    const small = await clips.make('small.avi', ...raw);
    for (const [name, width, height] of [
      ['poster.avi', 20_000, 10_000],
      ['square.avi', 30_000, 30_000],
      ['thread.avi', 1, 100_000],
    ] as const) {
      const file = await clips.change(small, name, (bytes) => resized(bytes, width, height));
      expect([name, await refusal(file)]).toEqual([name, { reason: 'too_large', left: [] }]);
    }
  });

  test('a small file that claims hours is not written out as hours', async () => {
    const gap = ['-vf', "settb=1/1000,setpts='if(eq(N,0),0,30000000)'", '-fps_mode', 'passthrough'];
    const two = ['-f', 'lavfi', '-i', 'color=red:s=64x64:r=1:d=2', ...gap, '-c:v', 'libvpx'];
    expect((await refusal(await clips.make('bomb.mkv', ...two))).reason).toBe('hollow');
  });

  test('a hidden address is never called', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/secret.ts`;
    const lists = {
      'call.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${url}\n#EXT-X-ENDLIST\n`,
      'call.mp4': `ffconcat version 1.0\nfile '${url}'\n`,
      'call.mpd': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${url}</BaseURL></MPD>`,
      'call.sdp': `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video ${port} RTP/AVP 96\n`,
    };
    for (const [name, text] of Object.entries(lists)) {
      expect([name, (await refusal(await clips.write(name, text))).reason]).toEqual([
        name,
        'not_a_recording',
      ]);
    }
    expect(calls).toBe(0);
    server.close();
  });
});
