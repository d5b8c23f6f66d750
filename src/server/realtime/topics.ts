import type { ServiceDatabase } from '../../../db/session.ts';
import { type Channel, subTopic } from './channel.ts';
import type { Hub } from './hub.ts';
import { limits } from './limits.ts';

/** A message that SQL sent to a topic: `payload` is JSON, or `bytes` base64. */
export interface SqlMessage {
  topic: string;
  event: string;
  payload: string | null;
  bytes: string | null;
}

export interface Rights {
  mayHear: boolean;
  maySpeak: boolean;
}
interface KnownRights extends Rights {
  at: number;
}

const none: Rights = { mayHear: false, maySpeak: false };

/** Who may hear and speak on topics, as the policies of realtime.messages say, and what is sent there. */
export class Topics {
  readonly #hub: Hub;
  readonly #service: ServiceDatabase;
  /** By topic, then by person. */
  readonly #known = new Map<string, Map<string, KnownRights>>();

  constructor(hub: Hub, service: ServiceDatabase) {
    this.#hub = hub;
    this.#service = service;
  }

  async rightsOf(topic: string, person: string): Promise<Rights> {
    return (await this.#rights(topic, [person])).get(person) ?? none;
  }

  /** Delivers what a client sends; false where they may not. */
  async broadcast(from: Channel, payload: Record<string, unknown>): Promise<boolean> {
    const topic = subTopic(from.topic);
    const { maySpeak } = await this.rightsOf(topic, from.person);
    if (!maySpeak) return false;
    const send = broadcastOf(payload);
    await this.#deliver(topic, (channel) => {
      if (channel !== from || channel.self) send(channel);
    });
    return true;
  }

  async deliverMessage({ topic, event, payload, bytes }: SqlMessage): Promise<void> {
    const content = bytes === null ? JSON.parse(payload ?? '{}') : Buffer.from(bytes, 'base64');
    await this.#deliver(topic, broadcastOf({ type: 'broadcast', event, payload: content }));
  }

  /** Forgets rights that are too old to be trusted, and with them topics that are silent. */
  sweep(): void {
    for (const [topic, known] of this.#known) {
      if ([...known.values()].every(isOld)) this.#known.delete(topic);
    }
  }

  async #deliver(topic: string, send: (channel: Channel) => void): Promise<void> {
    const people = new Set(this.#hub.channelsOn(topic).map(({ person }) => person));
    if (people.size === 0) return;
    const rights = await this.#rights(topic, [...people]);
    for (const channel of this.#hub.channelsOn(topic)) {
      if (rights.get(channel.person)?.mayHear) send(channel);
    }
  }

  async #rights(topic: string, people: string[]): Promise<Map<string, Rights>> {
    const known = this.#known.get(topic) ?? new Map<string, KnownRights>();
    this.#known.set(topic, known);
    const asked = people.filter((person) => isOld(known.get(person)));
    if (asked.length > 0) {
      const rows = await this.#service.asService(
        (sql) => sql<Rights & { caller: string }>`
          select caller, may_hear as "mayHear", may_speak as "maySpeak"
          from private.topic_rights(${topic}, ${asked})`,
      );
      const at = performance.now();
      for (const { caller, ...rights } of rows) known.set(caller, { ...rights, at });
    }
    return new Map(people.map((person) => [person, known.get(person) ?? none]));
  }
}

const isOld = (rights: KnownRights | undefined): boolean =>
  rights === undefined || performance.now() - rights.at > limits.rightsMs;

/** What sends a broadcast to one channel after the other: it is written once. */
function broadcastOf(sent: Record<string, unknown>): (channel: Channel) => void {
  const { payload } = sent;
  if (Buffer.isBuffer(payload)) {
    return ({ connection, topic }) => connection.sendBytes(topic, String(sent.event), payload);
  }
  const text = JSON.stringify(sent);
  return ({ connection, topic }) =>
    connection.send({ joinRef: null, ref: null, topic }, 'broadcast', text);
}
