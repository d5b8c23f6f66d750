import type { Feature } from '../../server/deps.ts';
import { followAskRoutes } from './follow-asks.ts';
import { followLinkRoutes } from './follow-link.ts';
import { followRequestRoutes } from './follow-requests.ts';
import { followingRoutes } from './following.ts';
import { invitationRoutes } from './invitations.ts';
import { listenerRoutes } from './listeners.ts';

const parts = [
  invitationRoutes,
  listenerRoutes,
  followingRoutes,
  followAskRoutes,
  followLinkRoutes,
  followRequestRoutes,
];

/** Who is tied to whom: invitations, the listeners one has, the storytellers one follows. */
export const connectionsRoutes: Feature = (deps) => async (app) => {
  for (const part of parts) await app.register(part(deps));
};
