-- Where people left off, whether that is remembered, and which story comes next.

alter table public."PromptResponseRecentlyWatched" add column position double precision check (position > 0);
comment on column public."PromptResponseRecentlyWatched".position is
  'Seconds: where the person left off. Null at the beginning, and when they watched to the end.';
grant insert (position), update (position) on public."PromptResponseRecentlyWatched" to authenticated;
create index on public."PromptResponseRecentlyWatched" ("profileId", "watchedAt" desc, "promptResponseId" desc);
create index on public."PromptResponseFavorite" ("profileId", "favoritedAt" desc, "promptResponseId" desc);

create table public."WatchingPreference" (
  "profileId" uuid primary key references public."Profile" (id) on delete cascade,
  "keepsHistory" boolean not null default true,
  captions boolean not null default true,
  "playsOn" boolean not null default false,
  "updatedAt" timestamptz not null default now()
);
comment on table public."WatchingPreference" is 'How a person likes to watch; no row means the defaults.';
comment on column public."WatchingPreference"."keepsHistory" is
  'Whether it is remembered what the person watched and where they left off.';
comment on column public."WatchingPreference"."playsOn" is
  'Whether the next story of a list starts by itself, after a pause in which it can be stopped.';
select private.close_table('public."WatchingPreference"');
create trigger watching_preference_touch before update on public."WatchingPreference"
  for each row execute function private.touch();
grant select on public."WatchingPreference" to authenticated;
grant insert ("profileId", "keepsHistory", captions, "playsOn"), update ("keepsHistory", captions, "playsOn")
  on public."WatchingPreference" to authenticated;
create policy self_select on public."WatchingPreference" for select to authenticated
  using ("profileId" = (select private.uid()));
create policy self_insert on public."WatchingPreference" for insert to authenticated
  with check ("profileId" = (select private.uid()));
create policy self_update on public."WatchingPreference" for update to authenticated
  using ("profileId" = (select private.uid()));

-- A place that is worth coming back to: past the first words, and before the last ones.
create function private.place_to_resume(at double precision, duration double precision)
returns double precision
language sql immutable set search_path = '' as $$
  select case when at >= 5 and (duration is null or at < duration - greatest(3, duration * 0.03)) then at end
$$;

create function api.note_watching(response uuid, at double precision) returns void
language plpgsql set search_path = '' as $$
declare
  told record;
  listener uuid;
begin
  if response is null then
    raise null_value_not_allowed using message = 'response is needed';
  end if;
  -- NaN is greater than every number
  if at < 0 or at > 1000000 then
    raise invalid_parameter_value using message = 'at is seconds from the beginning';
  end if;
  select r."profileSharerId" as sharer, r."videoId" as video, v.duration into told
  from public."PromptResponse" r left join public."Video" v on v.id = r."videoId"
  where r.id = response;
  if not found then
    raise no_data_found using message = 'there is no such story';
  end if;
  if exists (
    select from public."WatchingPreference" p
    where p."profileId" = private.uid() and not p."keepsHistory"
  ) then
    return;
  end if;
  insert into public."PromptResponseRecentlyWatched" ("profileId", "promptResponseId", position)
  values (private.uid(), response, private.place_to_resume(at, told.duration))
  on conflict ("profileId", "promptResponseId")
    do update set "watchedAt" = now(), position = excluded.position;
  select l.id into listener from public."ProfileListener" l
  where l."listenerId" = private.uid() and l."sharerId" = told.sharer and l."hasAccess";
  if listener is null then
    return;
  end if;
  insert into public."_ListenerPromptViews" ("A", "B") values (listener, response) on conflict do nothing;
  insert into public."_ListenerVideoViews" ("A", "B")
    select listener, told.video where told.video is not null on conflict do nothing;
  update public."ProfileListener" l set "lastViewed" = now() at time zone 'utc'
  where l.id = listener
    and (l."lastViewed" is null or l."lastViewed" < (now() at time zone 'utc') - interval '1 minute');
end
$$;
comment on function api.note_watching(uuid, double precision) is
  'Remembers that the caller watches a story and, at in seconds, how far; null: nothing to come back to. Nothing is kept for those who switched that off. Raises 22004, 22023, P0002.';

create function api.next_in_topic(response uuid) returns uuid
language sql stable set search_path = '' as $$
  with here as (
    select r."profileSharerId" as sharer, p."promptCategoryId" as topic,
      (not p."isContextEstablishing", coalesce(p.position, 2147483647), p."createdAt", p.id) as place
    from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
    where r.id = response
  )
  select r.id from here
  join public."Prompt" p on p."promptCategoryId" = here.topic
    and (not p."isContextEstablishing", coalesce(p.position, 2147483647), p."createdAt", p.id) > here.place
  join public."PromptResponse" r on r."promptId" = p.id and r."profileSharerId" = here.sharer
  join public."Video" v on v.id = r."videoId" and v.status = 'READY'
  order by not p."isContextEstablishing", coalesce(p.position, 2147483647), p."createdAt", p.id, r.id
  limit 1
$$;
comment on function api.next_in_topic(uuid) is
  'The story of the same storyteller that answers the next question of the topic, of those that can be played and that the caller may read; null after the last.';

select private.grant_functions(array[
    'private.place_to_resume(double precision, double precision)',
    'api.note_watching(uuid, double precision)', 'api.next_in_topic(uuid)'
  ]::regprocedure[], 'authenticated');
