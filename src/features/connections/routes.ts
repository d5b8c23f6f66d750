import type { Feature } from '../../server/deps.ts';
import { followRequestRoutes } from './follow-requests.ts';
import { followingRoutes } from './following.ts';
import { invitationRoutes } from './invitations.ts';
import { listenerRoutes } from './listeners.ts';

/** Who is tied to whom: invitations, the listeners one has, the storytellers one follows. */
export const connectionsRoutes: Feature = (deps) => async (app) => {
  await app.register(invitationRoutes(deps));
  await app.register(listenerRoutes(deps));
  await app.register(followingRoutes(deps));
  await app.register(followRequestRoutes(deps));
};
