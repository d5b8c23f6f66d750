import { ProblemError } from '../../server/errors.ts';
import type { Signer } from '../videos/media-address.ts';
import type { MuxAddresses } from '../videos/mux/addresses.ts';
import type { DownloadRow } from './download.ts';

/** Whether there is a file to fetch. */
export const isFetchable = ({ status }: DownloadRow) =>
  status === 'ready' || status === 'completed';

/** Whether the file lies here; an original does, whichever host plays the recording. */
export const isHere = ({ quality, muxAssetId }: DownloadRow) =>
  quality === 'original' || muxAssetId.startsWith('local-');

/** Where the caller, who may watch the recording, can fetch it for a while; 409 where it is not ready. */
export function addressOf(
  row: DownloadRow,
  { sign, mux }: { sign: Signer; mux: MuxAddresses | null },
): { url: string; expiresAt: string } {
  if (!isFetchable(row) || row.file === null) throw new ProblemError('wrong-state');
  if (!isHere(row) && mux === null) throw new ProblemError('unavailable');
  const { base, expiresAt } = sign(row.id);
  return { url: base, expiresAt: expiresAt.toISOString() };
}
