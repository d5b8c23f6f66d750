import { randomUUID } from 'node:crypto';
import {
  type Family,
  type Level,
  listenerOf,
  manages,
  mayWriteWords,
  type Permission,
  type Status,
} from './family.ts';

/** What an operation comes to: how many rows it touches, or the SQLSTATE that it raises. */
export type Outcome = number | '42501' | '23505';

/** One thing that somebody tries: the statement, and what the written rules say of it. */
export interface Operation {
  text: string;
  values: unknown[];
  /** What should happen; where it does, the family is changed accordingly. */
  predict: (family: Family, person: string) => Outcome;
}

const set = <T>(row: T, change: Partial<T>) => Object.assign(row as object, change);

export function setPrivacy(id: string, level: Level): Operation {
  return {
    text: `update public."PromptResponse" set "privacyLevel" = $2 where id = $1`,
    values: [id, level],
    predict: (family, person) => {
      const response = family.responses.get(id);
      if (response === undefined || !mayWriteWords(family, person, id)) return 0;
      const forbidden = !manages(family, person, response.sharer) && response.level !== level;
      if (forbidden) return '42501';
      set(response, { level });
      return 1;
    },
  };
}

export function setSummary(id: string, summary: string): Operation {
  return {
    text: 'update public."PromptResponse" set summary = $2 where id = $1',
    values: [id, summary],
    predict: (family, person) => (mayWriteWords(family, person, id) ? 1 : 0),
  };
}

export function addResponse(sharer: string): Operation {
  const id = randomUUID();
  return {
    text: 'insert into public."PromptResponse" (id, "profileSharerId") values ($1, $2)',
    values: [id, sharer],
    predict: (family, person) => {
      if (!manages(family, person, sharer)) return '42501';
      family.responses.set(id, { sharer, video: '', level: 'Private' });
      return 1;
    },
  };
}

export function deleteResponse(id: string): Operation {
  return {
    text: 'delete from public."PromptResponse" where id = $1',
    values: [id],
    predict: (family, person) => {
      const sharer = family.responses.get(id)?.sharer;
      if (sharer === undefined || !manages(family, person, sharer)) return 0;
      family.responses.delete(id);
      family.named.delete(id);
      return 1;
    },
  };
}

export function setAccess(id: string, hasAccess: boolean): Operation {
  return {
    text: 'update public."ProfileListener" set "hasAccess" = $2 where id = $1',
    values: [id, hasAccess],
    predict: (family, person) => {
      const row = family.listeners.get(id);
      if (row === undefined) return 0;
      const manager = manages(family, person, row.sharer);
      if (!manager && row.person !== person) return 0;
      if (!manager && row.hasAccess !== hasAccess) return '42501';
      set(row, { hasAccess });
      return 1;
    },
  };
}

export function setNotifications(id: string, notifications: boolean): Operation {
  return {
    text: 'update public."ProfileListener" set notifications = $2 where id = $1',
    values: [id, notifications],
    predict: (family, person) => {
      const row = family.listeners.get(id);
      if (row === undefined) return 0;
      if (row.person !== person && !manages(family, person, row.sharer)) return 0;
      if (row.person !== person && row.notifications !== notifications) return '42501';
      set(row, { notifications });
      return 1;
    },
  };
}

export function removeListener(id: string): Operation {
  return {
    text: 'delete from public."ProfileListener" where id = $1',
    values: [id],
    predict: (family, person) => {
      const row = family.listeners.get(id);
      if (row === undefined) return 0;
      if (row.person !== person && !manages(family, person, row.sharer)) return 0;
      family.listeners.delete(id);
      return 1;
    },
  };
}

export function name(id: string, whom: string, permission: Permission): Operation {
  return {
    text: `insert into public."ResponsePermission" ("responseId", "userId", "permissionLevel")
      values ($1, $2, $3)`,
    values: [id, whom, permission],
    predict: (family, person) => {
      const sharer = family.responses.get(id)?.sharer;
      if (sharer === undefined || !manages(family, person, sharer)) return '42501';
      if (listenerOf(family, whom, sharer) === undefined) return '42501';
      const named = family.named.get(id) ?? new Map<string, Permission>();
      if (named.has(whom)) return '23505';
      family.named.set(id, named.set(whom, permission));
      return 1;
    },
  };
}

export function rename(id: string, whom: string, permission: Permission): Operation {
  return {
    text: `update public."ResponsePermission" set "permissionLevel" = $3
      where "responseId" = $1 and "userId" = $2`,
    values: [id, whom, permission],
    predict: (family, person) => {
      const sharer = family.responses.get(id)?.sharer;
      const named = family.named.get(id);
      if (sharer === undefined || !named?.has(whom) || !manages(family, person, sharer)) return 0;
      named.set(whom, permission);
      return 1;
    },
  };
}

export function unname(id: string, whom: string): Operation {
  return {
    text: 'delete from public."ResponsePermission" where "responseId" = $1 and "userId" = $2',
    values: [id, whom],
    predict: (family, person) => {
      const sharer = family.responses.get(id)?.sharer;
      if (sharer === undefined || !manages(family, person, sharer)) return 0;
      return family.named.get(id)?.delete(whom) ? 1 : 0;
    },
  };
}

export function removeExecutor(sharer: string): Operation {
  return {
    text: 'delete from public."ProfileExecutor" where "sharerId" = $1',
    values: [sharer],
    predict: (family, person) => {
      if (!family.executors.has(sharer) || !manages(family, person, sharer)) return 0;
      family.executors.delete(sharer);
      return 1;
    },
  };
}

export function ask(sharer: string): Operation {
  const id = randomUUID();
  return {
    text: `insert into public."FollowRequest" (id, "sharerId", "requestorId")
      values ($1, $2, private.uid())`,
    values: [id, sharer],
    predict: (family, person) => {
      if (family.owners.get(sharer) === person) return '42501';
      const asked = [...family.requests.values()];
      if (asked.some((row) => row.person === person && row.sharer === sharer)) return '23505';
      family.requests.set(id, { person, sharer, status: 'PENDING' });
      return 1;
    },
  };
}

export function answer(id: string, status: Status): Operation {
  return {
    text: 'update public."FollowRequest" set status = $2 where id = $1',
    values: [id, status],
    predict: (family, person) => {
      const row = family.requests.get(id);
      if (row === undefined || !manages(family, person, row.sharer)) return 0;
      const forward =
        row.status === 'PENDING' || (row.status === 'DENIED' && status === 'APPROVED');
      if (row.status !== status && !forward) return '42501';
      if (row.status !== status && status === 'APPROVED') letListen(family, row.person, row.sharer);
      set(row, { status });
      return 1;
    },
  };
}

function letListen(family: Family, person: string, sharer: string): void {
  const row = listenerOf(family, person, sharer);
  if (row !== undefined) set(row, { hasAccess: true });
  else
    family.listeners.set(`of request ${person} ${sharer}`, {
      person,
      sharer,
      hasAccess: true,
      notifications: true,
    });
}

export function withdraw(id: string): Operation {
  return {
    text: 'delete from public."FollowRequest" where id = $1',
    values: [id],
    predict: (family, person) => {
      const row = family.requests.get(id);
      if (row?.person !== person || row.status !== 'PENDING') return 0;
      family.requests.delete(id);
      return 1;
    },
  };
}
