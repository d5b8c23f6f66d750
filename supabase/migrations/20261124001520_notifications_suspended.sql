-- Nobody whom an admin suspended is told what is new: neither by mail nor on their devices.

create function private.may_be_told(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from auth.users u where u.id = person
    and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now()))
$$;
comment on function private.may_be_told(uuid) is
  'Whether what is new may leave for this person: whoever private.enter() would let in. Definer: sign-ins are nobody''s to read.';
select private.grant_functions('{private.may_be_told(uuid)}', 'service_role');

create or replace function private.due_digests(moment timestamptz) returns setof uuid
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

-- The two below ask again: somebody may be suspended between what is asked for and what is done.
create or replace function private.queue_digest(person uuid, told uuid[], subject text, body text, unsubscribe text)
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  address text := (
    select lower(u.email) from auth.users u
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

create or replace function private.request_pushes(person uuid, told uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  device uuid;
  asked integer := 0;
begin
  update public."Notification" n set "pushedAt" = now()
  where n.id = any (told) and n."profileId" = person and n."pushedAt" is null
    and private.may_be_told(person);
  if not found then
    return 0;
  end if;
  for device in select s.id from public."PushSubscription" s where s."profileId" = person loop
    perform graphile_worker.add_job('notifications.push-to', json_build_object('subscriptionId', device),
      job_key => 'notifications.push-to ' || device, max_attempts => 5);
    asked := asked + 1;
  end loop;
  return asked;
end
$$;
comment on function private.request_pushes(uuid, uuid[]) is
  'Notes that the person''s devices are told of these, and has it done, each device by itself; 0 where they were told before, or may not be. Definer: service_role holds no right on the job queue.';
