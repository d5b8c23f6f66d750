import type { Connection } from './connection.ts';

/** One topic that one connection has joined. */
export interface Channel {
  connection: Connection;
  /** As the client writes it: `realtime:…`. */
  topic: string;
  joinRef: string | null;
  sessionToken: string;
  /** Who joined: an id of Profile. */
  person: string;
  ack: boolean;
  self: boolean;
  /** How many tables it subscribes to. */
  tables: number;
  /** The rows of realtime.subscription that it has, each with its number for the client. */
  subscriptions: Map<string, number>;
}

/** The topic as the database knows it. */
export const subTopic = (topic: string): string => topic.replace(/^realtime:/i, '');

/** Tells a channel how something went: realtime-js gives it to `on('system')`. */
export function sendSystem(
  { connection, topic, joinRef }: Channel,
  about: { extension: string; status: 'ok' | 'error'; message: string },
): void {
  const payload = JSON.stringify({ channel: subTopic(topic), ...about });
  connection.send({ joinRef, ref: null, topic }, 'system', payload);
}

/** Ends a channel from here; realtime-js joins it again after `phx_error`, and then knows to fetch anew. */
export function sendEnd(
  { connection, topic, joinRef }: Channel,
  event: 'phx_error' | 'phx_close',
  reason: string,
): void {
  connection.send({ joinRef, ref: joinRef, topic }, event, JSON.stringify({ reason }));
}
