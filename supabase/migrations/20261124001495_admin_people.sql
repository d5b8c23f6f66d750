-- People as admins look after them: who there is, the role of admins, and who may sign in.

-- Who there is --------------------------------------------------------------------------------

create index on public."Profile" ("createdAt" desc, id desc);

create view api.person_for_admins with (security_invoker = true) as
  select p.id, p."fullName", p.username, p.email, p."avatarUrl", p."createdAt",
    private.cursor_time(p."createdAt") as at,
    array(select r.role::text from public."ProfileRole" r where r."profileId" = p.id order by r.role) as roles
  from public."Profile" p;
comment on view api.person_for_admins is 'Everybody who has an account, for admins.';

create view api.sharer_storage with (security_invoker = true) as
  select s.id, s."profileId", p."fullName" as name, r.recordings, a.attachments, r.bytes + a.bytes as bytes
  from public."ProfileSharer" s
  join public."Profile" p on p.id = s."profileId"
  cross join lateral (
    select count(*)::integer as recordings, coalesce(sum(u.bytes), 0)::double precision as bytes
    from public."Video" v left join private.upload u on u."videoId" = v.id
    where v."profileSharerId" = s.id
  ) r
  cross join lateral (
    select count(*)::integer as attachments, coalesce(sum(f."fileSize"), 0)::double precision as bytes
    from public."PromptResponseAttachment" f where f."profileSharerId" = s.id
  ) a;
comment on view api.sharer_storage is
  'What each storyteller sent, in files and bytes, without what is made from it. For admins.';

create view api.person_numbers with (security_invoker = true) as
  select p.id, l."dueAt" as "leavesAt", t.recordings, t.attachments, t.bytes,
    (select count(*)::integer from public."PromptResponse" r where r."profileSharerId" = s.id) as stories,
    (select count(*)::integer from public."ProfileListener" f
      where f."listenerId" = p.id and f."hasAccess") as follows,
    (select count(*)::integer from public."ProfileListener" f
      where f."sharerId" = s.id and f."hasAccess") as "followedBy",
    (select count(*)::integer from public."ProfileExecutor" e where e."executorId" = p.id) as keeps
  from public."Profile" p
  left join public."ProfileSharer" s on s."profileId" = p.id
  left join api.sharer_storage t on t.id = s.id
  left join public."AccountDeletion" l on l."profileId" = p.id;
comment on view api.person_numbers is
  'How much is a person''s and how many they are tied to, for admins: numbers alone.';
revoke all on api.person_for_admins, api.sharer_storage, api.person_numbers from public, anon, authenticated;
grant select on api.person_for_admins, api.sharer_storage, api.person_numbers to telloom_admin;

create function api.sign_in_states(people uuid[])
returns table (id uuid, "isConfirmed" boolean, "isSuspended" boolean, "hasPassword" boolean,
  sessions integer, "lastUsedAt" timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_admin();
  return query
    select u.id, u.email_confirmed_at is not null, coalesce(u.banned_until > now(), false),
      coalesce(u.encrypted_password, '') <> '', count(s.id)::integer, max(s."updatedAt")
    from auth.users u
    left join auth.ba_sessions s on s."userId" = u.id and s."expiresAt" > now()
    where u.id = any (people) and u.deleted_at is null
    group by u.id;
end
$$;
comment on function api.sign_in_states(uuid[]) is
  'How these people sign in, for admins: never a session, an address or a hash. "lastUsedAt" is exact to a day. Definer: sign-ins are nobody''s to read.';

-- What admins do with them --------------------------------------------------------------------

-- Two admins who act on each other at once come one after the other: the second one is asked anew
-- whether they still are one. So somebody always remains: whoever did it.
create function private.hold_admins(person uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.need_admin();
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('telloom.admins'));
  perform private.need_admin();
  if person = private.uid() then
    raise object_not_in_prerequisite_state
      using message = 'nobody does this to themselves', detail = 'oneself';
  end if;
  perform from public."Profile" p where p.id = person for key share;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
end
$$;
comment on function private.hold_admins(uuid) is
  'Before an admin takes something from a person: 55000 from themselves; P0002 no such person.';
select private.grant_functions('{private.hold_admins(uuid)}', '');

create function api.make_admin(person uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform from public."Profile" p where p.id = person for key share;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
  insert into public."ProfileRole" ("profileId", role) values (person, 'ADMIN') on conflict do nothing;
end
$$;
comment on function api.make_admin(uuid) is 'Gives the role of admins; again changes nothing. P0002 no such person.';

create function api.unmake_admin(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.hold_admins(person);
  delete from public."ProfileRole" r where r."profileId" = person and r.role = 'ADMIN';
end
$$;
comment on function api.unmake_admin(uuid) is
  'Takes the role of admins from somebody else. 55000 from oneself, so that the last admin stays; P0002 no such person. Definer: it holds what others do meanwhile.';

create function api.suspend_person(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.hold_admins(person);
  update auth.users u set banned_until = 'infinity' where u.id = person
    and coalesce(u.banned_until, now()) <> 'infinity';
  if found then
    delete from auth.ba_sessions s where s."userId" = person;
    perform private.note_admin_act('person.suspend', person::text,
      (select p."fullName" from public."Profile" p where p.id = person));
  end if;
end
$$;
comment on function api.suspend_person(uuid) is
  'Signs somebody else out everywhere and lets them in no more. What is theirs stays as it is. Errors as api.unmake_admin(). Definer: sign-ins are nobody''s to change.';

create function api.restore_person(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.hold_admins(person);
  update auth.users u set banned_until = null where u.id = person and u.banned_until is not null;
  if found then
    perform private.note_admin_act('person.restore', person::text,
      (select p."fullName" from public."Profile" p where p.id = person));
  end if;
end
$$;
comment on function api.restore_person(uuid) is
  'Lets somebody sign in again. Errors as api.unmake_admin(). Definer: sign-ins are nobody''s to change.';

create function api.mail_person(person uuid, act text, subject text, body text, deliver boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  it public."Profile";
begin
  perform private.need_admin();
  select * into it from public."Profile" p where p.id = person;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
  if it.email is null then
    raise object_not_in_prerequisite_state using message = 'there is no address to write to';
  end if;
  perform private.queue_mail(it.email, mail_person.subject, body, null, false, deliver);
  perform private.note_admin_act(act, person::text, it."fullName");
end
$$;
comment on function api.mail_person(uuid, text, text, text, boolean) is
  'Queues a mail of an admin to a person, and notes the act. P0002 no such person; 55000 they have no address. Definer: the outbox is nobody''s to write.';

select private.grant_functions(array[
    'api.sign_in_states(uuid[])', 'api.make_admin(uuid)', 'api.unmake_admin(uuid)',
    'api.suspend_person(uuid)', 'api.restore_person(uuid)',
    'api.mail_person(uuid, text, text, text, boolean)'
  ]::regprocedure[], 'telloom_admin');
