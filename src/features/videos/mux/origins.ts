import type { Config } from '../../../config.ts';

/** Where browsers fetch from and send to when recordings are at Mux, for the content policy. */
export function muxOrigins(config: Config): string[] {
  const { muxTokenId, muxSigningKey, muxBaseUrl, muxStreamUrl, muxImageUrl } = config;
  if (muxTokenId === null && muxSigningKey === null) return [];
  const own = [muxBaseUrl, muxStreamUrl, muxImageUrl].map((address) => new URL(address).origin);
  // Segments and uploads are on hosts below mux.com; uploads were on Google's storage before.
  return [...new Set(['https://*.mux.com', 'https://storage.googleapis.com', ...own])];
}
