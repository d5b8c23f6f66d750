import { useLingui } from '@lingui/react/macro';
import { useCopyAnswers } from './copy-answers.ts';

/** One question of the help page: what to do, step by step, and the page to do it on. */
export interface Answer {
  /** The end of its address, `/help#lost`: it stays when the words change. */
  id: string;
  question: string;
  /** The answer in one sentence, for whoever reads no further. */
  short: string;
  steps: string[];
  link: { to: HelpTarget; label: string };
}

export type HelpTarget =
  | '/'
  | '/account'
  | '/family'
  | '/forgot'
  | '/keeper'
  | '/stories'
  | '/watch';

/** The ten questions that older people ask. Words of buttons are the buttons' own. */
export function useAnswers(): Answer[] {
  const telling = useTellingAnswers();
  const people = usePeopleAnswers();
  const copies = useCopyAnswers();
  return [...telling, ...people, ...copies];
}

function useTellingAnswers(): Answer[] {
  const { t } = useLingui();
  const [record, see, start] = [t`Record my answer`, t`I see and hear myself`, t`Start recording`];
  const [stop, keep, again, anew] = [t`Stop`, t`Keep it`, t`Do it again`, t`Record it anew`];
  return [
    {
      id: 'record',
      question: t`How do I record a story?`,
      short: t`You get a question, and you answer it as you would at the table.`,
      steps: [
        t`Go to the first page and press “${record}”.`,
        t`Your phone asks if Telloom may see and hear you. Say yes.`,
        t`Press “${see}”, then the red button “${start}”.`,
        t`When you are done, press “${stop}”, then “${keep}”.`,
      ],
      link: { to: '/', label: t`Go to a question` },
    },
    {
      id: 'mistake',
      question: t`What if I make a mistake?`,
      short: t`You cannot break anything. Nobody sees it until you say so.`,
      steps: [
        t`Keep talking. A slip makes it sound like you.`,
        t`Or press “${stop}”, then “${again}”.`,
        t`Days later, too: open the story and press “${anew}”. The old one is kept.`,
      ],
      link: { to: '/stories', label: t`See my stories` },
    },
    {
      id: 'lost',
      question: t`Is it lost if the phone dies?`,
      short: t`No. Each part is kept on the phone while you speak.`,
      steps: [
        t`Charge the phone and open Telloom on it again.`,
        t`It finds what you said, and sends the rest by itself.`,
        t`When it says that your story is safe, you do not need that phone any more.`,
      ],
      link: { to: '/', label: t`See if something waits` },
    },
  ];
}

function usePeopleAnswers(): Answer[] {
  const { t } = useLingui();
  const [family, send, keeper] = [t`Family`, t`Send the invitation`, t`Choose your keeper`];
  const who = t`Who may watch`;
  return [
    {
      id: 'who',
      question: t`Who can see what I tell?`,
      short: t`Only people you invited, and only the stories you share with them.`,
      steps: [
        t`When you have told a story, you choose who may watch it.`,
        t`To change it later, open the story and look for “${who}”.`,
        t`You can pause somebody at any time. Then they see nothing.`,
      ],
      link: { to: '/family', label: t`See who is here` },
    },
    {
      id: 'invite',
      question: t`How do I invite my granddaughter?`,
      short: t`All you need is her e-mail address.`,
      steps: [
        t`Open “${family}” and type her address.`,
        t`Press “${send}”. She gets a link, which works for 14 days.`,
        t`When she has said yes, you see her name there.`,
      ],
      link: { to: '/family', label: t`Invite someone` },
    },
    {
      id: 'keeper',
      question: t`Can somebody else look after my stories?`,
      short: t`Yes. Choose one person you trust. We call them your keeper.`,
      steps: [
        t`Open “${family}” and press “${keeper}”.`,
        t`Type their e-mail address and press “${send}”.`,
        t`You can read all that they do, and end it when you like.`,
      ],
      link: { to: '/keeper', label: t`Choose your keeper` },
    },
  ];
}
