import { ApiError } from '../../../web/api.ts';
import { UploadRefused } from './tus-upload.ts';

/** Nobody, or somebody else, is signed in. */
export const isSignedOut = (error: unknown): boolean =>
  (error instanceof ApiError || error instanceof UploadRefused) && error.status === 401;

/** The same may well work when it is tried again. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
