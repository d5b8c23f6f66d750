import type { Desk } from './notes.ts';
import type { Staged } from './stage.ts';

// handle_new_user() gives each new sign-in a Profile, where there is none, and the role LISTENER.
// Nobody but the owner of auth.users could switch it off, which on Supabase we are not, so it
// fires: the Profile is there already, and the role goes again where the source says otherwise.
export const rememberRoles = (desk: Desk): Promise<number> =>
  desk.run(
    `create temporary table import_roles on commit drop as select id from public."ProfileRole"`,
  );

/** Takes back the roles that handle_new_user() gave to people who bring their own. */
export const forgetGivenRoles = (desk: Desk, profiles: Staged, roles: Staged): Promise<number> =>
  desk.run(`delete from public."ProfileRole" r
    where r.id not in (select id from import_roles) and (
      exists (select from ${profiles.stage} p where p._id = r."profileId"::text and p._state in ('in', 'there'))
      or exists (select from ${roles.stage} s
        where lower(s."profileId") = r."profileId"::text and s.role = r.role::text))`);

/** Google, Apple and the like, where Telloom's own sign-in service looks for them. */
export async function linkIdentities(desk: Desk, identities: Staged): Promise<void> {
  const { rows } = await desk.client.query<{ found: boolean }>(
    `select to_regclass('auth.ba_provider_accounts') is not null as found`,
  );
  if (!rows[0]?.found) return; // on Supabase, its own service reads auth.identities
  await desk.run(`
    insert into auth.ba_provider_accounts (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
    select i.id, i.provider_id, i.provider, i.user_id, coalesce(i.created_at, now()),
      coalesce(i.updated_at, i.created_at, now())
    from auth.identities i join ${identities.stage} s on s._id = i.id::text and s._state = 'in'
    where i.provider not in ('email', 'phone') on conflict do nothing`);
}
