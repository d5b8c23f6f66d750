import { ProblemError } from '../../server/errors.ts';
import { fileStem } from '../../server/save-as.ts';
import type { Signer } from '../videos/media-address.ts';
import type { MuxAddresses } from '../videos/mux/addresses.ts';
import { type DownloadRow, stemOf } from './download.ts';

/** Whether there is a file to fetch. */
export const isFetchable = ({ status }: DownloadRow) =>
  status === 'ready' || status === 'completed';

/** Whether the file lies here; an original does, whichever host plays the recording. */
export const isHere = ({ quality, muxAssetId }: DownloadRow) =>
  quality === 'original' || muxAssetId.startsWith('local-');

/** Where the caller, who may watch the recording, can fetch it for a while; 409 where it is not ready. */
export async function addressOf(
  row: DownloadRow,
  { sign, mux }: { sign: Signer; mux: MuxAddresses | null },
): Promise<{ url: string; expiresAt: string }> {
  const { id, file, muxPlaybackId } = row;
  if (!isFetchable(row) || file === null) throw new ProblemError('wrong-state');
  const { base, expiresAt } = sign(id);
  const until = { expiresAt: expiresAt.toISOString() };
  if (isHere(row)) return { url: base, ...until };
  if (mux === null || muxPlaybackId === null) throw new ProblemError('unavailable');
  const url = await mux.file(muxPlaybackId, file, fileStem(stemOf(row)), expiresAt);
  return { url, ...until };
}
