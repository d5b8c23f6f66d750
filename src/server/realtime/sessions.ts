import pg from 'pg';
import type { UserDatabase } from '../../../db/session.ts';
import { type CookieKey, readSignedCookie } from '../../features/account/session-cookie.ts';
import { type Connection, closing } from './connection.ts';
import type { Hub } from './hub.ts';

export interface Sessions {
  /**
   * The session that a client speaks for: that of its access token (the value of a session cookie,
   * signed) or of the cookie that its socket came with. null: none, or a token that is not ours.
   */
  tokenOf: (connection: Connection, accessToken: string | null) => string | null;
  /** Whose session it is; null when it has ended. */
  personOf: (token: string) => Promise<string | null>;
  /** Closes a connection that uses a session which has ended. */
  look: (connection: Connection) => Promise<void>;
  lookAtPerson: (person: string) => Promise<void>;
}

/** Who is behind a socket, as long as their session lives. private.enter() alone knows. */
export function makeSessions({
  db,
  hub,
  key,
}: {
  db: UserDatabase;
  hub: Hub;
  key: CookieKey;
}): Sessions {
  async function personOf(token: string): Promise<string | null> {
    try {
      const [row] = await db.asUser(
        token,
        (sql) => sql<{ id: string }>`select private.uid() as id`,
      );
      return row?.id ?? null;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === 'TL401') return null;
      throw error;
    }
  }

  async function look(connection: Connection): Promise<void> {
    connection.sessionSeenAt = performance.now();
    const used = new Set([...connection.channels.values()].map((c) => c.sessionToken));
    for (const token of used) {
      if ((await personOf(token)) === null) {
        hub.remove(connection);
        return connection.close(closing.refused, 'the session has ended');
      }
    }
  }

  return {
    tokenOf: ({ sessionToken, apiKey }, accessToken) =>
      accessToken === null || accessToken === apiKey
        ? sessionToken
        : readSignedCookie(`${key.name}=${accessToken}`, key),
    personOf,
    look,
    lookAtPerson: async (person) => {
      for (const connection of hub.connectionsOf(person)) await look(connection);
    },
  };
}
