import { accountDeletion } from './account-deletion.ts';
import { attachments } from './attachments.ts';
import { audiences } from './audience.ts';
import { curating } from './curating.ts';
import { watched } from './downloads.ts';
import { storedFiles } from './files.ts';
import { followRequests } from './follow-requests.ts';
import { invitations } from './invitations.ts';
import { keys } from './keys.ts';
import { messages } from './messages.ts';
import { notifications } from './notifications.ts';
import { objects } from './objects.ts';
import { profiles } from './people.ts';
import { permissions } from './permissions.ts';
import { purchases } from './purchases.ts';
import { searches } from './search.ts';
import { sharerLog } from './sharer-log.ts';
import { sharings } from './sharing.ts';
import { stories } from './stories.ts';
import { tellings } from './tellings.ts';
import { ties } from './ties.ts';
import { topics } from './topics.ts';
import { transcripts } from './transcripts.ts';
import { videos } from './videos.ts';
import { views } from './views.ts';

/** Who may do what on each table that is open to clients. */
export const accessTables = [
  ...profiles,
  ...accountDeletion,
  ...ties,
  ...followRequests,
  ...stories,
  ...tellings,
  ...audiences,
  ...sharings,
  ...sharerLog,
  ...permissions,
  ...videos,
  ...transcripts,
  ...topics,
  ...attachments,
  ...objects,
  ...watched,
  ...notifications,
  ...purchases,
  ...invitations,
  ...storedFiles,
  ...messages,
  ...keys,
  ...views,
  ...searches,
  ...curating,
];
