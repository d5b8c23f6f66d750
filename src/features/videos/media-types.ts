/** What the local host makes, by how its names end. */
const made: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  webm: 'video/webm',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
};

/** What people bring, by its media type: how its names end. */
const brought: Record<string, string> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/x-msvideo': 'avi',
  'video/mpeg': 'mpg',
  'video/3gpp': '3gp',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/webm': 'weba',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
};

/** The media type of a file with this ending. */
export const typeOfEnding = (ending: string) => made[ending] ?? 'application/octet-stream';

/** What an original may be called, whatever its uploader said that it is: nothing that a browser runs. */
export function originalKind(contentType: string): { type: string; extension: string } {
  const [said = ''] = contentType.split(';');
  const safe = /^(video|audio)\/[\w.+-]+$/.test(said);
  return {
    type: safe ? said : 'application/octet-stream',
    extension: brought[said] ?? 'bin',
  };
}
