import type { Mail } from './mail.ts';

/** What a six-digit code is for. */
export type CodePurpose = 'sign-up' | 'sign-in' | 'new-password' | 'new-address';

const reasons: Record<CodePurpose, { subject: string; why: string }> = {
  'sign-up': {
    subject: 'Your code for Telloom',
    why: 'Type this code to finish signing up for Telloom.',
  },
  'sign-in': {
    subject: 'Your code for Telloom',
    why: 'Type this code to sign in to Telloom.',
  },
  'new-password': {
    subject: 'Your code for a new password',
    why: 'Type this code to choose a new password.',
  },
  'new-address': {
    subject: 'Your code for a new address',
    why: 'Type this code to use this address for Telloom from now on.',
  },
};

/** The mail with a code. The code leads, so that a phone shows it without opening the mail. */
export function codeMail(to: string, code: string, purpose: CodePurpose, minutes: number): Mail {
  const { subject, why } = reasons[purpose];
  return {
    to,
    subject: `${code} – ${subject}`,
    text: lines(
      why,
      `    ${code}`,
      `It works once, for ${minutes} minutes.`,
      'You did not ask for it? Then do nothing. Nobody gets in without this code.',
    ),
    secret: true,
  };
}

/** What somebody gets who signs up with an address that has an account already. */
export function alreadyHaveAccountMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'You already have a Telloom account',
    text: lines(
      'Somebody, most likely you, signed up for Telloom with this address. You have an account already.',
      `Sign in here: ${publicUrl}/sign-in`,
      'You forgot your password? Ask for a code on that page.',
      'It was not you? Then do nothing. Your account is as it was.',
    ),
    secret: false,
  };
}

/** To the address one had, when there is another: whoever holds an open tablet may have done it. */
export function addressChangedMail(to: string, now: string): Mail {
  return {
    to,
    subject: 'Your address for Telloom was changed',
    text: lines(
      `From now on you sign in to Telloom with ${now}.`,
      'It was not you? Then tell the person who runs your Telloom at once.',
    ),
    secret: false,
  };
}

export function passwordChangedMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'Your password for Telloom was changed',
    text: lines(
      'You have a new password. All your other devices were signed out.',
      `It was not you? Then choose another one at once: ${publicUrl}/forgot`,
    ),
    secret: false,
  };
}

/** That there is one more way into an account: `way` says which, as “a passkey”. */
export function wayInAddedMail(to: string, way: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'There is a new way into your Telloom account',
    text: lines(
      `From now on you can sign in to Telloom with ${oneLine(way)}.`,
      `It was not you? Then take it away at once, and choose a new password: ${publicUrl}/account`,
    ),
    secret: false,
  };
}

export function apiKeyMadeMail(to: string, name: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'A key for your Telloom account was made',
    text: lines(
      `Programs with the key “${oneLine(name)}” can use your account from now on.`,
      `It was not you? Then end it at once, and choose a new password: ${publicUrl}/account/keys`,
    ),
    secret: false,
  };
}

/**
 * An admin's help for somebody who cannot sign in any more: where to choose a new password. It holds
 * no code, so it may lie in a letter box for days.
 */
export function choosePasswordMail(publicUrl: string): Pick<Mail, 'subject' | 'text'> {
  return {
    subject: 'Choose a new password for Telloom',
    text: lines(
      'The person who runs your Telloom sends you this, so that you can sign in again.',
      `Choose a new password here: ${publicUrl}/forgot`,
      'Type your e-mail address there. A code comes to you, and with it you choose your password.',
      'You can sign in as always? Then do nothing.',
    ),
  };
}

/**
 * That an account will be deleted, and how to keep it. `due` is when. The database knows to whom:
 * private.mail_leaving().
 */
export function leavingMail(leaving: { due: Date; publicUrl: string }) {
  const day = leaving.due.toISOString().slice(0, 10);
  return {
    subject: 'Your Telloom account will be deleted',
    text: lines(
      `On ${day} your account is deleted, and with it every story that you told.`,
      `You want to keep it? Sign in before that day: ${leaving.publicUrl}/account`,
      'It was not you? Then sign in, keep your account, and choose a new password.',
    ),
  };
}

const wishes = {
  LISTENER: { subject: 'wants to share stories with you', wish: 'wants you to see them.' },
  EXECUTOR: {
    subject: 'asks you to look after their stories',
    wish: 'asks you to look after them.',
  },
};

/** The invitation to somebody's stories. `link` works once and holds its token in the fragment. */
export function invitationMail(
  to: string,
  invitation: { sharerName: string; role: keyof typeof wishes; link: string; days: number },
): Mail {
  const { role, link, days } = invitation;
  const sharerName = oneLine(invitation.sharerName);
  return {
    to,
    subject: `${sharerName} ${wishes[role].subject}`,
    text: lines(
      `${sharerName} is recording stories on Telloom and ${wishes[role].wish}`,
      `Open this link: ${link}`,
      `It works for ${days} days, for this address: ${to}`,
      'You do not know who this is? Then do nothing.',
    ),
    secret: true,
  };
}

const lines = (...paragraphs: string[]) => `${paragraphs.join('\n\n')}\n\nTelloom\n`;

/** A name is typed by a person: it stays one line, in a subject most of all. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 100);
