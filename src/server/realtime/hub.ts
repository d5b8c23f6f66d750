import { type Channel, sendEnd, subTopic } from './channel.ts';
import { type Connection, closing } from './connection.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Every open connection of this server, by all that something is looked for by. */
export class Hub {
  readonly connections = new Set<Connection>();
  readonly #byPerson = new Map<string, Set<Connection>>();
  readonly #byTopic = new Map<string, Set<Channel>>();
  readonly #bySubscription = new Map<string, Channel>();
  readonly #release: (subscriptions: string[]) => void;

  /** @param release told of the rows of realtime.subscription that nobody needs any more */
  constructor(release: (subscriptions: string[]) => void) {
    this.#release = release;
  }

  add(connection: Connection): void {
    this.connections.add(connection);
  }

  remove(connection: Connection): void {
    this.connections.delete(connection);
    for (const channel of [...connection.channels.values()]) this.leave(channel);
    if (connection.person !== null) removeFrom(this.#byPerson, connection.person, connection);
  }

  /** @throws Refusal where the person has too many sockets already */
  claim(connection: Connection, person: string): void {
    if (connection.person === person) return;
    if (connection.person !== null) throw new Refusal('this socket is somebody else’s');
    if (this.connectionsOf(person).length >= limits.socketsOfPerson) {
      throw new Refusal('too many connections of one person');
    }
    connection.person = person;
    addTo(this.#byPerson, person, connection);
  }

  join(channel: Channel): void {
    const { connection, topic } = channel;
    connection.channels.set(topic, channel);
    connection.emptySince = null;
    addTo(this.#byTopic, subTopic(topic), channel);
    for (const id of channel.subscriptions.keys()) this.#bySubscription.set(id, channel);
  }

  leave(channel: Channel): void {
    const { connection, topic, subscriptions } = channel;
    connection.channels.delete(topic);
    if (connection.channels.size === 0) connection.emptySince = performance.now();
    removeFrom(this.#byTopic, subTopic(topic), channel);
    for (const id of subscriptions.keys()) this.#bySubscription.delete(id);
    if (subscriptions.size > 0) this.#release([...subscriptions.keys()]);
  }

  connectionsOf = (person: string): Connection[] => [...(this.#byPerson.get(person) ?? [])];

  /** @param topic as the database knows it */
  channelsOn = (topic: string): Channel[] => [...(this.#byTopic.get(topic) ?? [])];

  channelOf = (subscription: string): Channel | undefined => this.#bySubscription.get(subscription);

  /** Something may have been missed: every channel begins anew, and its client fetches what it shows. */
  resetAll(reason: string): void {
    for (const channel of [...this.connections].flatMap((c) => [...c.channels.values()])) {
      sendEnd(channel, 'phx_error', reason);
      this.leave(channel);
    }
  }

  /** Ends what is silent, and what stays open for nothing. */
  sweep(): void {
    const now = performance.now();
    for (const connection of this.connections) {
      if (now - connection.heardAt > limits.silentMs) connection.drop();
      else if (connection.emptySince !== null && now - connection.emptySince > limits.emptyMs) {
        connection.close(closing.refused, 'nothing was joined');
      }
    }
  }
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
