-- Recordings, their transcripts, and the topic videos that sum a topic up.

create type public."VideoStatus" as enum ('WAITING', 'PREPARING', 'ASSET_CREATED', 'READY', 'ERRORED');

create table public."Video" (
  id uuid primary key default gen_random_uuid(),
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "promptId" uuid references public."Prompt" (id) on delete set null,
  "muxAssetId" text unique,
  "muxPlaybackId" text unique,
  "muxUploadId" text unique,
  passthrough text unique,
  duration double precision,
  "aspectRatio" text,
  "videoQuality" text,
  "maxWidth" numeric,
  "maxHeight" numeric,
  "maxFrameRate" numeric,
  "languageCode" text,
  "resolutionTier" text,
  status public."VideoStatus" not null default 'WAITING',
  "errorMessage" text,
  progress double precision check (progress between 0 and 1),
  "playbackFile" text,
  "transcriptPending" boolean not null default false,
  "airtableRecordId" text,
  "dateRecorded" timestamptz,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique (id, "profileSharerId")
);
comment on column public."Video"."transcriptPending" is 'Whether a transcript is on its way.';
comment on column public."Video"."playbackFile" is
  'On the local host, the file in the recording''s folder that a player opens.';
comment on column public."Video".duration is 'Seconds.';
comment on column public."Video"."errorMessage" is 'Why it is ERRORED, in words for the person who recorded it.';
comment on column public."Video".progress is 'How much of the preparing is done, 0 to 1; null when unknown.';
create index on public."Video" ("profileSharerId", "createdAt" desc);
create index on public."Video" ("promptId");
select private.close_table('public."Video"');
create trigger video_touch before update on public."Video"
  for each row execute function private.touch();

create function public.set_video_date_recorded() returns trigger
language plpgsql set search_path = '' as $$
begin
  new."dateRecorded" := coalesce(new."dateRecorded", new."createdAt");
  return new;
end
$$;
create trigger set_video_date_recorded_trigger before insert on public."Video"
  for each row execute function public.set_video_date_recorded();

create table public."VideoTranscript" (
  id uuid primary key default gen_random_uuid(),
  "videoId" uuid not null unique references public."Video" (id) on delete cascade,
  transcript text,
  cues jsonb check (jsonb_typeof(cues) = 'array'),
  source text,
  type text,
  language text,
  name text,
  "muxTrackId" text,
  "muxAssetId" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on column public."VideoTranscript".cues is
  'The captions: [{"start": seconds, "end": seconds, "text": text}], in order.';
select private.close_table('public."VideoTranscript"');
create trigger video_transcript_touch before update on public."VideoTranscript"
  for each row execute function private.touch();

create table public."TopicVideo" (
  id uuid primary key default gen_random_uuid(),
  title text,
  description text,
  "profileSharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "promptCategoryId" uuid references public."PromptCategory" (id) on delete set null,
  "muxAssetId" text unique,
  "muxPlaybackId" text unique,
  "muxUploadId" text unique,
  passthrough text unique,
  duration double precision,
  "aspectRatio" text,
  "videoQuality" text,
  "maxWidth" numeric,
  "maxHeight" numeric,
  "maxFrameRate" numeric,
  "languageCode" text,
  "resolutionTier" text,
  url text,
  metadata jsonb,
  "airtableRecordId" text,
  status public."VideoStatus" not null default 'WAITING',
  summary text,
  "errorMessage" text,
  progress double precision check (progress between 0 and 1),
  "dateRecorded" timestamptz,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "videoId" uuid unique,
  unique (id, "profileSharerId"),
  unique ("profileSharerId", "promptCategoryId"),
  constraint "TopicVideo_videoId_fkey" foreign key ("videoId", "profileSharerId")
    references public."Video" (id, "profileSharerId") on delete cascade
);
comment on column public."TopicVideo"."videoId" is
  'The recording that is shown; what its host says of it is copied here. Null in rows that came without one.';
create index on public."TopicVideo" ("promptCategoryId");
select private.close_table('public."TopicVideo"');
create trigger topic_video_touch before update on public."TopicVideo"
  for each row execute function private.touch();

create table public."TopicVideoTranscript" (
  id uuid primary key default gen_random_uuid(),
  "topicVideoId" uuid not null references public."TopicVideo" (id) on delete cascade,
  transcript text,
  cues jsonb check (jsonb_typeof(cues) = 'array'),
  source text,
  type text,
  language text,
  name text,
  "muxTrackId" text,
  "muxAssetId" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on public."TopicVideoTranscript" ("topicVideoId");
select private.close_table('public."TopicVideoTranscript"');
create trigger topicvideotranscript_updated before update on public."TopicVideoTranscript"
  for each row execute function private.touch();

select private.grant_functions('{public.set_video_date_recorded()}', '');
