import { expect, test } from 'vitest';
import { createAuth } from './auth.ts';
import { readSignedCookie, sessionSetCookie, signCookie } from './session-cookie.ts';

const secret = 'a secret of at least thirty-two characters';

test.each(['https://stories.example', 'http://localhost:3000'])(
  'our cookie for %s is the one that better-auth sets',
  async (publicUrl) => {
    const config = { publicUrl, port: 3000, smtpUrl: null, oidcProviders: [] };
    const auth = createAuth({ config, secret, databaseUrl: 'postgres://nowhere/', log: () => {} });
    const { name, attributes } = (await auth.service.$context).authCookies.sessionToken;
    expect(auth.cookie.name).toBe(name);
    const secure = publicUrl.startsWith('https') ? '; Secure' : '';
    expect(attributes).toMatchObject({ secure: secure !== '', httpOnly: true, sameSite: 'lax' });
    expect(sessionSetCookie('abc', auth.cookie)).toBe(
      `${name}=${signCookie('abc', secret)}; Max-Age=2592000; Path=/; HttpOnly${secure}; SameSite=Lax`,
    );
    await auth.close();
  },
);

test('the right cookie is found among others', () => {
  const key = { name: 'telloom.session_token', secret };
  const right = `telloom.session_token=${signCookie('abc', secret)}`;
  expect(readSignedCookie(`a=b; ${right}; c`, key)).toBe('abc');
  expect(readSignedCookie(right.replace('telloom', 'xtelloom'), key)).toBeNull();
  expect(readSignedCookie('', key)).toBeNull();
  expect(readSignedCookie(undefined, key)).toBeNull();
});
