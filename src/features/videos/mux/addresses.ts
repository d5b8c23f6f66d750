import Mux from '@mux/mux-node';
import type { Config } from '../../../config.ts';

/** Signed addresses of recordings at Mux. Whoever has one may fetch until it expires. */
export interface MuxAddresses {
  playback(
    video: { playbackId: string; hasPicture: boolean; downloadFile: string | null },
    expiresAt: Date,
  ): Promise<{
    hls: string;
    poster: string | null;
    storyboard: string | null;
    download: string | null;
  }>;
  poster(playbackId: string, expiresAt: Date): Promise<string>;
  /** A file for keeping, under this name; Mux adds the ending. */
  file(playbackId: string, file: string, name: string, expiresAt: Date): Promise<string>;
  captions(playbackId: string, trackId: string): Promise<string>;
}

type Keys = Pick<Config, 'muxSigningKey' | 'muxPrivateKey' | 'muxStreamUrl' | 'muxImageUrl'>;

/** Null where no signing key is set. */
export function muxAddresses(config: Keys): MuxAddresses | null {
  const { muxSigningKey, muxPrivateKey, muxStreamUrl, muxImageUrl } = config;
  if (muxSigningKey === null || muxPrivateKey === null) return null;
  // signing needs no token
  const { jwt } = new Mux({
    tokenId: '',
    tokenSecret: '',
    jwtSigningKey: muxSigningKey,
    jwtPrivateKey: muxPrivateKey,
  });
  const sign = (
    playbackId: string,
    type: 'video' | 'thumbnail' | 'storyboard',
    expiresAt: Date,
    params?: Record<string, string>,
  ) => jwt.signPlaybackId(playbackId, { type, expiration: `${secondsUntil(expiresAt)}s`, params });

  // What is asked of a picture has to be in its token: beside one, the query counts for nothing.
  const poster = async (id: string, expiresAt: Date) =>
    `${muxImageUrl}/${id}/thumbnail.jpg?token=${await sign(id, 'thumbnail', expiresAt, { width: '1280' })}`;

  const fileAt = (id: string, file: string, name: string, token: string) =>
    `${muxStreamUrl}/${id}/${file}?download=${encodeURIComponent(name)}&token=${token}`;

  return {
    poster,
    file: async (id, file, name, expiresAt) =>
      fileAt(id, file, name, await sign(id, 'video', expiresAt)),
    captions: async (id, trackId) => {
      const soon = new Date(Date.now() + 5 * 60 * 1000);
      return `${muxStreamUrl}/${id}/text/${trackId}.vtt?token=${await sign(id, 'video', soon)}`;
    },
    playback: async ({ playbackId: id, hasPicture, downloadFile }, expiresAt) => {
      const token = await sign(id, 'video', expiresAt);
      const board = hasPicture ? await sign(id, 'storyboard', expiresAt) : null;
      return {
        hls: `${muxStreamUrl}/${id}.m3u8?token=${token}`,
        poster: hasPicture ? await poster(id, expiresAt) : null,
        storyboard: board && `${muxImageUrl}/${id}/storyboard.vtt?token=${board}`,
        download: downloadFile && fileAt(id, downloadFile, 'recording', token),
      };
    },
  };
}

const secondsUntil = (moment: Date) => Math.floor((moment.getTime() - Date.now()) / 1000);
