-- Summaries that a machine makes of what was said, until a person writes one.

alter table public."PromptResponse" add column "summarySource" text, add column "summaryLinks" jsonb;
alter table public."TopicVideo" add column "summarySource" text, add column "summaryLinks" jsonb;
comment on column public."PromptResponse"."summarySource" is
  'What made the summary: the name of a machine, or person. Null: nobody yet, or a person before this was noted.';
comment on column public."PromptResponse"."summaryLinks" is
  'Where each sentence of the summary comes from: [{"text": as in the summary, "start": seconds}].';
comment on column public."TopicVideo"."summarySource" is 'As PromptResponse."summarySource".';
comment on column public."TopicVideo"."summaryLinks" is 'As PromptResponse."summaryLinks".';

create function private.person_writes_summary() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."summarySource" := 'person';
  -- a sentence that was left as it is still comes from its second
  new."summaryLinks" := (
    select jsonb_agg(link) from jsonb_array_elements(old."summaryLinks") link
    where position(link ->> 'text' in new.summary) > 0
  );
  return new;
end
$$;
create trigger prompt_response_person_writes before update of summary on public."PromptResponse"
  for each row when (new.summary is distinct from old.summary
    and current_user in ('authenticated', 'telloom_admin'))
  execute function private.person_writes_summary();
create trigger topic_video_person_writes before update of summary on public."TopicVideo"
  for each row when (new.summary is distinct from old.summary
    and current_user in ('authenticated', 'telloom_admin'))
  execute function private.person_writes_summary();

-- A machine's summary, wherever no person has written one: not where there is one, and not where
-- one was emptied, unless it is asked for.
create function private.write_summary(video uuid, made text, links jsonb, made_by text, asked boolean)
returns integer language plpgsql set search_path = '' as $$
declare
  stories integer;
  topics integer;
begin
  update public."PromptResponse" r set summary = made, "summaryLinks" = links, "summarySource" = made_by
  where r."videoId" = video and private.may_summarise(r.summary, r."summarySource", asked);
  get diagnostics stories = row_count;
  update public."TopicVideo" v set summary = made, "summaryLinks" = links, "summarySource" = made_by
  where (v."videoId" = video or v.id = video) and private.may_summarise(v.summary, v."summarySource", asked);
  get diagnostics topics = row_count;
  return stories + topics;
end
$$;
comment on function private.write_summary(uuid, text, jsonb, text, boolean) is
  'Writes the summary of a recording''s story or topic video, or of a topic video that came without a recording, unless a person has; how many it wrote.';

create function private.may_summarise(summary text, source text, asked boolean) returns boolean
language sql immutable set search_path = '' as $$
  select case
    when btrim(coalesce(summary, '')) = '' then asked or source is distinct from 'person'
    else source <> 'person' is true
  end
$$;

create function private.request_summary(video uuid, asked boolean, wait interval) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('summaries.make', json_build_object('videoId', video, 'asked', asked),
    job_key => 'summaries.make ' || video, run_at => now() + wait, max_attempts => 3);
end
$$;
comment on function private.request_summary(uuid, boolean, interval) is
  'Definer: service_role holds no right on the job queue.';

create function api.request_summary(video uuid, asked boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from api.transcript t where t."videoId" = video and t.version > 0 and t."canManage"
  ) then
    return false;
  end if;
  -- while somebody corrects the words, once they have paused
  perform private.request_summary(video, asked, case when asked then '0' else '2 minutes' end::interval);
  return true;
end
$$;
comment on function api.request_summary(uuid, boolean) is
  'Has the summary of a recording or topic video made: at once when it is asked for, otherwise when its words have settled. False: not the manager, or nothing is written down yet. Definer: clients hold no right on the job queue.';

select private.grant_functions('{private.person_writes_summary()}', '');
select private.grant_functions(array[
    'private.may_summarise(text, text, boolean)',
    'private.write_summary(uuid, text, jsonb, text, boolean)',
    'private.request_summary(uuid, boolean, interval)'
  ]::regprocedure[], 'service_role');
select private.grant_functions('{"api.request_summary(uuid, boolean)"}', 'authenticated');
