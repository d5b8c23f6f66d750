/** Why a recording cannot be played. The codes are stable; the words are for people. */
export type UnplayableCode =
  | 'empty'
  | 'not_a_recording'
  | 'cut_off'
  | 'nothing_to_play'
  | 'too_many_streams'
  | 'too_long'
  | 'too_large'
  | 'hollow'
  | 'took_too_long'
  | 'cannot_convert'
  | 'no_room'
  | 'damaged'
  | 'needs_ffmpeg'
  | 'needs_ffmpeg_to_cut';

const MESSAGES: Record<UnplayableCode, string> = {
  empty: 'This file is empty. Nothing was recorded in it.',
  not_a_recording: 'This file is not a video or sound recording we can read. Your file is kept.',
  cut_off:
    'This recording was cut off before it was finished, and cannot be played. Your file is kept.',
  nothing_to_play: 'The recording has no picture and no sound. Your file is kept.',
  too_many_streams: 'This file holds more than one recording can. Your file is kept.',
  too_long: 'This recording is longer than 12 hours. Your file is kept.',
  too_large: 'The picture of this recording is larger than we can show. Your file is kept.',
  hollow: 'This file claims to be much longer than what is in it. Your file is kept.',
  took_too_long: 'Getting this recording ready took too long. Your file is kept.',
  cannot_convert: 'This recording could not be made ready to play. Your file is kept.',
  no_room:
    'There was not enough room on the disk here to make this ready. Your recording is safe, and we try again every half hour.',
  damaged:
    'The recording on our disk is not what arrived. Please tell the person who looks after this Telloom before anything else.',
  needs_ffmpeg:
    'This kind of recording cannot be played yet, as a tool is missing. Your file is kept.',
  needs_ffmpeg_to_cut:
    'Recordings cannot be cut here yet, as a tool is missing. Your recording is as it was.',
};

/**
 * The recording itself is the trouble, and trying again will not help.
 * `message` may be shown to people as it stands; `detail` is for the log (the tool's last words).
 * Every message that says a file is kept holds because nothing here ever writes to an original.
 */
export class UnplayableError extends Error {
  readonly code: UnplayableCode;
  readonly detail: string;

  constructor(code: UnplayableCode, detail = '') {
    super(MESSAGES[code]);
    this.name = 'UnplayableError';
    this.code = code;
    this.detail = detail;
  }
}

/** Something that a person should know about a recording that does play. */
export type WarningCode = 'cut_off' | 'sound_unreadable' | 'picture_unreadable' | 'pale_colours';

export interface RecordingWarning {
  code: WarningCode;
  message: string;
}

const WARNINGS: Record<WarningCode, string> = {
  cut_off: 'This recording was cut off. What is there plays.',
  sound_unreadable: 'The sound of this recording cannot be read. The picture plays without it.',
  picture_unreadable: 'The picture of this recording cannot be read. The sound plays without it.',
  pale_colours: 'The colours may look pale. The original is kept as it was.',
};

export function warning(code: WarningCode): RecordingWarning {
  return { code, message: WARNINGS[code] };
}
