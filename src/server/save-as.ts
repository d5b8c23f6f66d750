/** File systems take names of 255 bytes; programs put something before or behind them. */
const MOST_BYTES = 180;

/** What no file system takes, and what would make a name look like another: control and direction marks. */
const unfit = /["*/:<>?\\|\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** Names that Windows gives to devices. */
const device = /^(con|prn|aux|nul|(com|lpt)\d)$/i;

/**
 * The value of Content-Disposition that has a file kept under a name (RFC 6266), in plain letters
 * for older programs, and as it is written (RFC 8187). Whatever the stem holds, it stays one header
 * and the name of one file.
 */
export function saveAs(stem: string, extension: string): string {
  const name = `${fileStem(stem)}.${extension}`;
  // unfit once more: the plain form of a wide quotation mark is a quotation mark
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(unfit, '_');
  const plain = letters.replace(/[^ -~]|%/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A name that every file system takes, without its ending. */
export function fileStem(text: string): string {
  const clean = text.replace(unfit, ' ').replace(/\s+/g, ' ');
  const short = cut(clean.replace(/^[. ]+/, '')).replace(/[. ]+$/, '') || 'file';
  return device.test(short) ? `_${short}` : short;
}

/** As many whole characters as fit. */
function cut(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MOST_BYTES) break;
    kept += segment;
  }
  return kept;
}
