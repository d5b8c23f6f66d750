-- What people are told of: one row for each person and thing. Its words are made when it is shown, out
-- of what the reader may see at that moment.

create table public."Notification" (
  id uuid primary key default gen_random_uuid(),
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  kind text not null check (kind in ('story', 'follow-request', 'invitation', 'invitation-answered',
    'access-given', 'access-paused', 'recording-ready', 'recording-failed')),
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "subjectId" uuid not null,
  "personId" uuid references public."Profile" (id) on delete set null,
  "lineId" uuid not null generated always as (
    case when kind in ('story', 'recording-ready') then "profileSharerId" else "subjectId" end) stored,
  "createdAt" timestamptz not null default now(),
  "readAt" timestamptz,
  "mailedAt" timestamptz,
  "pushedAt" timestamptz,
  unique ("subjectId", kind, "profileId")
);
comment on table public."Notification" is
  'Written by triggers alone, in the transaction of what it tells of. Holds no words and no names.';
comment on column public."Notification"."subjectId" is
  'The PromptResponse, FollowRequest, Invitation, ProfileListener or Video that the kind speaks of. No foreign key: a row whose subject is gone shows nothing, and is cleared away with its age.';
comment on column public."Notification"."personId" is
  'Whose name it is about, where that is not the storyteller. Shown as far as the reader may see their card.';
comment on column public."Notification"."lineId" is
  'Rows of one kind and lineId that are unread, or were read together, are one line of the list.';
comment on column public."Notification"."mailedAt" is 'When a mail told of it.';
comment on column public."Notification"."pushedAt" is 'When devices were told that there is something new.';
create index on public."Notification" ("profileId", "createdAt" desc);
create index on public."Notification" ("profileId") where "readAt" is null;
create index on public."Notification" ("profileSharerId");
create index on public."Notification" ("personId");
select private.close_table('public."Notification"');
grant select, update ("readAt") on public."Notification" to authenticated;
create policy self_select on public."Notification" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_update on public."Notification" for update to authenticated
  using ("profileId" = (select private.uid()));

-- Switches ----------------------------------------------------------------------------------

create table public."NotificationSwitch" (
  "profileId" uuid not null references public."Profile" (id) on delete cascade,
  about text not null check (about in ('stories', 'people', 'access', 'recordings')),
  channel text not null check (channel in ('app', 'mail', 'push')),
  "isOn" boolean not null,
  primary key ("profileId", about, channel)
);
comment on table public."NotificationSwitch" is
  'What a person switched on or off. Where there is no row, the default of api.notification_switch holds.';
select private.close_table('public."NotificationSwitch"');
grant select, insert, update ("isOn") on public."NotificationSwitch" to authenticated;
create policy self_select on public."NotificationSwitch" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."NotificationSwitch" for insert to authenticated
  with check ("profileId" = (select private.uid()));
create policy self_update on public."NotificationSwitch" for update to authenticated
  using ("profileId" = (select private.uid()));

create function private.notifies_about(kind text) returns text
language sql immutable set search_path = '' as $$
  select case
    when kind = 'story' then 'stories'
    when kind in ('follow-request', 'invitation', 'invitation-answered') then 'people'
    when kind in ('access-given', 'access-paused') then 'access'
    when kind in ('recording-ready', 'recording-failed') then 'recordings'
  end
$$;
comment on function private.notifies_about(text) is 'Which switches rule over a kind of notification.';

create view api.notification_switch with (security_invoker = true) as
  select a.about, c.channel,
    -- who records sees in the app what became of it: a mail about each would be too much
    coalesce(s."isOn", (a.about, c.channel) <> ('recordings', 'mail')) as "isOn"
  from unnest(array['stories', 'people', 'access', 'recordings']) a (about)
  cross join unnest(array['app', 'mail', 'push']) c (channel)
  left join public."NotificationSwitch" s
    on s."profileId" = (select private.uid()) and s.about = a.about and s.channel = c.channel;
comment on view api.notification_switch is 'All switches of the caller, with the defaults filled in.';
grant select on api.notification_switch to authenticated;

create function private.switched_on(wanted text) returns text[]
language sql stable set search_path = '' as $$
  select array(select s.about from api.notification_switch s where s.channel = wanted and s."isOn")
$$;
comment on function private.switched_on(text) is 'What the caller wants to hear about by this channel.';

-- Reading -----------------------------------------------------------------------------------

