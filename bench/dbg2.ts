import { fork } from 'node:child_process'; import { once } from 'node:events'; import { readFileSync } from 'node:fs';
import { compare, feedQuery } from './api.ts';
import { cookieName, signCookie } from '../src/features/account/session-cookie.ts';
import { publicUrl, secret } from './site.ts';
import { commonWord, rareWord } from './reads.ts';
const d = JSON.parse(readFileSync('/tmp/wt-data/api/dbg.json','utf8'));
const kids: any[] = [];
const start = async (file: string, ...args: string[]) => { const c = fork(`/tmp/wt/api/bench/api/${file}`, args, {execArgv: [...process.execArgv, ...(process.env.PROF === file ? ['--cpu-prof','--cpu-prof-dir=/tmp/wt-data/api/prof'] : [])]}); kids.push(c); const [p] = await once(c,'message'); return `http://127.0.0.1:${p}`; };
const cookies = d.people.map((id: string) => ({ headers: { cookie: `${cookieName(publicUrl)}=${signCookie(`token of ${id}`, secret)}` }}));
const want = process.argv.slice(2);
const sides: any = {};
if (want.includes('t')) { const u = await start('telloom.ts', d.apiUrl, d.authUrl); sides.telloom = { url: `${u}/api/v1/feed`, requests: cookies }; }
if (want.includes('b')) sides.bare = { url: `${await start('bare.ts', d.apiUrl, ...d.people)}/feed` };
if (want.includes('p')) { const u = await start('postgraphile.ts', '/tmp/wt-data/api/pgl', d.apiUrl, secret); sides.postgraphile = { url: `${u}/graphql`, method: 'POST', body: JSON.stringify({query: feedQuery}), requests: d.tokens.map((t: string) => ({headers: {authorization: `Bearer ${t}`, 'content-type': 'application/json'}})) }; }
console.log(await compare(sides));
for (const c of kids) c.disconnect();
