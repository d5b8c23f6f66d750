/**
 * A second telling of the access rules, in TypeScript and from the written rules alone. It shares
 * nothing with the policies, so that a mistake would have to be made twice to go unnoticed.
 */

export const levels = ['Private', 'Public', 'Custom'] as const;
export const permissions = ['none', 'read', 'write'] as const;
export type Level = (typeof levels)[number];
export type Permission = (typeof permissions)[number];
export type Status = 'PENDING' | 'APPROVED' | 'DENIED';

export interface Listener {
  person: string;
  sharer: string;
  hasAccess: boolean;
  notifications: boolean;
}
export interface Response {
  sharer: string;
  video: string;
  level: Level;
}
export interface Request {
  person: string;
  sharer: string;
  status: Status;
}

/** Everybody and everything, by id. */
export interface Family {
  people: string[];
  /** sharer → the person who is that sharer */
  owners: Map<string, string>;
  /** sharer → the person who looks after it */
  executors: Map<string, string>;
  listeners: Map<string, Listener>;
  responses: Map<string, Response>;
  /** response → person → what they are named with */
  named: Map<string, Map<string, Permission>>;
  requests: Map<string, Request>;
}

export const manages = (family: Family, person: string, sharer: string): boolean =>
  family.owners.get(sharer) === person || family.executors.get(sharer) === person;

export const listenerOf = (family: Family, person: string, sharer: string): Listener | undefined =>
  [...family.listeners.values()].find((row) => row.person === person && row.sharer === sharer);

const listens = (family: Family, person: string, sharer: string): boolean =>
  listenerOf(family, person, sharer)?.hasAccess === true;

export function mayRead(family: Family, person: string, id: string): boolean {
  const response = family.responses.get(id);
  if (response === undefined) return false;
  if (manages(family, person, response.sharer)) return true;
  if (!listens(family, person, response.sharer)) return false;
  const named = family.named.get(id)?.get(person);
  if (response.level === 'Public') return named !== 'none';
  return response.level === 'Custom' && (named === 'read' || named === 'write');
}

/** Beyond managers: a listener named with `write` changes summary and notes, and nothing else. */
export function mayWriteWords(family: Family, person: string, id: string): boolean {
  const sharer = family.responses.get(id)?.sharer;
  if (sharer !== undefined && manages(family, person, sharer)) return true;
  return family.named.get(id)?.get(person) === 'write' && mayRead(family, person, id);
}
