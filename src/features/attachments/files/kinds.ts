export type Kind = 'photo' | 'audio' | 'document';

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/**
 * What is taken, by media type: what it is to people, and how its names end. Nothing in it is
 * run by a browser, and nothing else is ever written into a Content-Type.
 */
const kinds: Record<string, [kind: Kind, extension: string]> = {
  'image/jpeg': ['photo', 'jpg'],
  'image/png': ['photo', 'png'],
  'image/webp': ['photo', 'webp'],
  'image/gif': ['photo', 'gif'],
  'image/tiff': ['photo', 'tif'],
  'image/heic': ['photo', 'heic'],
  'image/avif': ['photo', 'avif'],
  'audio/mpeg': ['audio', 'mp3'],
  'audio/aac': ['audio', 'aac'],
  'audio/wav': ['audio', 'wav'],
  'audio/flac': ['audio', 'flac'],
  'audio/ogg': ['audio', 'ogg'],
  'audio/amr': ['audio', 'amr'],
  'audio/webm': ['audio', 'weba'],
  'audio/mp4': ['audio', 'm4a'],
  'application/pdf': ['document', 'pdf'],
  'application/rtf': ['document', 'rtf'],
  'text/plain': ['document', 'txt'],
  [`${office}.wordprocessingml.document`]: ['document', 'docx'],
  [`${office}.spreadsheetml.sheet`]: ['document', 'xlsx'],
  [`${office}.presentationml.presentation`]: ['document', 'pptx'],
  [`${openDocument}.text`]: ['document', 'odt'],
  [`${openDocument}.spreadsheet`]: ['document', 'ods'],
  [`${openDocument}.presentation`]: ['document', 'odp'],
};

export interface FileKind {
  kind: Kind;
  type: string;
  extension: string;
}

/** The kind of this media type; null for one that is not taken. */
export function kindOf(type: string | null): FileKind | null {
  const found = type === null ? undefined : kinds[type];
  return found && type !== null ? { kind: found[0], type, extension: found[1] } : null;
}
