import type { Client } from 'pg';
import type { ServiceDatabase, Sql } from '../../../db/session.ts';
import type { Config } from '../../config.ts';
import { removeAvatars, removeForgotten } from '../../features/attachments/removal.ts';
import { removeRecordings } from '../../features/recording/removal.ts';
import { addressOf, domain, type Name, people } from './told/people.ts';

interface Deps {
  config: Config;
  service: ServiceDatabase;
  owner: Client;
}

const addresses = (Object.keys(people) as Name[]).map(addressOf);

/** Who of the demo family is here. */
export const findFamily = (service: ServiceDatabase) =>
  service.asService(
    (sql) => sql<{ id: string; name: string | null }>`
      select id, "fullName" as name from public."Profile" where email = any (${addresses}::text[])`,
  );

/**
 * Takes the demo family away as people leave, but today: what is theirs goes with them, the files
 * too, and the mails that were written to them. Says how many people went; again does no harm.
 */
export async function removeFamily(deps: Deps): Promise<number> {
  const { service, owner } = deps;
  const ids = (await findFamily(service)).map(({ id }) => id);
  await service.asService(async (sql) => {
    const sharers = await idsOf(sql`
      select id from public."ProfileSharer" where "profileId" = any (${ids}::uuid[])`);
    const videos = await idsOf(sql`
      select id from public."Video" where "profileSharerId" = any (${sharers}::uuid[])`);
    await sql`
      insert into public."AccountDeletion" ("profileId", "dueAt") select unnest(${ids}::uuid[]), now()
      on conflict ("profileId") do update set "dueAt" = now()`;
    await sql`select private.remove_leavers()`;
    await forgetAtOnce(sql, sharers, videos);
  });
  await owner.query('delete from private.mail where to_address like $1', [`%@${domain}`]);
  await removeRecordings(deps);
  await removeForgotten(deps);
  await removeAvatars(deps);
  return ids.length;
}

const idsOf = async (rows: Promise<Record<string, unknown>[]>) =>
  (await rows).map(({ id }) => String(id));

/** Files of what was deleted wait a week for somebody who thinks better of it. Not these. */
async function forgetAtOnce(sql: Sql, sharers: string[], videos: string[]): Promise<void> {
  await sql`
    update private.removed_upload set "removedAt" = '-infinity' where "videoId" = any (${videos}::uuid[])`;
  await sql`
    update private.removed_part set "removedAt" = '-infinity' where "videoId" = any (${videos}::uuid[])`;
  await sql`
    update private.removed_attachment set "removedAt" = '-infinity'
    where attachment ->> 'profileSharerId' = any (${sharers}::text[])`;
}
