import pg from 'pg';
import type { UserDatabase } from '../../../db/session.ts';
import type { Feed } from './changes.ts';
import { type Channel, sendEnd, sendSystem, subTopic } from './channel.ts';
import type { Connection } from './connection.ts';
import type { Message } from './frames.ts';
import type { Hub } from './hub.ts';
import { makeJoining } from './joining.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';
import type { Topics } from './topics.ts';

export interface ProtocolDeps {
  db: UserDatabase;
  hub: Hub;
  feed: Feed;
  topics: Topics;
  sessions: Sessions;
  release: (subscriptions: string[]) => void;
  log: (what: string, error: unknown) => void;
}

/** What is done with each message of a client. One at a time for each connection, in their order. */
export function makeProtocol(deps: ProtocolDeps) {
  const { hub, topics, sessions } = deps;
  const join = makeJoining(deps);

  async function heartbeat(connection: Connection, message: Message): Promise<void> {
    connection.reply(message, 'ok', {});
    if (performance.now() - connection.sessionSeenAt > limits.sessionMs) {
      await sessions.look(connection);
    }
  }

  async function broadcast(channel: Channel, message: Message): Promise<void> {
    const { connection } = channel;
    if (typeof message.payload.event !== 'string') {
      throw new Refusal('a broadcast needs an event');
    }
    if (!(await topics.broadcast(channel, message.payload))) {
      const reason = `Unauthorized: You do not have permissions to write to this Channel topic: ${subTopic(channel.topic)}`;
      if (channel.ack) throw new Refusal(reason);
      return sendSystem(channel, { extension: 'broadcast', status: 'error', message: reason });
    }
    if (channel.ack) connection.reply(message, 'ok', {});
  }

  /** A new token of the same session, or of another one of the same person, goes on. */
  async function refresh(channel: Channel, { access_token }: Message['payload']): Promise<void> {
    if (typeof access_token !== 'string') return;
    const token = sessions.tokenOf(channel.connection, access_token);
    const person = token === null ? null : await sessions.personOf(token);
    if (token !== null && person === channel.person) {
      channel.sessionToken = token;
      return;
    }
    sendSystem(channel, {
      extension: 'system',
      status: 'error',
      message: 'the access token is of no live session of this person',
    });
    sendEnd(channel, 'phx_close', 'access token');
    hub.leave(channel);
  }

  async function handle(connection: Connection, message: Message): Promise<void> {
    const { topic, event } = message;
    if (topic === 'phoenix') {
      if (event === 'heartbeat') await heartbeat(connection, message);
      return;
    }
    if (event === 'phx_join') return join(connection, message);
    const channel = connection.channels.get(topic);
    if (channel === undefined) throw new Refusal('this topic is not joined');
    if (event === 'phx_leave') {
      hub.leave(channel);
      connection.reply(message, 'ok', {});
      sendEnd(channel, 'phx_close', 'left');
    } else if (event === 'broadcast') await broadcast(channel, message);
    else if (event === 'access_token') await refresh(channel, message.payload);
    else if (event === 'presence') throw new Refusal('presence is not offered here');
    else throw new Refusal(`there is nothing called ${event}`);
  }

  return {
    /** Never rejects: whatever goes wrong is told to the client, or written down. */
    async take(connection: Connection, message: Message): Promise<void> {
      try {
        await handle(connection, message);
      } catch (error) {
        connection.reply(message, 'error', { reason: reasonOf(error, deps.log) });
      }
    },
  };
}

/** SQLSTATEs of what a client can put right: an unknown table or column, a value of another type. */
const understandable = /^(P0001|P0002|22...|54000)$/;

function reasonOf(error: unknown, log: ProtocolDeps['log']): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof pg.DatabaseError) {
    if (error.code === 'TL401') return 'Unauthorized: the session has ended';
    if (understandable.test(error.code ?? '')) return error.message;
  }
  log('a message of a client failed', error);
  return 'something went wrong here: try again';
}
