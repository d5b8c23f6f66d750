-- A changed e-mail address, leaving with days to think it over, and tidying up.

-- Another address -----------------------------------------------------------------------------

create function private.follow_changed_address() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  address text := nullif(lower(btrim(new.email)), '');
begin
  update public."Profile" p set email = case
    when not exists (select from public."Profile" o where o.email = address and o.id <> new.id)
    then address end
  where p.id = new.id;
  return null;
end
$$;
comment on function private.follow_changed_address() is
  'Definer: the sign-in service has no right on public. Profile.email follows the address one signs in with.';
create trigger on_auth_user_email_changed after update of email on auth.users
  for each row when (new.email is distinct from old.email)
  execute function private.follow_changed_address();

-- Leaving -------------------------------------------------------------------------------------

create table public."AccountDeletion" (
  "profileId" uuid primary key default private.uid()
    references public."Profile" (id) on delete cascade,
  "askedAt" timestamptz not null default now(),
  "dueAt" timestamptz not null default now() + interval '14 days',
  "toldAt" timestamptz
);
comment on column public."AccountDeletion"."toldAt" is
  'When the mail about it was written: the owner of the letter box hears of it, whoever asked.';
comment on table public."AccountDeletion" is
  'Who asked that their account and all that is theirs be deleted, and when that happens. Until then everything is as it was, and a delete of the row takes it back.';
select private.close_table('public."AccountDeletion"');
create index on public."AccountDeletion" ("dueAt");
grant select, delete on public."AccountDeletion" to authenticated;
grant insert ("profileId") on public."AccountDeletion" to authenticated;
create policy self_select on public."AccountDeletion" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."AccountDeletion" for insert to authenticated
  with check ("profileId" = (select private.uid()));
create policy self_delete on public."AccountDeletion" for delete to authenticated
  using ("profileId" = (select private.uid()));

create function private.remove_leavers() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
begin
  delete from public."Profile" p using public."AccountDeletion" l
  where l."profileId" = p.id and l."dueAt" <= now();
  get diagnostics removed = row_count;
  return removed;
end
$$;
comment on function private.remove_leavers() is
  'Definer: deletes the people whose days are over, and with each row what is theirs. Says how many.';

-- Tidying up ----------------------------------------------------------------------------------

create function private.forget_unconfirmed() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  forgotten integer;
begin
  -- An address that nobody ever confirmed, and a profile that nothing hangs on.
  delete from public."Profile" p using auth.users u
  where u.id = p.id and u.email_confirmed_at is null and u.phone_confirmed_at is null
    and u.last_sign_in_at is null and u.created_at < now() - interval '30 days'
    and not exists (select from public."ProfileSharer" s where s."profileId" = p.id)
    and not exists (select from public."ProfileExecutor" e where e."executorId" = p.id)
    and not exists (select from public."ProfileListener" l where l."listenerId" = p.id);
  get diagnostics forgotten = row_count;
  -- On Supabase these are not there: its own sign-in service tidies up after itself.
  if to_regclass('auth.ba_sessions') is not null then
    delete from auth.ba_sessions where "expiresAt" < now();
    delete from auth.ba_verifications where "expiresAt" < now();
  end if;
  return forgotten;
end
$$;
comment on function private.forget_unconfirmed() is
  'Definer: auth is nobody''s. Forgets sign-ups that were never confirmed within 30 days, and sessions and codes that no longer work. Says how many sign-ups.';

select private.grant_functions('{private.follow_changed_address()}', '');
select private.grant_functions('{private.remove_leavers(),private.forget_unconfirmed()}', 'service_role');

create or replace view api.me with (security_invoker = true) as
  select
    p.id, p."fullName", p."firstName", p."lastName", p.username, p."avatarUrl", p.email,
    (select private.my_confirmed_email()) is not null as "emailConfirmed",
    (select s.id from public."ProfileSharer" s where s."profileId" = p.id) as "sharerId",
    exists (
      select from public."ProfileRole" r where r."profileId" = p.id and r.role = 'ADMIN'
    ) as "isAdmin",
    (
      select count(*)::integer from public."ProfileListener" l
      where l."listenerId" = p.id and l."hasAccess"
    ) as "followsCount",
    (select l."dueAt" from public."AccountDeletion" l where l."profileId" = p.id) as "leavesAt"
  from public."Profile" p
  where p.id = (select private.uid());

create view api.my_details with (security_invoker = true) as
  select username, phone, "addressStreet", "addressUnit", "addressCity", "addressState",
    "addressZipcode", "executorFirstName", "executorLastName", "executorRelation",
    "executorPhone", "executorEmail"
  from public."Profile" where id = (select private.uid());
comment on view api.my_details is 'What the caller told of themselves, to read and to change. One row, or none.';
grant select, update on api.my_details to authenticated;