create view api.notification with (security_invoker = true) as
  select n.id, n.kind, private.notifies_about(n.kind) as about, n."profileSharerId", n."subjectId",
    n."personId", n."lineId", n."createdAt", n."readAt", n."mailedAt"
  from public."Notification" n
  where n."profileId" = (select private.uid())
    and case n.kind
      when 'story' then
        exists (select from public."PromptResponse" r where r.id = n."subjectId")
        and exists (select from public."ProfileListener" l
          where l."sharerId" = n."profileSharerId" and l."listenerId" = n."profileId" and l.notifications)
      when 'follow-request' then exists (
        select from public."FollowRequest" f where f.id = n."subjectId" and f.status = 'PENDING')
      when 'invitation' then exists (
        select from public."Invitation" i
        where i.id = n."subjectId" and i.status = 'PENDING' and i."createdAt" > now() - interval '14 days')
      when 'invitation-answered' then exists (
        select from public."Invitation" i where i.id = n."subjectId" and i.status in ('ACCEPTED', 'DECLINED'))
      when 'access-given' then exists (
        select from public."ProfileListener" l where l.id = n."subjectId" and l."hasAccess")
      when 'access-paused' then exists (
        select from public."ProfileListener" l where l.id = n."subjectId" and not l."hasAccess")
      else exists (
        select from public."Video" v
        where v.id = n."subjectId" and v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
          and v.status = case n.kind when 'recording-ready' then 'READY' else 'ERRORED' end::public."VideoStatus")
    end;
comment on view api.notification is
  'What the caller was told of and may still see, as it still is: the policies of its subject are asked again.';
grant select on api.notification to authenticated;

create function api.notification_lines(wanted_channel text, unmailed boolean)
returns table (id uuid, kind text, "createdAt" timestamptz, "readAt" timestamptz, count integer,
  "sharerId" uuid, "sharerName" text, "sharerAvatarUrl" text, "personName" text, "personAvatarUrl" text,
  email text, accepted boolean, "followRequestId" uuid, "storyId" uuid, "topicVideoId" uuid, question text, members uuid[])
language sql stable set search_path = '' as $$
  with line as (
    select n.kind, n."readAt", n."profileSharerId", max(n."createdAt") as newest,
      array_agg(n.id order by n."createdAt" desc, n.id desc) as members,
      (array_agg(n."subjectId" order by n."createdAt" desc, n.id desc))[1] as subject,
      (array_agg(n."personId" order by n."createdAt" desc, n.id desc))[1] as person
    from api.notification n
    where n.about = any (private.switched_on(wanted_channel))
      -- what is older is no news, after a mail server was away or a switch off
      and (not unmailed or (n."readAt" is null and n."mailedAt" is null
        and n."createdAt" > now() - interval '3 days'))
    group by n.kind, n."lineId", n."readAt", n."profileSharerId"
  )
  select l.members[1], l.kind, l.newest, l."readAt", cardinality(l.members), l."profileSharerId",
    s."fullName", s."avatarUrl", p."fullName", p."avatarUrl", i."inviteeEmail", i.status = 'ACCEPTED',
    case l.kind when 'follow-request' then l.subject end,
    told.story, told.topic_video, q."promptText", l.members
  from line l
  left join private.sharer_cards() s on s."sharerId" = l."profileSharerId"
  left join private.cards() p on p.id = l.person
  left join public."Invitation" i on l.kind = 'invitation-answered' and i.id = l.subject
  left join lateral (
    select r.id as story, null::uuid as topic_video, r."promptId" as prompt
      from public."PromptResponse" r where l.kind = 'story' and r.id = l.subject
    union all select r.id, null, r."promptId"
      from public."PromptResponse" r where l.kind like 'recording-%' and r."videoId" = l.subject
    union all select null, t.id, null
      from public."TopicVideo" t where l.kind like 'recording-%' and t."videoId" = l.subject
  ) told on true
  left join public."Prompt" q on q.id = told.prompt
$$;
comment on function api.notification_lines(text, boolean) is
  'The lines of the caller''s notifications that go to this channel; many of one storyteller are one line. id is that of the newest, members are all of them. unmailed: only what is unread, of the last three days, and no mail has told of.';

select private.grant_functions(array[
    'private.notifies_about(text)', 'private.switched_on(text)', 'api.notification_lines(text, boolean)'
  ]::regprocedure[], 'authenticated');
