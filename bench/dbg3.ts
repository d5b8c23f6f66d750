import pg from 'pg'; import { readFileSync } from 'node:fs';
const d = JSON.parse(readFileSync('/tmp/wt-data/api/dbg.json','utf8'));
const c = new pg.Client({connectionString: d.apiUrl}); await c.connect();
const o = new pg.Client({connectionString: d.ownerUrl}); await o.connect();
await o.query(`create or replace function api.feed2(before timestamptz, before_id uuid, max integer) returns setof api.story language plpgsql stable set search_path = '' as $f$
begin return query select s.* from api.story s
  where s.id = any (array(select c from private.feed_candidates(before, before_id, least(greatest(max, 1), 101)) c))
    and s."videoStatus" = 'READY' order by s."createdAt" desc, s.id desc; end $f$; grant execute on function api.feed2 to authenticated`);
await c.query(`set role authenticated`); await c.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify({sub: d.people[3], role: 'authenticated'})]);
async function t(q: any, n = 150) { const times: number[] = []; for (let i = 0; i < n; i++) { const s = performance.now(); await c.query(q); times.push(performance.now() - s);} times.sort((a,b)=>a-b); return times[n>>1]!.toFixed(2); }
for (let k = 0; k < 2; k++) {
console.log('select 1', await t('select 1'));
console.log('feed', await t('select * from api.feed(null,null,31)'));
console.log('feed named', await t({name:'f1', text:'select * from api.feed(null,null,31)'}));
console.log('feed2', await t('select * from api.feed2(null,null,31)'));
console.log('feed2 named', await t({name:'f2', text:'select * from api.feed2(null,null,31)'}));
console.log('candidates', await t('select c from private.feed_candidates(null,null,31) c'));
console.log('candidates named', await t({name:'f3', text: 'select c from private.feed_candidates(null,null,31) c'}));
console.log('enter', await t({text: 'select private.uid()'}));
const body = `select s.* from api.story s where s.id = any (array(select c from private.feed_candidates(null,null,31) c)) and s."videoStatus" = 'READY' order by s."createdAt" desc, s.id desc`;
console.log('body', await t(body)); console.log('body named', await t({name:'b', text: body}));
if (k===1) { const e = await c.query(`explain (analyze, timing off, summary on) ${body}`); console.log(e.rows.map((r:any)=>r['QUERY PLAN']).join('\n')); }
}
await c.end(); await o.end();
