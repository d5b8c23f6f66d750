import { given, line, optional, type Setting, url } from './setting.ts';

/** What writes down what was said, and what sums it up. */
export const wordSettings = {
  whisperModel: {
    env: 'TELLOOM_WHISPER_MODEL',
    about:
      'A model file of whisper.cpp, which then writes transcripts on this machine. It wants the package `@fugood/whisper.node` installed beside Telloom.',
    allowed: 'the path of a file',
    fallback: 'pocketsphinx where it is installed, or by hand',
    read: given,
  },
  speechUrl: {
    env: 'TELLOOM_SPEECH_URL',
    about:
      'An OpenAI-compatible service that writes transcripts, up to what comes before `/audio/transcriptions`: `https://api.openai.com/v1`. The sound of every recording is sent there.',
    allowed: 'an http or https address',
    fallback: 'nothing leaves this machine',
    read: optional((text) => url(text, ['http:', 'https:'])),
  },
  speechKey: {
    env: 'TELLOOM_SPEECH_KEY',
    about: 'The key of the speech service.',
    allowed: 'a line of text',
    fallback: 'none is sent',
    read: line,
  },
  speechModel: {
    env: 'TELLOOM_SPEECH_MODEL',
    about: 'The model that the speech service is asked for. It must give times: `verbose_json`.',
    allowed: 'a name',
    fallback: '`whisper-1`',
    read: (text = 'whisper-1') => text,
  },
  summaryUrl: {
    env: 'TELLOOM_SUMMARY_URL',
    about:
      'An OpenAI-compatible service that writes summaries, up to what comes before `/chat/completions`. The words of every recording are sent there.',
    allowed: 'an http or https address',
    fallback: 'the sentences that say most are picked on this machine',
    read: optional((text) => url(text, ['http:', 'https:'])),
  },
  summaryKey: {
    env: 'TELLOOM_SUMMARY_KEY',
    about: 'The key of the summary service.',
    allowed: 'a line of text',
    fallback: 'none is sent',
    read: line,
  },
  summaryModel: {
    env: 'TELLOOM_SUMMARY_MODEL',
    about: 'The model that the summary service is asked for.',
    allowed: 'a name',
    fallback: '`gpt-4o-mini`',
    read: (text = 'gpt-4o-mini') => text,
  },
} satisfies Record<string, Setting>;
