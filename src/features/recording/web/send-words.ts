import { useLingui } from '@lingui/react/macro';
import { ApiError } from '../../../web/api.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { UploadRefused } from './tus-upload.ts';

/** Why a recording was not taken, in words: the server's own where it gave some. */
export function useSendWords(): (error: unknown) => string {
  const { t } = useLingui();
  const words = useErrorWords();
  return (error) => {
    if (error instanceof ApiError && error.status !== 401)
      return error.errors[0]?.message ?? words(error);
    if (!(error instanceof UploadRefused || error instanceof ApiError)) return words(error);
    if (error.status === 401) return t`You are signed out. Sign in again, and it carries on.`;
    if (error instanceof UploadRefused && error.words) return error.words;
    if (error.status === 413) return t`The recording is too large to be taken.`;
    if (error.status === 415) return t`This kind of file cannot be watched here.`;
    return t`The place for this recording is gone. Try again to begin anew.`;
  };
}
