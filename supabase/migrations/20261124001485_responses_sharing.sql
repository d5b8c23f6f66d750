-- Who may watch a story, decided all at once: its level, and what each person named may do.

create function api.sharing_version(story uuid) returns text
language sql stable set search_path = '' as $$
  select md5(concat_ws(',', r."privacyLevel", (
    select string_agg(p."userId" || ':' || p."permissionLevel", ',' order by p."userId")
    from public."ResponsePermission" p where p."responseId" = r.id
  )))
  from public."PromptResponse" r where r.id = story
$$;
comment on function api.sharing_version(uuid) is
  'Another text as soon as anything of who may watch the story is another; null without such a story.';

create function api.share_story(story uuid, level text, people jsonb, version text) returns void
language plpgsql set search_path = '' as $$
declare
  sharer uuid;
  before text;
  given integer;
  known integer;
begin
  if story is null or level is null or version is null then
    raise null_value_not_allowed using message = 'story, level and version are needed';
  end if;
  select r."profileSharerId", r."privacyLevel" into sharer, before from public."PromptResponse" r
  where r.id = story and r."profileSharerId" = any (private.managed_sharers()) for update;
  if not found then
    raise no_data_found using message = 'there is no such story of yours';
  end if;
  if version <> api.sharing_version(story) then
    raise object_not_in_prerequisite_state using
      message = 'somebody else changed who may watch', detail = 'changed-meanwhile';
  end if;
  -- Whoever is named is told as soon as they may watch, so nobody may for the moment in between: what
  -- narrows comes before the names, what widens after them.
  if before = 'Public' or level = 'Private' then
    update public."PromptResponse" r set "privacyLevel" = level where r.id = story and before <> level;
  end if;
  if people is not null then
    select count(*), count(distinct l.id) into given, known
    from jsonb_to_recordset(people) p ("listenerId" uuid, may text)
    left join public."ProfileListener" l on l.id = p."listenerId" and l."sharerId" = sharer;
    if given <> known then
      raise no_data_found using message = 'each listener of these stories is named once, and nobody else';
    end if;
    delete from public."ResponsePermission" old where old."responseId" = story and not exists (
      select from jsonb_to_recordset(people) p ("listenerId" uuid, may text)
      join public."ProfileListener" l on l.id = p."listenerId" where l."listenerId" = old."userId"
    );
    insert into public."ResponsePermission" as old ("userId", "responseId", "permissionLevel")
    select l."listenerId", story, p.may
    from jsonb_to_recordset(people) p ("listenerId" uuid, may text)
    join public."ProfileListener" l on l.id = p."listenerId"
    on conflict ("userId", "responseId") do update set "permissionLevel" = excluded."permissionLevel"
      where old."permissionLevel" <> excluded."permissionLevel";
  end if;
  update public."PromptResponse" r set "privacyLevel" = level
  where r.id = story and r."privacyLevel" <> level;
end
$$;
comment on function api.share_story(uuid, text, jsonb, text) is
  'For managers: sets a story''s level, and the permissions of everybody with people, [{"listenerId": a ProfileListener, "may": "none", "read" or "write"}]; who is not in it is not named any more. Null leaves them as they are. version is what sharing_version() gave. Raises 22004; 22023 and 23514 for what makes no sense; P0002 no such story, or somebody who is no listener; 55000 (changed-meanwhile).';

select private.grant_functions(
  '{api.sharing_version(uuid),"api.share_story(uuid, text, jsonb, text)"}', 'authenticated');
