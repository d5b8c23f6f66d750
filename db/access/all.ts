import { accountDeletion } from './account-deletion.ts';
import { attachments } from './attachments.ts';
import { curating } from './curating.ts';
import { watched } from './downloads.ts';
import { storedFiles } from './files.ts';
import { followRequests } from './follow-requests.ts';
import { invitations } from './invitations.ts';
import { objects } from './objects.ts';
import { profiles } from './people.ts';
import { permissions } from './permissions.ts';
import { purchases } from './purchases.ts';
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
  ...permissions,
  ...videos,
  ...transcripts,
  ...topics,
  ...attachments,
  ...objects,
  ...watched,
  ...purchases,
  ...invitations,
  ...storedFiles,
  ...views,
  ...curating,
];
