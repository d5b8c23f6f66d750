-- A mail of what is unread, once a day at most, in the morning where the person lives.

create function private.hour_in(zone text, moment timestamptz) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return extract(hour from moment at time zone zone);
exception when invalid_parameter_value then
  return null;
end
$$;
comment on function private.hour_in(text, timestamptz) is 'The hour of the day there; null where no such time zone is known.';

create table public."ContactPreference" (
  "profileId" uuid primary key references public."Profile" (id) on delete cascade,
  language text check (language in ('en', 'es')),
  "timeZone" text check (length("timeZone") <= 64
    and ("timeZone" is null or private.hour_in("timeZone", '2026-01-01Z') is not null)),
  "updatedAt" timestamptz not null default now()
);
comment on table public."ContactPreference" is
  'In which language and at what hours Telloom writes to a person, as their browser said last.';
select private.close_table('public."ContactPreference"');
create trigger contact_preference_touch before update on public."ContactPreference"
  for each row execute function private.touch();
grant select on public."ContactPreference" to authenticated;
grant insert ("profileId", language, "timeZone"), update (language, "timeZone")
  on public."ContactPreference" to authenticated;
create policy self_select on public."ContactPreference" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."ContactPreference" for insert to authenticated
  with check ("profileId" = (select private.uid()));
create policy self_update on public."ContactPreference" for update to authenticated
  using ("profileId" = (select private.uid()));

-- Who it is for -----------------------------------------------------------------------------

create function private.may_be_told(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from auth.users u where u.id = person
    and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now()))
$$;
comment on function private.may_be_told(uuid) is
  'Whether what is new may leave for this person, by mail or to their devices: whoever private.enter() would let in, so nobody whom an admin suspended. Definer: sign-ins are nobody''s to read.';

create function private.due_digests(moment timestamptz) returns setof uuid
language sql stable set search_path = '' as $$
  select distinct n."profileId" from public."Notification" n
  left join public."ContactPreference" c on c."profileId" = n."profileId"
  where n."readAt" is null and n."mailedAt" is null and n."createdAt" > moment - interval '3 days'
    -- from eight, and until noon where something held it up; UTC where nobody said where they live
    and private.hour_in(coalesce(c."timeZone", 'UTC'), moment) between 8 and 11
    -- less than a day, so that a clock that is put forward skips none
    and not exists (select from public."Notification" m
      where m."profileId" = n."profileId" and m."mailedAt" > moment - interval '20 hours')
    and private.may_be_told(n."profileId")
$$;
comment on function private.due_digests(timestamptz) is
  'Whose morning it is, and who may have something to be told by mail. Whether they want it is asked as them.';

create function private.request_digests(moment timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person uuid;
  asked integer := 0;
begin
  for person in select d from private.due_digests(moment) d loop
    perform graphile_worker.add_job('notifications.digest', json_build_object('profileId', person),
      job_key => 'notifications.digest ' || person, max_attempts => 5);
    asked := asked + 1;
  end loop;
  return asked;
end
$$;
comment on function private.request_digests(timestamptz) is
  'Definer: service_role holds no right on the job queue. Says for how many people it asked.';

-- The mail ----------------------------------------------------------------------------------

create function private.queue_digest(person uuid, told uuid[], subject text, body text, unsubscribe text)
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  address text := (
    select lower(u.email) from auth.users u
    -- asked again: somebody may be suspended after their mail was asked for
    where u.id = person and u.email_confirmed_at is not null and private.may_be_told(person));
  mail_id uuid;
  marked integer;
begin
  if address is null then
    return null;
  end if;
  update public."Notification" n set "mailedAt" = now()
  where n.id = any (told) and n."profileId" = person and n."readAt" is null and n."mailedAt" is null;
  get diagnostics marked = row_count;
  if marked < cardinality(told) then
    raise object_not_in_prerequisite_state using message = 'some of it was read or mailed meanwhile';
  end if;
  -- Secret: whom it names and what it quotes is forgotten here once it is sent.
  mail_id := private.queue_mail(address, queue_digest.subject, body, null, true, true);
  update private.mail m set unsubscribe_url = unsubscribe where m.id = mail_id;
  return mail_id;
end
$$;
comment on function private.queue_digest(uuid, uuid[], text, text, text) is
  'Queues a mail to the person and notes of what it tells, or does neither; null where they have no confirmed address, or may not be told. 55000: not all of it is unread and unmailed any more. Definer: the outbox is nobody''s to write.';

select private.grant_functions('{"private.hour_in(text, timestamptz)"}', 'authenticated, service_role, telloom_admin');
select private.grant_functions(array[
    'private.may_be_told(uuid)', 'private.due_digests(timestamptz)', 'private.request_digests(timestamptz)',
    'private.queue_digest(uuid, uuid[], text, text, text)'
  ]::regprocedure[], 'service_role');
