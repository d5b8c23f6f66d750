/** Why a file is not taken. The pages say each of these in words (web/attachment-words.ts). */
export const refusals = [
  'empty',
  'damaged',
  'too-many-pixels',
  'film',
  'archive',
  'web-page',
  'program',
  'locked',
  'unknown-kind',
  /** Not the file's fault: this Telloom gave up on it. */
  'not-finished',
] as const;
export type Refusal = (typeof refusals)[number];

/** The file itself is the trouble: trying again would not help. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail = '') {
    super(detail === '' ? refusal : `${refusal}: ${detail}`);
    this.refusal = refusal;
  }
}
