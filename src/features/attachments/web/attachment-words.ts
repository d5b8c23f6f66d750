import { useLingui } from '@lingui/react/macro';
import type { Attachment } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';

/** Why a file was not taken: what it is, and what to do. */
export function useProblemWords(): Record<NonNullable<Attachment['problem']>, string> {
  const { t } = useLingui();
  return {
    empty: t`There is nothing in this file. Choose another one.`,
    damaged: t`This file is damaged and cannot be opened. Try to send it from where it first was.`,
    'too-many-pixels': t`This picture is larger than we can show. Save a smaller copy and send that.`,
    film: t`This is a film. Films are told as stories: use a recording you have.`,
    archive: t`This is a folder of files packed into one. Send the files one by one.`,
    'web-page': t`This is a web page or a drawing with code in it. Save it as a PDF and send that.`,
    program: t`There is a program in this file, so it is not taken. Save it without, or as a PDF.`,
    locked: t`This is an old or locked document. Save it as a PDF and send that.`,
    'unknown-kind': t`We do not know this kind of file. Send a photo, a sound, a PDF or a document.`,
    'not-finished': t`Something went wrong here while we looked at this file. Delete it and send it again.`,
    'not-playable': t`The sound is kept, and cannot be played here.`,
  };
}

/** When it was: a day, a year, about a year; null where nobody knows. */
export function useWhenWords(): (attachment: Attachment) => string | null {
  const { t } = useLingui();
  const format = useFormat();
  return ({ dateCaptured, yearCaptured, estimatedYear }) => {
    if (dateCaptured) return format.date(`${dateCaptured}T12:00:00`);
    if (yearCaptured) return String(yearCaptured);
    return estimatedYear ? t`about ${String(estimatedYear)}` : null;
  };
}

/** What to call it where it cannot be seen: its title, who is in it, or the story it lies beside. */
export function useNameOf(): (attachment: Attachment) => string {
  const { t } = useLingui();
  return ({ kind, title, people, question, fileName }) => {
    if (title) return title;
    const names = people.map((person) => person.name).join(', ');
    if (kind === 'photo' && names) return t`Photo of ${names}`;
    if (kind === 'photo') return question ? t`Photo for “${question}”` : t`Photo`;
    return fileName ?? (kind === 'audio' ? t`Sound` : t`Document`);
  };
}
