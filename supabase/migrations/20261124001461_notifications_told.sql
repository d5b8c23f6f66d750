-- Who is told of what, in the transaction that makes it so. Nobody is told of what they did themselves.

create function private.notify(people uuid[], kind text, sharer uuid, subject uuid, person uuid default null)
returns void language sql set search_path = '' as $$
  insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId", "personId")
  select distinct p, notify.kind, sharer, subject, person from unnest(people) p
  where p is not null and p is distinct from private.uid() and p is distinct from person
  on conflict ("subjectId", kind, "profileId") do nothing
$$;
comment on function private.notify(uuid[], text, uuid, uuid, uuid) is
  'Tells these people once, but for the caller and whom it is about. For the triggers below alone.';

create function private.managers_of(sharer uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select array[(select s."profileId" from public."ProfileSharer" s where s.id = sharer)]
    || array(select e."executorId" from public."ProfileExecutor" e where e."sharerId" = sharer)
$$;
comment on function private.managers_of(uuid) is 'The storyteller, and after them their keeper.';

-- Stories -----------------------------------------------------------------------------------

create function private.tell_of_story(video uuid, listener uuid default null) returns void
language plpgsql set search_path = '' as $$
begin
  -- A recording can become ready while its story is being shared: each must see what the other did.
  perform pg_advisory_xact_lock(hashtextextended(video::text, 1461));
  insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
  select l."listenerId", 'story', r."profileSharerId", r.id
  from public."Video" v
  join public."PromptResponse" r on r."videoId" = v.id
  join public."ProfileSharer" s on s.id = r."profileSharerId"
  join public."ProfileListener" l on l."sharerId" = s.id and l."hasAccess" and l.notifications
  left join public."ResponsePermission" p on p."responseId" = r.id and p."userId" = l."listenerId"
  left join private.upload u on u."videoId" = v.id
  where v.id = video and v.status = 'READY'
    and private.may_hear(r."profileSharerId", r."privacyLevel", r.id, '{}',
      case when p."permissionLevel" = 'none' then array[r.id] else '{}' end,
      case when p."permissionLevel" in ('read', 'write') then array[r.id] else '{}' end)
    and l."listenerId" = coalesce(listener, l."listenerId")
    and l."listenerId" <> s."profileId"
    and l."listenerId" is distinct from private.uid()
    and l."listenerId" is distinct from u."createdBy"
  on conflict ("subjectId", kind, "profileId") do nothing;
end
$$;
comment on function private.tell_of_story(uuid, uuid) is
  'Tells the listeners who may hear the story of this recording, once it can be played; each once. listener: only this one. For the triggers below alone.';

create function private.tell_of_response() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_of_story(new."videoId");
  return null;
end
$$;
comment on function private.tell_of_response() is 'Definer: notifications are nobody''s to write.';
create trigger prompt_response_tell_new after insert on public."PromptResponse"
  for each row when (new."privacyLevel" <> 'Private' and new."videoId" is not null)
  execute function private.tell_of_response();
create trigger prompt_response_tell after update on public."PromptResponse"
  for each row when (
    (old."privacyLevel", old."videoId") is distinct from (new."privacyLevel", new."videoId")
    and new."privacyLevel" <> 'Private' and new."videoId" is not null)
  execute function private.tell_of_response();

create function private.tell_of_permission() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  named public."ResponsePermission" := case tg_op when 'DELETE' then old else new end;
begin
  perform private.tell_of_story(r."videoId", named."userId") from public."PromptResponse" r
  where r.id = named."responseId" and r."privacyLevel" <> 'Private' and r."videoId" is not null;
  return null;
end
$$;
comment on function private.tell_of_permission() is 'Definer: notifications are nobody''s to write.';
create trigger response_permission_tell after insert or delete or update of "permissionLevel"
  on public."ResponsePermission" for each row execute function private.tell_of_permission();

-- Recordings --------------------------------------------------------------------------------

create function private.tell_of_recording() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  managers uuid[] := private.managers_of(new."profileSharerId");
  recorder uuid := (select u."createdBy" from private.upload u where u."videoId" = new.id);
begin
  -- the newest word takes the place of the one before
  delete from public."Notification" n
  where n."subjectId" = new.id and n.kind in ('recording-ready', 'recording-failed');
  perform private.notify(
    -- the storyteller comes first among managers
    array[case when recorder = any (managers) then recorder else managers[1] end],
    case new.status when 'READY' then 'recording-ready' else 'recording-failed' end,
    new."profileSharerId", new.id);
  if new.status = 'READY' then
    perform private.tell_of_story(new.id);
  end if;
  return null;
end
$$;
comment on function private.tell_of_recording() is
  'Definer: notifications are nobody''s to write. Tells whoever recorded, or the storyteller, what became of it.';
create trigger video_tell after update of status on public."Video"
  for each row when (new.status in ('READY', 'ERRORED') and new.status is distinct from old.status)
  execute function private.tell_of_recording();

-- People ------------------------------------------------------------------------------------

create function private.tell_of_follow_request() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.notify(private.managers_of(new."sharerId"), 'follow-request', new."sharerId", new.id,
    new."requestorId");
  return null;
end
$$;
comment on function private.tell_of_follow_request() is 'Definer: notifications are nobody''s to write.';
create trigger follow_request_tell after insert on public."FollowRequest"
  for each row when (new.status = 'PENDING') execute function private.tell_of_follow_request();

create function private.tell_of_invitation() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  invited uuid[] := array(
    select u.id from auth.users u
    where lower(u.email) = lower(btrim(new."inviteeEmail")) and u.email_confirmed_at is not null);
begin
  perform private.notify(invited, 'invitation', new."sharerId", new.id,
    (select s."profileId" from public."ProfileSharer" s where s.id = new."sharerId"));
  return null;
end
$$;
comment on function private.tell_of_invitation() is
  'Definer: notifications are nobody''s to write. Tells those who have an account with the invited address.';
create trigger invitation_tell after insert on public."Invitation"
  for each row when (new.status = 'PENDING') execute function private.tell_of_invitation();

create function private.tell_of_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  managers uuid[] := private.managers_of(new."sharerId");
begin
  -- DECLINED by somebody else is how it is withdrawn
  if new.status = 'ACCEPTED' or private.my_confirmed_email() = lower(btrim(new."inviteeEmail")) then
    -- keepers see the invitations of listeners alone
    perform private.notify(case new.role when 'LISTENER' then managers else managers[1:1] end,
      'invitation-answered', new."sharerId", new.id, private.uid());
  end if;
  return null;
end
$$;
comment on function private.tell_of_answer() is 'Definer: notifications are nobody''s to write.';
create trigger invitation_tell_answer after update of status on public."Invitation"
  for each row when (old.status = 'PENDING' and new.status in ('ACCEPTED', 'DECLINED'))
  execute function private.tell_of_answer();

-- Access ------------------------------------------------------------------------------------

create function private.tell_of_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public."Notification" n
  where n."subjectId" = new.id and n.kind in ('access-given', 'access-paused');
  if new.notifications then
    perform private.notify(array[new."listenerId"],
      case when new."hasAccess" then 'access-given' else 'access-paused' end, new."sharerId", new.id);
  end if;
  return null;
end
$$;
comment on function private.tell_of_access() is
  'Definer: notifications are nobody''s to write. The newest word takes the place of the one before.';
create trigger profile_listener_tell_given after insert on public."ProfileListener"
  for each row when (new."hasAccess") execute function private.tell_of_access();
create trigger profile_listener_tell after update of "hasAccess" on public."ProfileListener"
  for each row when (old."hasAccess" is distinct from new."hasAccess")
  execute function private.tell_of_access();

-- Who watches a story need not be told of it any more.
create function private.read_of_story() returns trigger
language plpgsql set search_path = '' as $$
begin
  update public."Notification" n set "readAt" = now()
  where n."subjectId" = new."promptResponseId" and n.kind = 'story' and n."profileId" = new."profileId"
    and n."readAt" is null;
  return null;
end
$$;
create trigger prompt_response_recently_watched_read after insert on public."PromptResponseRecentlyWatched"
  for each row execute function private.read_of_story();

select private.grant_functions(array[
    'private.notify(uuid[], text, uuid, uuid, uuid)', 'private.managers_of(uuid)',
    'private.tell_of_story(uuid, uuid)', 'private.tell_of_response()', 'private.tell_of_permission()',
    'private.tell_of_recording()', 'private.tell_of_follow_request()', 'private.tell_of_invitation()',
    'private.tell_of_answer()', 'private.tell_of_access()', 'private.read_of_story()'
  ]::regprocedure[], '');
