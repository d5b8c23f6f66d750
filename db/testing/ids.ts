import { createHash } from 'node:crypto';

const labels = new Map<string, string>();

/** The UUID that stands for a name in every test database: the same name gives the same id. */
function idOf(label: string): string {
  const hex = createHash('sha256').update(label).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  labels.set(id, label);
  return id;
}

const ids = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, idOf(name)])) as Record<Name, string>;

/** The name behind an id of the world, or the id itself. */
export const labelOf = (id: string): string => labels.get(id) ?? id;

/**
 * The people of two families and around them. Of the first: `owner` tells stories, `executor`
 * looks after them, `listener`, `none`, `reader`, `writer` listen (the last three are named in
 * permissions of that level), `revoked` may no longer. `invitee`, `unconfirmed` (who has not
 * confirmed the address), `late` (15 days ago) and `declined` are invited. `follower` asks to follow
 * both, `refused` was refused. `other` tells the stories of the second; `otherExecutor` looks after
 * them, no longer listens to them, and listens to the first.
 */
export const people = ids(
  'owner',
  'executor',
  'listener',
  'revoked',
  'none',
  'reader',
  'writer',
  'stranger',
  'invitee',
  'unconfirmed',
  'late',
  'declined',
  'other',
  'otherExecutor',
  'otherListener',
  'admin',
  'follower',
  'refused',
);
export type Person = keyof typeof people;

export const emailOf = (person: Person): string => `${person.toLowerCase()}@example.org`;

/** Rows of the world by what they are; those of the second family begin with `other`. */
export const rows = ids(
  'topic',
  'question',
  'sharer',
  'otherSharer',
  'privateVideo',
  'publicVideo',
  'customVideo',
  'looseVideo',
  'muteVideo',
  'otherVideo',
  'otherLooseVideo',
  'privateResponse',
  'publicResponse',
  'customResponse',
  'otherResponse',
  'privateTranscript',
  'publicTranscript',
  'customTranscript',
  'looseTranscript',
  'otherTranscript',
  'listenerRow',
  'revokedRow',
  'noneRow',
  'readerRow',
  'writerRow',
  'otherListenerRow',
  'executorRow',
  'otherExecutorRow',
  'listenerInvitation',
  'executorInvitation',
  'acceptedInvitation',
  'unconfirmedInvitation',
  'lateInvitation',
  'declinedInvitation',
  'otherInvitation',
  'keeperEntry',
  'writerEntry',
  'otherEntry',
  'ownerWatched',
  'listenerWatched',
  'revokedWatched',
  'keeperRow',
  'revokedKeeperRow',
  'topicVideo',
  'otherTopicVideo',
  'topicTranscript',
  'otherTopicTranscript',
  'listenerSuggestion',
  'settledSuggestion',
  'hiddenSuggestion',
  'topicSuggestion',
  'writerSuggestion',
  'revokedSuggestion',
  'otherSuggestion',
  'privateAttachment',
  'publicAttachment',
  'customAttachment',
  'otherAttachment',
  'privateTag',
  'publicTag',
  'customTag',
  'looseTag',
  'otherTag',
  'privateTagging',
  'publicTagging',
  'customTagging',
  'otherTagging',
  'objectCategory',
  'ownerObject',
  'privateObject',
  'publicObject',
  'customObject',
  'listenerObject',
  'otherObject',
  'ownerFavorite',
  'listenerFavorite',
  'revokedFavorite',
  'ownerTopicFavorite',
  'listenerTopicFavorite',
  'otherTopicFavorite',
  'ownerTopicQueueItem',
  'listenerTopicQueueItem',
  'otherTopicQueueItem',
  'familyMessage',
  'familyPresence',
  'looseMessage',
  'otherMessage',
  'pendingRequest',
  'approvedRequest',
  'deniedRequest',
  'otherRequest',
  'product',
  'entitlement',
  'offering',
  'package',
  'ownerSubscription',
  'otherSubscription',
  'ownerSubscriptionEntitlement',
  'otherSubscriptionEntitlement',
  'ownerPurchase',
  'otherPurchase',
  'ownerVideoDownload',
  'listenerVideoDownload',
  'revokedVideoDownload',
  'otherVideoDownload',
  'ownerTopicVideoDownload',
  'listenerTopicVideoDownload',
  'revokedTopicVideoDownload',
  'otherTopicVideoDownload',
  'listenerAvatar',
  'ownerAvatar',
  'publicFile',
  'privateFile',
  'customFile',
  'otherFile',
  'oddFile',
  'odderFile',
  'looseFile',
  'dotFile',
  'videoFile',
  'exportFile',
  'newRow',
);
