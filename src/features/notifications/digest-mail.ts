import type { LineRow } from './line.ts';
import { oneLine } from './mails.ts';

export type Language = 'en' | 'es';
type Words = Record<LineRow['kind'], (names: Names) => string> & {
  someone: string;
  several: (count: number) => string;
  greeting: string;
  all: string;
  howOften: string;
  noMore: string;
};
interface Names {
  sharer: string;
  person: string;
  count: number;
  accepted: boolean;
}

const words: Record<Language, Words> = {
  en: {
    story: ({ sharer, count }) =>
      count === 1 ? `${sharer} told a new story` : `${sharer} told ${count} new stories`,
    'follow-request': ({ person, sharer }) => `${person} would like to watch ${sharer}’s stories`,
    invitation: ({ person }) => `${person} invites you to watch their stories`,
    'invitation-answered': ({ person, accepted }) =>
      accepted ? `${person} accepted the invitation` : `${person} said no to the invitation`,
    'access-given': ({ sharer }) => `${sharer} lets you watch their stories`,
    'access-paused': () => 'A storyteller has paused your watching',
    'recording-ready': ({ count }) =>
      count === 1 ? 'A recording is ready' : `${count} recordings are ready`,
    'recording-failed': () => 'Something went wrong with a recording',
    someone: 'Someone',
    several: (count) => `${count} things are new on Telloom`,
    greeting: 'This is new for you on Telloom:',
    all: 'See all of it:',
    howOften: 'We write once a day at most, and only when something is new.',
    noMore: 'You want no more of these mails? Open this:',
  },
  es: {
    story: ({ sharer, count }) =>
      count === 1
        ? `${sharer} contó una historia nueva`
        : `${sharer} contó ${count} historias nuevas`,
    'follow-request': ({ person, sharer }) => `${person} quiere ver las historias de ${sharer}`,
    invitation: ({ person }) => `${person} te invita a ver sus historias`,
    'invitation-answered': ({ person, accepted }) =>
      accepted ? `${person} aceptó la invitación` : `${person} dijo que no a la invitación`,
    'access-given': ({ sharer }) => `${sharer} te deja ver sus historias`,
    'access-paused': () => 'Por ahora no puedes ver las historias de una persona',
    'recording-ready': ({ count }) =>
      count === 1 ? 'Una grabación está lista' : `${count} grabaciones están listas`,
    'recording-failed': () => 'Algo falló con una grabación',
    someone: 'Alguien',
    several: (count) => `Hay ${count} novedades en Telloom`,
    greeting: 'Esto es nuevo para ti en Telloom:',
    all: 'Míralo todo:',
    howOften: 'Te escribimos una vez al día como mucho, y solo cuando hay algo nuevo.',
    noMore: '¿No quieres más correos como este? Abre esto:',
  },
};

/** The mail of what is new. `lines` are what the person may see, the newest first, at least one. */
export function digestMail(
  lines: LineRow[],
  about: { language: Language; publicUrl: string; token: string },
): { subject: string; text: string } {
  const { language, publicUrl, token } = about;
  const say = words[language];
  const sentences = lines.map((line) => say[line.kind](namesOf(line, say.someone)));
  const news = lines.map((line, n) => {
    const quoted = line.count === 1 && line.question !== null ? `: “${line.question}”` : '';
    return `– ${sentences[n]}${quoted}`;
  });
  const [first = ''] = sentences;
  return {
    subject: lines.length === 1 ? first : say.several(lines.length),
    text: [
      say.greeting,
      news.join('\n'),
      `${say.all} ${publicUrl}/news`,
      `${say.howOften} ${say.noMore} ${publicUrl}/unsubscribe#${token}`,
      'Telloom\n',
    ].join('\n\n'),
  };
}

function namesOf(line: LineRow, someone: string): Names {
  const named = (text: string | null) => oneLine(text ?? '') || someone;
  return {
    sharer: named(line.sharerName),
    person: named(line.personName ?? line.email),
    count: line.count,
    accepted: line.accepted === true,
  };
}
