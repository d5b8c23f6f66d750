-- Who sees a story, asked of the policies themselves.

create function api.story_audience(story uuid)
returns table ("listenerId" uuid, name text, "avatarUrl" text, sees boolean, watched boolean)
language plpgsql set search_path = '' as $$
declare
  claims text := current_setting('request.jwt.claims', true);
  acting_for text := coalesce(current_setting('telloom.acting_for', true), '');
  person uuid;
begin
  if not exists (
    select from public."PromptResponse" r
    where r.id = story and r."profileSharerId" = any (private.managed_sharers())
  ) then
    raise no_data_found using message = 'there is no such story of yours';
  end if;
  for "listenerId", person, name, "avatarUrl", watched in
    select l.id, l."listenerId", c."fullName", c."avatarUrl",
      exists (select from public."_ListenerPromptViews" w where w."A" = l.id and w."B" = r.id)
    from public."PromptResponse" r
    join public."ProfileListener" l on l."sharerId" = r."profileSharerId"
    left join private.cards() c on c.id = l."listenerId"
    where r.id = story order by c."fullName", l.id
  loop
    -- For one question the caller is that listener; what is asked is whether they see it, and no more.
    -- An error takes the settings back with everything else.
    perform set_config('request.jwt.claims', json_build_object('sub', person)::text, true),
      set_config('telloom.acting_for', '', true);
    sees := exists (select from public."PromptResponse" r where r.id = story);
    perform set_config('request.jwt.claims', claims, true),
      set_config('telloom.acting_for', acting_for, true);
    return next;
  end loop;
end
$$;
comment on function api.story_audience(uuid) is
  'For managers of a story: each of its storyteller''s listeners, whether they see it now, and whether they have watched it. The policies answer as each of them. P0002: no such story, or not the manager.';
select private.grant_functions('{api.story_audience(uuid)}', 'authenticated');
