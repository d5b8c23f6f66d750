-- The words of a topic video. People and machines work on those of its recording, and they are copied
-- here by this one rule, so that the data model's table holds what is said.

create function private.copy_words(video uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public."TopicVideoTranscript" mine using public."TopicVideo" v
  where v."videoId" = video and mine."topicVideoId" = v.id
    and not exists (select from public."VideoTranscript" t where t."videoId" = video);
  update public."TopicVideoTranscript" mine set transcript = t.transcript, cues = t.cues,
    source = t.source, type = t.type, language = t.language, name = t.name,
    "isChecked" = t."isChecked", "editSession" = t."editSession"
  from public."TopicVideo" v join public."VideoTranscript" t on t."videoId" = v."videoId"
  where v."videoId" = video and mine."topicVideoId" = v.id;
  insert into public."TopicVideoTranscript" ("topicVideoId", transcript, cues, source, type, language,
    name, "isChecked", "editSession")
  select v.id, t.transcript, t.cues, t.source, t.type, t.language, t.name, t."isChecked", t."editSession"
  from public."TopicVideo" v join public."VideoTranscript" t on t."videoId" = v."videoId"
  where v."videoId" = video
    and not exists (select from public."TopicVideoTranscript" mine where mine."topicVideoId" = v.id);
end
$$;

create function private.follow_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.copy_words(old."videoId");
  else
    perform private.copy_words(new."videoId");
  end if;
  return null;
end
$$;
comment on function private.follow_words() is
  'Definer: the words of a topic video follow those of its recording, whoever writes them.';
create trigger video_transcript_follow_words after insert or update or delete on public."VideoTranscript"
  for each row execute function private.follow_words();
create trigger topic_video_insert_words after insert on public."TopicVideo"
  for each row when (new."videoId" is not null) execute function private.follow_words();
create trigger topic_video_replace_words after update on public."TopicVideo"
  for each row when (new."videoId" is not null and new."videoId" is distinct from old."videoId")
  execute function private.follow_words();
select private.grant_functions('{private.copy_words(uuid), private.follow_words()}', '');
