import { randomUUID } from 'node:crypto';
import { type Channel, sendSystem, subTopic } from './channel.ts';
import type { Connection } from './connection.ts';
import type { Message } from './frames.ts';
import { type JoinWish, readJoin } from './join.ts';
import { limits } from './limits.ts';
import type { ProtocolDeps } from './protocol.ts';
import { Refusal } from './refusal.ts';

/** Lets a client into a topic: as whom, to which changes, and whether they may hear it at all. */
export function makeJoining({ db, hub, feed, topics, sessions, release }: ProtocolDeps) {
  async function join(connection: Connection, message: Message): Promise<void> {
    if (!connection.joins.take()) throw new Refusal('too many joins: wait a moment');
    const before = connection.channels.get(message.topic);
    if (before) hub.leave(before);
    if (connection.channels.size >= limits.channels) throw new Refusal('too many channels');
    if (!feed.isOpen()) throw new Refusal('the database is away: try again');
    const wish = readJoin(message.payload);
    const channel = await enter(connection, message, wish);
    connection.reply(message, 'ok', {
      postgres_changes: wish.changes.map(({ asked }, index) => ({ ...asked, id: index + 1 })),
    });
    if (wish.changes.length > 0) {
      sendSystem(channel, {
        extension: 'postgres_changes',
        status: 'ok',
        message: 'Subscribed to PostgreSQL',
      });
    }
  }

  /** Subscribes as the caller. What changes before the answer is the client's to fetch after it. */
  async function enter(connection: Connection, message: Message, wish: JoinWish): Promise<Channel> {
    const sessionToken = sessions.tokenOf(connection, wish.accessToken);
    if (sessionToken === null) throw new Refusal('Unauthorized: sign in first');
    const wanted = wish.changes.map((change) => ({
      ...change,
      id: randomUUID(),
      asked: undefined,
    }));
    const { person, tables } = await subscribe(sessionToken, wanted, roomOf(connection));
    const channel: Channel = {
      connection,
      topic: message.topic,
      joinRef: message.joinRef,
      sessionToken,
      person,
      ack: wish.ack,
      self: wish.self,
      tables,
      subscriptions: new Map(wanted.map(({ id }, index) => [id, index + 1])),
    };
    try {
      hub.claim(connection, person);
      if (wish.isPrivate) await needHearing(channel);
      // the database may have gone, or the client, while it was asked
      if (!feed.isOpen() || !connection.isOpen) throw new Refusal('the connection was lost');
    } catch (error) {
      release([...channel.subscriptions.keys()]);
      throw error;
    }
    hub.join(channel);
    return channel;
  }

  async function subscribe(sessionToken: string, wanted: object[], most: number) {
    const [row] = await db.asUser(
      sessionToken,
      (sql) => sql<{ person: string; tables: number }>`
        select person, tables
        from private.subscribe_changes(${feed.server}, ${JSON.stringify(wanted)}, ${most})`,
    );
    if (!row) throw new Error('private.subscribe_changes() gave no row');
    return row;
  }

  async function needHearing({ topic, person }: Channel): Promise<void> {
    const { mayHear } = await topics.rightsOf(subTopic(topic), person);
    if (!mayHear) {
      throw new Refusal(
        `Unauthorized: You do not have permissions to read from this Channel topic: ${subTopic(topic)}`,
      );
    }
  }

  return join;
}

/** How many more tables this connection may subscribe to. */
const roomOf = ({ channels }: Connection): number =>
  [...channels.values()].reduce<number>((room, { tables }) => room - tables, limits.subscriptions);
