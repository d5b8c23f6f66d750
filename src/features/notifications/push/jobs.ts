import type { Agent } from 'node:https';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../../worker/deps.ts';
import type { LineRow } from '../line.ts';
import { publicAgent } from './public-agent.ts';
import { vapidKeys } from './vapid.ts';

const Person = Type.Object({ profileId: Type.String({ format: 'uuid' }) });
const OneDevice = Type.Object({ subscriptionId: Type.String({ format: 'uuid' }) });

interface Device {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: string | null;
}

/** Seconds for which a push service keeps the word for a device that is off. */
const ttl = 24 * 60 * 60;

/** Wakes devices. What they are sent is that there is something, in which language; no more. */
export const pushJobs: Jobs = (deps) => ({ tasks: createPushTasks(deps, publicAgent) });

/** @param agent connects to the push services */
export function createPushTasks(
  deps: Pick<WorkerDeps, 'config' | 'secret' | 'service'>,
  agent: Agent,
) {
  return {
    'notifications.push': (payload: unknown) =>
      tellDevices(deps, Value.Parse(Person, payload).profileId),
    'notifications.push-to': (payload: unknown) =>
      wake(deps, Value.Parse(OneDevice, payload).subscriptionId, agent),
  };
}
type Deps = Parameters<typeof createPushTasks>[0];

/** Reads as the person: their devices are not woken for what they may not see, or do not want. */
async function tellDevices({ service }: Deps, profileId: string): Promise<void> {
  const lines = await service.asPerson(
    profileId,
    (sql) => sql<Pick<LineRow, 'members'>>`
      select members from api.notification_lines('push', false) where "readAt" is null`,
  );
  const told = lines.flatMap(({ members }) => members);
  await service.asService(
    (sql) => sql`select private.request_pushes(${profileId}, ${told}::uuid[])`,
  );
}

async function wake({ config, secret, service }: Deps, id: string, agent: Agent): Promise<void> {
  const [device] = await service.asService(
    (sql) => sql<Device>`
      select s.endpoint, s.p256dh, s.auth, c.language from public."PushSubscription" s
      left join public."ContactPreference" c on c."profileId" = s."profileId"
      where s.id = ${id} and private.may_be_told(s."profileId")`,
  );
  if (!device) return;
  const { default: webPush } = await import('web-push');
  const { endpoint, p256dh, auth, language } = device;
  try {
    await webPush.sendNotification(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify({ language: language ?? 'en' }),
      {
        TTL: ttl,
        timeout: 10_000,
        agent,
        vapidDetails: { subject: contactOf(config), ...vapidKeys(secret) },
      },
    );
  } catch (error) {
    // the push service forgot the device: its browser did, or the person
    if (!(error instanceof webPush.WebPushError) || ![404, 410].includes(error.statusCode))
      throw error;
    await service.asService((sql) => sql`delete from public."PushSubscription" where id = ${id}`);
  }
}

/** Whom a push service may turn to: they take an https address or a mail address. */
const contactOf = ({ publicUrl, mailFrom }: WorkerDeps['config']) =>
  publicUrl.startsWith('https:') ? publicUrl : `mailto:${mailFrom.replace(/^.*<|>.*$/g, '')}`;
