/**
 * Something the person at the keyboard can understand and change. Its message is one sentence
 * that is shown as it stands; `cause` is for LOG_LEVEL=debug.
 */
export class Problem extends Error {
  override name = 'Problem';
}
