import { join } from 'node:path';

/**
 * Where attachments lie in the data folder. Their originals lie with those of the recordings, each
 * under the id of its upload, as they came (docs/decisions/0007); see features/videos/files.ts.
 */
export function attachmentPlaces(dataDir: string) {
  return {
    /** What others than the manager get: one folder for each attachment. It can be made again. */
    shown: (attachmentId: string) => join(dataDir, 'attachments', attachmentId),
    /** The bucket `avatars`: a folder for each person. */
    avatars: join(dataDir, 'avatars'),
  };
}

/** The files in the folder of an attachment, and of a person. */
export const shownFiles = {
  thumb: 'thumb.webp',
  view: 'view.jpg',
  listen: 'listen.m4a',
  /** A document as it came. */
  document: 'document',
  avatar: 'avatar.webp',
} as const;

/** The names in the bucket `avatars` that are given here; a client's own rows may say anything. */
export const avatarName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{24}\.webp$/;
