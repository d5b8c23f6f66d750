import { expect, test } from 'vitest';
import { type Role, roleNow } from './roles.ts';

const all: Role[] = ['tell', 'watch', 'admin'];

test.each<[string, Role[], string, string | null, Role | undefined]>([
  ['a page of admins', all, '/admin/mail', 'tell', 'admin'],
  ['a page of several roles, after pages of admins', all, '/account', 'admin', 'admin'],
  ['one’s own story, after pages of admins', all, '/stories/1', 'admin', 'tell'],
  ['a photo, after watching', all, '/photos/1', 'watch', 'watch'],
  ['a story, for somebody who only runs Telloom', ['admin'], '/stories/1', 'admin', 'admin'],
  ['a page of a role that one has not', ['watch'], '/admin', null, 'watch'],
  ['nobody yet', [], '/account', null, undefined],
])('the role on %s', (_, roles, page, last, role) => {
  expect(roleNow(roles, page, last)).toBe(role);
});
