import { useLingui } from '@lingui/react/macro';
import type { Answer } from './answers.ts';

/** Of the ten, those about seeing, keeping, getting in and getting out. */
export function useCopyAnswers(): Answer[] {
  const { t } = useLingui();
  const [copy, code, unknown] = [
    t`Keep a copy`,
    t`Send me a code instead`,
    t`I do not know my password`,
  ];
  const [signOut, leave] = [t`Sign out on this device`, t`Delete my account`];
  return [
    {
      id: 'letters',
      question: t`How do I make the letters bigger, or read along?`,
      short: t`Telloom grows with the letters of your phone or computer.`,
      steps: [
        t`On a phone or tablet, open its settings and look for the size of the text.`,
        t`On a computer, hold the key Ctrl and press the plus key. On a Mac, hold Command.`,
        t`To read along, press Captions below the video.`,
      ],
      link: { to: '/watch', label: t`Watch a story` },
    },
    {
      id: 'copy',
      question: t`Can I keep a copy, or have it on paper?`,
      short: t`Yes, both. What you tell is yours.`,
      steps: [
        t`Open a story and press “${copy}”. You get the video as a file.`,
        t`For paper, open the story and print the page. It has all that was said.`,
      ],
      link: { to: '/stories', label: t`See my stories` },
    },
    {
      id: 'password',
      question: t`I forgot my password. What now?`,
      short: t`You do not need it. A code by e-mail lets you in as well.`,
      steps: [
        t`On the page to sign in, press “${code}”. We send you six digits.`,
        t`Or press “${unknown}”, and choose a new one.`,
      ],
      link: { to: '/forgot', label: t`Choose a new password` },
    },
    {
      id: 'stop',
      question: t`How do I stop, or leave?`,
      short: t`To rest, do nothing. Your stories wait for you.`,
      steps: [
        t`To sign out, open your account and press “${signOut}”.`,
        t`To leave for good, press “${leave}” there.`,
        t`You have 14 days to change your mind. Then your stories go, too.`,
      ],
      link: { to: '/account', label: t`Go to my account` },
    },
  ];
}
