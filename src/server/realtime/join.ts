import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Filter, readFilters } from './filters.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

const Change = Type.Object({
  event: Type.Enum(['*', 'INSERT', 'UPDATE', 'DELETE']),
  schema: Type.Optional(Type.String({ maxLength: 63 })),
  table: Type.Optional(Type.String({ maxLength: 63 })),
  filter: Type.Optional(Type.String({ maxLength: 5000 })),
  select: Type.Optional(Type.Array(Type.String({ maxLength: 63 }), { maxItems: 100 })),
});

/** The payload of `phx_join`; what is not named here is left alone. */
const Join = Type.Object({
  access_token: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  config: Type.Optional(
    Type.Object({
      private: Type.Optional(Type.Boolean()),
      broadcast: Type.Optional(
        Type.Object({
          ack: Type.Optional(Type.Boolean()),
          self: Type.Optional(Type.Boolean()),
        }),
      ),
      presence: Type.Optional(Type.Object({ enabled: Type.Optional(Type.Boolean()) })),
      postgres_changes: Type.Optional(Type.Array(Change, { maxItems: limits.subscriptions })),
    }),
  ),
});

/** One kind of change that a channel asks for, as `private.subscribe_changes()` takes it. */
export interface WantedChange {
  /** What the client wrote, to be given back with a number. */
  asked: Static<typeof Change>;
  schema: string;
  /** null: every table that sends changes. */
  table: string | null;
  action: string;
  filters: Filter[];
  columns: string[] | null;
}

export interface JoinWish {
  accessToken: string | null;
  isPrivate: boolean;
  /** Whether each broadcast is answered. */
  ack: boolean;
  /** Whether a broadcast comes back to whoever sent it. */
  self: boolean;
  changes: WantedChange[];
}

/** @throws Refusal that says what is wrong */
export function readJoin(payload: unknown): JoinWish {
  if (!Value.Check(Join, payload)) {
    const [first] = Value.Errors(Join, payload);
    throw new Refusal(`this join is not understood: ${first?.instancePath} ${first?.message}`);
  }
  const { access_token: accessToken = null, config = {} } = payload;
  if (config.presence?.enabled) throw new Refusal('presence is not offered here');
  return {
    accessToken,
    isPrivate: config.private ?? false,
    ack: config.broadcast?.ack ?? false,
    self: config.broadcast?.self ?? false,
    changes: (config.postgres_changes ?? []).map(readChange),
  };
}

const anything = (name: string | undefined) => name === undefined || name === '*';

function readChange(asked: Static<typeof Change>): WantedChange {
  const { event: action, schema = 'public', table, filter, select } = asked;
  return {
    asked,
    schema: schema === '*' ? 'public' : schema,
    table: anything(table) ? null : (table ?? null),
    action,
    filters: filter === undefined || filter === '' ? [] : readFilters(filter),
    columns: select ?? null,
  };
}
