import { given, type Setting, whole } from './setting.ts';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

/** What is taken from people, and what making it ready may cost the machine. */
export const recordingSettings = {
  ffmpeg: {
    env: 'TELLOOM_FFMPEG',
    about: 'The ffmpeg program, with ffprobe beside it.',
    allowed: 'the path of a program',
    fallback: '`ffmpeg` on the PATH',
    read: given,
  },
  maxUploadBytes: {
    env: 'TELLOOM_MAX_UPLOAD',
    about: 'The largest recording that is taken, in bytes.',
    allowed: 'a whole number from 1048576 (1 MiB) to 1099511627776 (1 TiB)',
    fallback: '21474836480 (20 GiB)',
    read: (text) => (text === undefined ? 20 * GiB : whole(text, MiB, 1024 * GiB)),
  },
  maxAttachmentBytes: {
    env: 'TELLOOM_MAX_ATTACHMENT',
    about: 'The largest photo, sound or document that is taken beside a story, in bytes.',
    allowed: 'a whole number from 1048576 (1 MiB) to 2147483647 (2 GiB)',
    fallback: '104857600 (100 MiB)',
    read: (text) => (text === undefined ? 100 * MiB : whole(text, MiB, 2 * GiB - 1)),
  },
  maxPixels: {
    env: 'TELLOOM_MAX_PIXELS',
    about:
      'The largest photo that is taken, in pixels: its width times its height. Making one ready can need four bytes of memory for each.',
    allowed: 'a whole number from 1000000 to 1000000000',
    fallback: '120000000',
    read: (text) => (text === undefined ? 120_000_000 : whole(text, 1_000_000, 1_000_000_000)),
  },
  transcodes: {
    env: 'TELLOOM_TRANSCODES',
    about:
      'How many recordings are made ready at the same time. As many others may get their larger qualities meanwhile.',
    allowed: 'a whole number from 1 to 16',
    fallback: '1',
    read: (text) => (text === undefined ? 1 : whole(text, 1, 16)),
  },
  transcodeNiceness: {
    env: 'TELLOOM_TRANSCODE_NICE',
    about:
      'How far making recordings ready stands back behind everything else on the machine; 19 is the furthest.',
    allowed: 'a whole number from 0 to 19',
    fallback: '10',
    read: (text) => (text === undefined ? 10 : whole(text, 0, 19)),
  },
  transcodeThreads: {
    env: 'TELLOOM_TRANSCODE_THREADS',
    about: 'How many threads each ffmpeg uses. With 0 it takes what the processor has.',
    allowed: 'a whole number from 0 to 64',
    fallback: '0',
    read: (text) => (text === undefined ? 0 : whole(text, 0, 64)),
  },
  transcodeMemory: {
    env: 'TELLOOM_TRANSCODE_MEMORY',
    about: 'How much memory each ffmpeg may ask for, in bytes. A recording that needs more fails.',
    allowed: 'a whole number from 1073741824 (1 GiB) to 68719476736 (64 GiB)',
    fallback: '4294967296 (4 GiB)',
    read: (text) => (text === undefined ? 4 * GiB : whole(text, GiB, 64 * GiB)),
  },
  transcodeSeconds: {
    env: 'TELLOOM_TRANSCODE_SECONDS',
    about:
      'How long each ffmpeg may run, in seconds, beside the limits that go by the length of a recording. One that needs longer fails.',
    allowed: 'a whole number from 1 to 604800 (7 days)',
    fallback: '604800 (7 days)',
    read: (text) => (text === undefined ? 604_800 : whole(text, 1, 604_800)),
  },
} satisfies Record<string, Setting>;
