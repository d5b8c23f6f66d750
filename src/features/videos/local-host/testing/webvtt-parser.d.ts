declare module 'webvtt-parser' {
  /** https://github.com/w3c/webvtt.js: what is wrong with a file, beside what is in it. */
  export class WebVTTParser {
    parse(
      text: string,
      mode: 'captions' | 'subtitles' | 'chapters' | 'metadata',
    ): {
      cues: { startTime: number; endTime: number; text: string }[];
      errors: { message: string; line: number }[];
    };
  }
}
