import type { Config } from '../config.ts';
import { cookieName } from '../features/account/session-cookie.ts';

/** `schema.security` of what no key does: ways to sign in, keys, devices, leaving. */
export const bySessionOnly: { [scheme: string]: string[] }[] = [{ session: [] }];
/** `schema.security` of what nobody has to sign in for. */
export const byAnybody: typeof bySessionOnly = [];

/** The two ways in, for the OpenAPI document. */
export const securitySchemes = (config: Pick<Config, 'publicUrl'>) => ({
  session: {
    type: 'apiKey' as const,
    in: 'cookie' as const,
    name: cookieName(config.publicUrl),
    description: 'The session of somebody who signed in with a browser.',
  },
  key: {
    type: 'http' as const,
    scheme: 'bearer',
    bearerFormat: 'tlm_…',
    description:
      'A key that somebody made for their scripts. It is that person, within its scopes: read, write, admin.',
  },
});

/** What a route asks for that says nothing of it: a session, or a key with these scopes. */
export function usualSecurity(
  { method }: { method: string | string[] },
  url: string,
): typeof bySessionOnly {
  const [first = 'GET'] = [method].flat();
  const scopes = [
    first === 'GET' || first === 'HEAD' ? 'read' : 'write',
    ...(url.startsWith('/api/v1/admin/') ? ['admin'] : []),
  ];
  return [{ session: [] }, { key: scopes }];
}
