import type { Client } from 'pg';
import type { ServiceDatabase } from '../../../db/session.ts';
import type { Config } from '../../config.ts';
import { issueSetupLink } from '../../features/account/setup.ts';
import { Caller, type Door } from './caller.ts';
import { drawAvatar } from './draw/picture.ts';
import { addressOf, type Name, people } from './told/people.ts';

export interface Arrival {
  door: Door;
  service: ServiceDatabase;
  /** The owner of the database, who may read the outbox. */
  owner: Client;
  config: Config;
  password: string;
}

export type Family = Record<Exclude<Name, 'ada'>, Caller> & { ada: Caller | null };

/** Everybody signs up, confirms their address by the code in the outbox, and puts a picture up. */
export async function arrive(arrival: Arrival): Promise<Family> {
  const { rosa, otto, anna, ben, karl } = {
    rosa: await signUp(arrival, 'rosa'),
    otto: await signUp(arrival, 'otto'),
    anna: await signUp(arrival, 'anna'),
    ben: await signUp(arrival, 'ben'),
    karl: await signUp(arrival, 'karl'),
  };
  for (const teller of [rosa, otto]) await teller.post('/me/sharer');
  await invite(rosa, anna, 'anna', 'LISTENER');
  await invite(rosa, ben, 'ben', 'LISTENER');
  await invite(rosa, karl, 'karl', 'EXECUTOR');
  await invite(otto, anna, 'anna', 'LISTENER');
  await rosa.post('/invitations', { email: addressOf('lucia'), role: 'LISTENER' });
  return { rosa, otto, anna, ben, karl, ada: await firstAdmin(arrival) };
}

async function signUp({ door, owner, password }: Arrival, who: Name): Promise<Caller> {
  const [caller, email] = [new Caller(door), addressOf(who)];
  await caller.post('/auth/sign-up/email', { name: people[who].name, email, password });
  const { rows } = await owner.query<{ text: string }>(
    'select text from private.mail where to_address = $1 order by created_at desc limit 1',
    [email],
  );
  const otp = /\b\d{6}\b/.exec(rows[0]?.text ?? '')?.[0];
  await caller.post('/auth/email-otp/verify-email', { email, otp });
  await caller.patch('/me/notifications', { switches: noMail });
  await putUpPicture(caller, who);
  return caller;
}

/** Nobody lives at these addresses: no mail of a day goes there either. */
const noMail = ['stories', 'people', 'access', 'recordings'].map((about) => ({
  about,
  channel: 'mail',
  isOn: false,
}));

/** Where nobody runs this Telloom yet. Whoever does already keeps that to themselves. */
async function firstAdmin({ door, service, config, password }: Arrival): Promise<Caller | null> {
  const link = await issueSetupLink(service, config);
  if (link === null) return null;
  const token = new URL(link).searchParams.get('token');
  const ada = new Caller(door);
  await ada.post('/setup', { token, name: people.ada.name, email: addressOf('ada'), password });
  await putUpPicture(ada, 'ada');
  return ada;
}

async function putUpPicture(caller: Caller, who: Name): Promise<void> {
  const body = await drawAvatar(people[who].looks, people[who].wall);
  await caller.put('/me/avatar', { body, headers: { 'content-type': 'image/png' } });
}

async function invite(teller: Caller, guest: Caller, who: Name, role: string): Promise<void> {
  const { link } = await teller.post<{ link: string }>('/invitations', {
    email: addressOf(who),
    role,
  });
  await guest.post('/invitations/accept', { token: new URL(link).hash.slice(1) });
}
