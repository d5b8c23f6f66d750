import { invitations } from './invitations.ts';
import { profiles } from './people.ts';
import { stories } from './stories.ts';
import { ties } from './ties.ts';
import { videos } from './videos.ts';
import { views } from './views.ts';

/** Who may do what on each table that is open to clients. */
export const accessTables = [...profiles, ...ties, ...stories, ...videos, ...invitations, ...views];
