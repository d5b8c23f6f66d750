-- The schemas public, private and api as the migrations make them, read from the catalogue.
-- Made by `npx tsx db/generate.ts`; a test fails when it is stale. To read, not to run.

-- schemas ----------------------------------------------------------------------------------------
grant usage on schema api to anon;
grant usage on schema api to authenticated;
grant usage on schema api to service_role;
grant usage on schema api to telloom_admin;
grant usage on schema private to authenticated;
grant usage on schema private to authenticator;
grant usage on schema private to service_role;
grant usage on schema private to supabase_auth_admin;
grant usage on schema private to telloom_admin;
grant usage on schema public to anon;
grant usage on schema public to authenticated;
grant usage on schema public to service_role;
grant usage on schema public to telloom_admin;

-- enums ------------------------------------------------------------------------------------------
create type public."InvitationStatus" as enum (
  'PENDING',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED'
);
create type public."Role" as enum (
  'LISTENER',
  'SHARER',
  'EXECUTOR',
  'ADMIN'
);
create type public."Theme" as enum (
  'LIFE_EXPERIENCES',
  'HEALTH_AND_WELLBEING',
  'FOOD',
  'FAMILY',
  'WORK',
  'FAITH_AND_VALUES',
  'PLACES',
  'CUSTOM'
);
create type public."VideoStatus" as enum (
  'WAITING',
  'PREPARING',
  'ASSET_CREATED',
  'READY',
  'ERRORED'
);
create type public.follow_request_status as enum (
  'PENDING',
  'APPROVED',
  'DENIED'
);
create type public.person_relation as enum (
  'Self',
  'Spouse',
  'Partner',
  'Mother',
  'Father',
  'Stepmother',
  'Stepfather',
  'Daughter',
  'Son',
  'Stepdaughter',
  'Stepson',
  'Child',
  'Sister',
  'Brother',
  'Sibling',
  'Grandmother',
  'Grandfather',
  'Grandparent',
  'GreatGrandmother',
  'GreatGrandfather',
  'Granddaughter',
  'Grandson',
  'Grandchild',
  'GreatGrandchild',
  'Aunt',
  'Uncle',
  'Niece',
  'Nephew',
  'Cousin',
  'MotherInLaw',
  'FatherInLaw',
  'DaughterInLaw',
  'SonInLaw',
  'SisterInLaw',
  'BrotherInLaw',
  'Godparent',
  'Godchild',
  'Guardian',
  'Friend',
  'Neighbor',
  'Colleague',
  'Teacher',
  'Other'
);

-- private.admin_log ------------------------------------------------------------------------------
create table private.admin_log (
  id uuid default gen_random_uuid() not null,
  "actorId" uuid,
  "actorName" text,
  action text not null,
  thing text not null,
  "thingId" text,
  name text,
  changed text[] default '{}'::text[] not null,
  "createdAt" timestamp with time zone default clock_timestamp() not null,
  constraint admin_log_pkey PRIMARY KEY (id),
  constraint admin_log_action_check CHECK ((action = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text, 'ACT'::text]))),
  constraint "admin_log_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES public."Profile"(id) ON DELETE SET NULL
);
comment on table private.admin_log is 'Every row of the data model that was written in the role of admins. Written by a trigger alone; nobody changes it.';
comment on column private.admin_log."actorName" is 'As it was then; it stays when the person leaves.';
comment on column private.admin_log.thing is 'The table; of an ACT, what was done, such as mail.again.';
comment on column private.admin_log."thingId" is 'The id; of a row that joins two others, both.';
comment on column private.admin_log.name is 'What it was called then, where it has a name.';
CREATE INDEX "admin_log_actorId_idx" ON private.admin_log USING btree ("actorId");
CREATE INDEX "admin_log_createdAt_id_idx" ON private.admin_log USING btree ("createdAt" DESC, id DESC);
alter table private.admin_log enable row level security;
create policy admin_all on private.admin_log for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant select on private.admin_log to service_role;
grant select on private.admin_log to telloom_admin;

-- private.api_key --------------------------------------------------------------------------------
create table private.api_key (
  id uuid default gen_random_uuid() not null,
  profile_id uuid not null,
  name text not null,
  key_hash text not null,
  key_start text not null,
  scopes text[] not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_key_hash_key UNIQUE (key_hash),
  constraint api_key_key_hash_check CHECK ((key_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint api_key_name_check CHECK (((char_length(btrim(name)) >= 1) AND (char_length(btrim(name)) <= 100))),
  constraint api_key_scopes_check CHECK (((scopes <@ '{read,write,admin}'::text[]) AND ('read'::text = ANY (scopes)))),
  constraint api_key_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table private.api_key is 'Keys for scripts: the hex SHA-256 of each, which no guess leads back to since a key is 256 random bits. "last_used_at" is exact to a minute.';
CREATE INDEX api_key_profile_id_idx ON private.api_key USING btree (profile_id);
alter table private.api_key enable row level security;

-- private.attachment_upload ----------------------------------------------------------------------
create table private.attachment_upload (
  id uuid default gen_random_uuid() not null,
  "attachmentId" uuid not null,
  "createdBy" uuid,
  "idempotencyKey" uuid,
  "createdAt" timestamp with time zone default now() not null,
  "completedAt" timestamp with time zone,
  constraint attachment_upload_pkey PRIMARY KEY (id),
  constraint "attachment_upload_attachmentId_key" UNIQUE ("attachmentId"),
  constraint "attachment_upload_createdBy_idempotencyKey_key" UNIQUE ("createdBy", "idempotencyKey"),
  constraint "attachment_upload_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES public."PromptResponseAttachment"(id) ON DELETE CASCADE,
  constraint "attachment_upload_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES public."Profile"(id) ON DELETE SET NULL
);
comment on table private.attachment_upload is 'One upload for each attachment. The bytes lie with the recordings'' originals, under the upload''s id.';
alter table private.attachment_upload enable row level security;
create policy admin_all on private.attachment_upload for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.attachment_upload to service_role;
grant delete, insert, select, update on private.attachment_upload to telloom_admin;

-- private.change ---------------------------------------------------------------------------------
create table private.change (
  id bigint generated by default as identity not null,
  xid xid8 default pg_current_xact_id() not null,
  entity regclass not null,
  action text not null,
  row_id uuid not null,
  changed_at timestamp with time zone default now() not null,
  constraint change_pkey PRIMARY KEY (id)
);
comment on table private.change is 'Which rows changed in the last minutes. A reader takes what its last snapshot did not see, so that transactions that end in another order than they began are never missed.';
CREATE INDEX change_changed_at_idx ON private.change USING btree (changed_at);
CREATE INDEX change_xid_idx ON private.change USING btree (xid);
alter table private.change enable row level security;
create policy admin_all on private.change for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.change to service_role;
grant delete, insert, select, update on private.change to telloom_admin;

-- private.counted_act ----------------------------------------------------------------------------
create table private.counted_act (
  id uuid default gen_random_uuid() not null,
  profile_id uuid not null,
  what text not null,
  about text not null,
  at timestamp with time zone default now() not null,
  constraint counted_act_pkey PRIMARY KEY (id),
  constraint counted_act_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table private.counted_act is 'What a person did within a day that reaches others, to be counted. Older ones go with the next one.';
CREATE INDEX counted_act_profile_id_what_idx ON private.counted_act USING btree (profile_id, what);
alter table private.counted_act enable row level security;

-- private.follow_ask -----------------------------------------------------------------------------
create table private.follow_ask (
  id uuid default gen_random_uuid() not null,
  profile_id uuid not null,
  handle text not null,
  by_link boolean not null,
  sharer_id uuid,
  asked_at timestamp with time zone default now() not null,
  constraint follow_ask_pkey PRIMARY KEY (id),
  constraint follow_ask_profile_id_handle_key UNIQUE (profile_id, handle),
  constraint follow_ask_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint follow_ask_sharer_id_fkey FOREIGN KEY (sharer_id) REFERENCES public."ProfileSharer"(id) ON DELETE SET NULL
);
CREATE INDEX follow_ask_sharer_id_idx ON private.follow_ask USING btree (sharer_id);
alter table private.follow_ask enable row level security;

-- private.mail -----------------------------------------------------------------------------------
create table private.mail (
  id uuid default gen_random_uuid() not null,
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  is_secret boolean default false not null,
  created_at timestamp with time zone default now() not null,
  status text default 'kept'::text not null,
  attempts integer default 0 not null,
  last_error text,
  sent_at timestamp with time zone,
  unsubscribe_url text,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_status_check CHECK ((status = ANY (ARRAY['kept'::text, 'queued'::text, 'sent'::text, 'failed'::text])))
);
comment on table private.mail is 'kept: no mail server, read it here. queued: on its way. sent, failed: what became of it.';
comment on column private.mail.is_secret is 'Holds a code or a link that lets somebody in: the text is forgotten as soon as it is sent.';
comment on column private.mail.unsubscribe_url is 'Where one POST ends such mails (RFC 8058). Null: a mail that somebody asked for.';
CREATE INDEX mail_newest_idx ON private.mail USING btree (created_at DESC, id DESC);
alter table private.mail enable row level security;
create policy admin_select on private.mail for select to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin));
grant select on private.mail to telloom_admin;

-- private.mux_event ------------------------------------------------------------------------------
create table private.mux_event (
  id text not null,
  type text not null,
  payload jsonb not null,
  "receivedAt" timestamp with time zone default now() not null,
  key uuid default gen_random_uuid() not null,
  error text,
  constraint mux_event_pkey PRIMARY KEY (id),
  constraint mux_event_key_key UNIQUE (key)
);
comment on table private.mux_event is 'Each event once, by its id: a repeated delivery does nothing.';
comment on column private.mux_event.error is 'Why it could not be taken; null: it was. Mux tells such an event again, and then it is taken anew.';
CREATE INDEX "mux_event_receivedAt_key_idx" ON private.mux_event USING btree ("receivedAt" DESC, key DESC);
CREATE INDEX mux_event_expr_idx ON private.mux_event USING btree (((payload #>> '{data,id}'::text[])));
CREATE INDEX mux_event_expr_idx1 ON private.mux_event USING btree (((payload #>> '{data,asset_id}'::text[])));
CREATE TRIGGER mux_event_wake_downloads AFTER INSERT ON private.mux_event FOR EACH ROW WHEN ((new.type ~~ 'video.asset.%'::text)) EXECUTE FUNCTION private.wake_downloads();
alter table private.mux_event enable row level security;
create policy admin_all on private.mux_event for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.mux_event to service_role;
grant delete, insert, select, update on private.mux_event to telloom_admin;

-- private.mux_upload -----------------------------------------------------------------------------
create table private.mux_upload (
  "uploadId" text not null,
  "videoId" uuid not null,
  url text not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint mux_upload_pkey PRIMARY KEY ("uploadId"),
  constraint "mux_upload_videoId_key" UNIQUE ("videoId"),
  constraint "mux_upload_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES public."Video"(id) ON DELETE CASCADE
);
comment on table private.mux_upload is 'The direct upload under way for a recording. url is a right to write, so it stays in here.';
alter table private.mux_upload enable row level security;
create policy admin_all on private.mux_upload for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.mux_upload to service_role;
grant delete, insert, select, update on private.mux_upload to telloom_admin;

-- private.passkey --------------------------------------------------------------------------------
create table private.passkey (
  id uuid default gen_random_uuid() not null,
  profile_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  last_challenge_at timestamp with time zone not null,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_credential_id_check CHECK ((char_length(credential_id) <= 1400)),
  constraint passkey_name_check CHECK (((char_length(btrim(name)) >= 1) AND (char_length(btrim(name)) <= 100))),
  constraint passkey_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table private.passkey is 'The public halves of passkeys (https://www.w3.org/TR/webauthn-3/). "last_challenge_at" is when the challenge that was answered last was made: an older one is answered no more, so none twice.';
CREATE INDEX passkey_profile_id_idx ON private.passkey USING btree (profile_id);
alter table private.passkey enable row level security;

-- private.payments -------------------------------------------------------------------------------
create table private.payments (
  "isConnected" boolean default true not null,
  since timestamp with time zone default now() not null,
  constraint payments_pkey PRIMARY KEY ("isConnected"),
  constraint "payments_isConnected_check" CHECK ("isConnected")
);
comment on table private.payments is 'One row while a payment service is connected, none otherwise: then every sharer is active.';
alter table private.payments enable row level security;
create policy admin_all on private.payments for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.payments to service_role;
grant delete, insert, select, update on private.payments to telloom_admin;

-- private.removed_asset --------------------------------------------------------------------------
create table private.removed_asset (
  id uuid default gen_random_uuid() not null,
  "assetId" text,
  "uploadId" text,
  "removedAt" timestamp with time zone default now() not null,
  constraint removed_asset_pkey PRIMARY KEY (id)
);
comment on table private.removed_asset is 'Deleted here, and to be deleted at Mux: until Mux has done it.';
alter table private.removed_asset enable row level security;
create policy admin_all on private.removed_asset for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.removed_asset to service_role;
grant delete, insert, select, update on private.removed_asset to telloom_admin;

-- private.removed_attachment ---------------------------------------------------------------------
create table private.removed_attachment (
  id uuid not null,
  attachment jsonb not null,
  upload jsonb,
  tags jsonb not null,
  "removedAt" timestamp with time zone default now() not null,
  constraint removed_attachment_pkey PRIMARY KEY (id)
);
comment on table private.removed_attachment is 'Attachments as they were when they were deleted, until their files are gone too.';
alter table private.removed_attachment enable row level security;
create policy admin_all on private.removed_attachment for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.removed_attachment to service_role;
grant delete, insert, select, update on private.removed_attachment to telloom_admin;

-- private.removed_part ---------------------------------------------------------------------------
create table private.removed_part (
  "videoId" uuid not null,
  "removedAt" timestamp with time zone default now() not null,
  constraint removed_part_pkey PRIMARY KEY ("videoId")
);
comment on table private.removed_part is 'As removed_upload, of recordings that were parts of others and had no original.';
alter table private.removed_part enable row level security;
create policy admin_all on private.removed_part for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.removed_part to service_role;
grant delete, insert, select, update on private.removed_part to telloom_admin;

-- private.removed_upload -------------------------------------------------------------------------
create table private.removed_upload (
  "uploadId" uuid not null,
  "videoId" uuid not null,
  "removedAt" timestamp with time zone default now() not null,
  constraint removed_upload_pkey PRIMARY KEY ("uploadId")
);
comment on table private.removed_upload is 'Uploads whose recording was deleted, until their files are gone too.';
alter table private.removed_upload enable row level security;
create policy admin_all on private.removed_upload for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.removed_upload to service_role;
grant delete, insert, select, update on private.removed_upload to telloom_admin;

-- private.revenuecat_customer --------------------------------------------------------------------
create table private.revenuecat_customer (
  id text not null,
  "fetchedAt" timestamp with time zone not null,
  constraint revenuecat_customer_pkey PRIMARY KEY (id)
);
comment on table private.revenuecat_customer is 'When a customer was last fetched whole.';
alter table private.revenuecat_customer enable row level security;
create policy admin_all on private.revenuecat_customer for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.revenuecat_customer to service_role;
grant delete, insert, select, update on private.revenuecat_customer to telloom_admin;

-- private.revenuecat_event -----------------------------------------------------------------------
create table private.revenuecat_event (
  id text not null,
  type text not null,
  customers text[] not null,
  "isKnown" boolean not null,
  payload text not null,
  "receivedAt" timestamp with time zone default now() not null,
  key uuid default gen_random_uuid() not null,
  constraint revenuecat_event_pkey PRIMARY KEY (id),
  constraint revenuecat_event_key_key UNIQUE (key)
);
comment on table private.revenuecat_event is 'Each event once, by its id: a repeated delivery does nothing. isKnown: it named a person of ours. payload is the text as it came.';
CREATE INDEX "revenuecat_event_receivedAt_idx" ON private.revenuecat_event USING btree ("receivedAt");
alter table private.revenuecat_event enable row level security;
create policy admin_all on private.revenuecat_event for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.revenuecat_event to service_role;
grant delete, insert, select, update on private.revenuecat_event to telloom_admin;

-- private.setup_token ----------------------------------------------------------------------------
create table private.setup_token (
  token_hash text not null,
  created_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint setup_token_pkey PRIMARY KEY (token_hash),
  constraint setup_token_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table private.setup_token is 'One-time links that make the first admin: the hex SHA-256 of the token in the link.';
alter table private.setup_token enable row level security;

-- private.upload ---------------------------------------------------------------------------------
create table private.upload (
  id uuid default gen_random_uuid() not null,
  "videoId" uuid not null,
  "createdBy" uuid,
  "idempotencyKey" uuid,
  kind text not null,
  "fileName" text,
  "contentType" text not null,
  bytes bigint,
  sha256 text,
  "createdAt" timestamp with time zone default now() not null,
  "completedAt" timestamp with time zone,
  "arrivedSeconds" double precision,
  "topicId" uuid,
  constraint upload_pkey PRIMARY KEY (id),
  constraint "upload_createdBy_idempotencyKey_key" UNIQUE ("createdBy", "idempotencyKey"),
  constraint "upload_videoId_key" UNIQUE ("videoId"),
  constraint "upload_arrivedSeconds_check" CHECK (("arrivedSeconds" >= (0)::double precision)),
  constraint upload_bytes_check CHECK ((bytes >= 0)),
  constraint upload_kind_check CHECK ((kind = ANY (ARRAY['video'::text, 'audio'::text]))),
  constraint "upload_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES public."Profile"(id) ON DELETE SET NULL,
  constraint "upload_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES public."PromptCategory"(id) ON DELETE SET NULL,
  constraint "upload_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES public."Video"(id) ON DELETE CASCADE
);
comment on table private.upload is 'One upload for each recording. bytes and sha256 are those of the whole original, known when completedAt is.';
comment on column private.upload."arrivedSeconds" is 'How much of the recording the bytes hold that are on the disk, as the recorder counts. Null for files.';
comment on column private.upload."topicId" is 'The topic that the recording sums up. Null: it answers a question.';
CREATE INDEX "upload_topicId_idx" ON private.upload USING btree ("topicId");
CREATE TRIGGER upload_note_removed AFTER DELETE ON private.upload FOR EACH ROW EXECUTE FUNCTION private.note_removed_upload();
alter table private.upload enable row level security;
create policy admin_all on private.upload for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.upload to service_role;
grant delete, insert, select, update on private.upload to telloom_admin;

-- private.video_transition -----------------------------------------------------------------------
create table private.video_transition (
  event text not null,
  "from" public."VideoStatus" not null,
  "to" public."VideoStatus" not null,
  constraint video_transition_pkey PRIMARY KEY (event, "from")
);
comment on table private.video_transition is 'What each event does in each status. An event without a row here changes no status.';
alter table private.video_transition enable row level security;
create policy admin_all on private.video_transition for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on private.video_transition to service_role;
grant delete, insert, select, update on private.video_transition to telloom_admin;

-- public."AccountDeletion" -----------------------------------------------------------------------
create table public."AccountDeletion" (
  "profileId" uuid default private.uid() not null,
  "askedAt" timestamp with time zone default now() not null,
  "dueAt" timestamp with time zone default (now() + '14 days'::interval) not null,
  constraint "AccountDeletion_pkey" PRIMARY KEY ("profileId"),
  constraint "AccountDeletion_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table public."AccountDeletion" is 'Who asked that their account and all that is theirs be deleted, and when that happens. Until then everything is as it was, and a delete of the row takes it back.';
CREATE INDEX "AccountDeletion_dueAt_idx" ON public."AccountDeletion" USING btree ("dueAt");
CREATE TRIGGER account_deletion_guard BEFORE INSERT OR DELETE ON public."AccountDeletion" FOR EACH ROW WHEN ((CURRENT_USER = 'authenticated'::name)) EXECUTE FUNCTION private.guard_leaving();
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."AccountDeletion" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."AccountDeletion" enable row level security;
create policy admin_all on public."AccountDeletion" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."AccountDeletion" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."AccountDeletion" for insert to authenticated
  with check (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_select on public."AccountDeletion" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert ("profileId") on public."AccountDeletion" to authenticated;
grant delete, insert, select, update on public."AccountDeletion" to service_role;
grant delete, insert, select, update on public."AccountDeletion" to telloom_admin;

-- public."ContactPreference" ---------------------------------------------------------------------
create table public."ContactPreference" (
  "profileId" uuid not null,
  language text,
  "timeZone" text,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "ContactPreference_pkey" PRIMARY KEY ("profileId"),
  constraint "ContactPreference_language_check" CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint "ContactPreference_timeZone_check" CHECK (((length("timeZone") <= 64) AND (("timeZone" IS NULL) OR (private.hour_in("timeZone", '2026-01-01 00:00:00+00'::timestamp with time zone) IS NOT NULL)))),
  constraint "ContactPreference_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table public."ContactPreference" is 'In which language and at what hours Telloom writes to a person, as their browser said last.';
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ContactPreference" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER contact_preference_touch BEFORE UPDATE ON public."ContactPreference" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."ContactPreference" enable row level security;
create policy admin_all on public."ContactPreference" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_insert on public."ContactPreference" for insert to authenticated
  with check (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_select on public."ContactPreference" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_update on public."ContactPreference" for update to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant select, insert ("profileId", language, "timeZone"), update (language, "timeZone") on public."ContactPreference" to authenticated;
grant delete, insert, select, update on public."ContactPreference" to service_role;
grant delete, insert, select, update on public."ContactPreference" to telloom_admin;

-- public."EarlierTelling" ------------------------------------------------------------------------
create table public."EarlierTelling" (
  id uuid default gen_random_uuid() not null,
  "promptResponseId" uuid,
  "topicVideoId" uuid,
  "videoId" uuid not null,
  "profileSharerId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "EarlierTelling_pkey" PRIMARY KEY (id),
  constraint "EarlierTelling_videoId_key" UNIQUE ("videoId"),
  constraint "EarlierTelling_check" CHECK ((num_nonnulls("promptResponseId", "topicVideoId") = 1)),
  constraint "EarlierTelling_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "EarlierTelling_promptResponseId_profileSharerId_fkey" FOREIGN KEY ("promptResponseId", "profileSharerId") REFERENCES public."PromptResponse"(id, "profileSharerId") ON DELETE CASCADE,
  constraint "EarlierTelling_topicVideoId_profileSharerId_fkey" FOREIGN KEY ("topicVideoId", "profileSharerId") REFERENCES public."TopicVideo"(id, "profileSharerId") ON DELETE CASCADE,
  constraint "EarlierTelling_videoId_profileSharerId_fkey" FOREIGN KEY ("videoId", "profileSharerId") REFERENCES public."Video"(id, "profileSharerId") ON DELETE CASCADE
);
comment on table public."EarlierTelling" is 'Recordings that a story or a topic video showed before. Written by a trigger alone, so that none is lost, whoever changes what is shown.';
comment on column public."EarlierTelling"."createdAt" is 'When another recording took its place.';
CREATE INDEX "EarlierTelling_profileSharerId_idx" ON public."EarlierTelling" USING btree ("profileSharerId");
CREATE INDEX "EarlierTelling_promptResponseId_createdAt_idx" ON public."EarlierTelling" USING btree ("promptResponseId", "createdAt" DESC);
CREATE INDEX "EarlierTelling_topicVideoId_createdAt_idx" ON public."EarlierTelling" USING btree ("topicVideoId", "createdAt" DESC);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."EarlierTelling" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER earlier_telling_change AFTER INSERT OR DELETE OR UPDATE ON public."EarlierTelling" FOR EACH ROW EXECUTE FUNCTION private.note_change();
alter table public."EarlierTelling" enable row level security;
create policy admin_all on public."EarlierTelling" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_select on public."EarlierTelling" for select to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
grant select on public."EarlierTelling" to authenticated;
grant delete, insert, select, update on public."EarlierTelling" to service_role;
grant delete, insert, select, update on public."EarlierTelling" to telloom_admin;

-- public."Entitlement" ---------------------------------------------------------------------------
create table public."Entitlement" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "lookupKey" text,
  "displayName" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Entitlement_pkey" PRIMARY KEY (id),
  constraint "Entitlement_revenuecatId_key" UNIQUE ("revenuecatId")
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Entitlement" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER entitlement_touch BEFORE UPDATE ON public."Entitlement" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Entitlement" enable row level security;
create policy admin_all on public."Entitlement" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy signed_in_select on public."Entitlement" for select to authenticated
  using ((( SELECT private.uid() AS uid) IS NOT NULL));
grant select on public."Entitlement" to authenticated;
grant delete, insert, select, update on public."Entitlement" to service_role;
grant delete, insert, select, update on public."Entitlement" to telloom_admin;

-- public."FollowLink" ----------------------------------------------------------------------------
create table public."FollowLink" (
  "sharerId" uuid not null,
  code text default replace((gen_random_uuid())::text, '-'::text, ''::text) not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "FollowLink_pkey" PRIMARY KEY ("sharerId"),
  constraint "FollowLink_code_key" UNIQUE (code),
  constraint "FollowLink_sharerId_fkey" FOREIGN KEY ("sharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on table public."FollowLink" is 'Whoever has the code sees the storyteller''s name, and may ask to follow. Made anew, the one before leads nowhere.';
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."FollowLink" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."FollowLink" enable row level security;
create policy admin_all on public."FollowLink" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."FollowLink" for delete to authenticated
  using (("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."FollowLink" for insert to authenticated
  with check (("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_select on public."FollowLink" for select to authenticated
  using (("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
grant delete, select, insert ("sharerId") on public."FollowLink" to authenticated;
grant delete, insert, select, update on public."FollowLink" to service_role;
grant delete, insert, select, update on public."FollowLink" to telloom_admin;

-- public."FollowRequest" -------------------------------------------------------------------------
create table public."FollowRequest" (
  id uuid default gen_random_uuid() not null,
  "sharerId" uuid not null,
  "requestorId" uuid not null,
  status public.follow_request_status default 'PENDING'::public.follow_request_status not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "approvedAt" timestamp with time zone,
  "deniedAt" timestamp with time zone,
  "askedAs" text,
  constraint "FollowRequest_pkey" PRIMARY KEY (id),
  constraint "FollowRequest_sharerId_requestorId_key" UNIQUE ("sharerId", "requestorId"),
  constraint "FollowRequest_requestorId_fkey" FOREIGN KEY ("requestorId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "FollowRequest_sharerId_fkey" FOREIGN KEY ("sharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on column public."FollowRequest"."askedAs" is 'The name of who asks, when they asked: it stays readable for managers who said no and might say yes.';
CREATE INDEX "FollowRequest_requestorId_idx" ON public."FollowRequest" USING btree ("requestorId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."FollowRequest" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER follow_request_change AFTER INSERT OR DELETE OR UPDATE ON public."FollowRequest" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER follow_request_guard BEFORE UPDATE ON public."FollowRequest" FOR EACH ROW WHEN ((CURRENT_USER = 'authenticated'::name)) EXECUTE FUNCTION private.guard_follow_request();
CREATE TRIGGER follow_request_log AFTER INSERT OR DELETE ON public."FollowRequest" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('followRequest', 'sharerId', 'status');
CREATE TRIGGER follow_request_log_change AFTER UPDATE ON public."FollowRequest" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old.status IS DISTINCT FROM new.status))) EXECUTE FUNCTION private.write_log('followRequest', 'sharerId', 'status');
CREATE TRIGGER follow_request_name BEFORE INSERT ON public."FollowRequest" FOR EACH ROW EXECUTE FUNCTION private.name_requestor();
CREATE TRIGGER follow_request_tell AFTER INSERT ON public."FollowRequest" FOR EACH ROW WHEN ((new.status = 'PENDING'::public.follow_request_status)) EXECUTE FUNCTION private.tell_of_follow_request();
CREATE TRIGGER handle_approved_follow_request AFTER UPDATE ON public."FollowRequest" FOR EACH ROW EXECUTE FUNCTION public.handle_approved_follow_request();
CREATE TRIGGER update_follow_request_status_timestamps BEFORE UPDATE ON public."FollowRequest" FOR EACH ROW EXECUTE FUNCTION public.update_follow_request_status_timestamps();
CREATE TRIGGER update_follow_request_updated_at BEFORE UPDATE ON public."FollowRequest" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."FollowRequest" enable row level security;
create policy admin_all on public."FollowRequest" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_update on public."FollowRequest" for update to authenticated
  using (("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy requestor_delete on public."FollowRequest" for delete to authenticated
  using ((("requestorId" = ( SELECT private.uid() AS uid)) AND (status = 'PENDING'::public.follow_request_status)));
create policy requestor_insert on public."FollowRequest" for insert to authenticated
  with check ((("requestorId" = ( SELECT private.uid() AS uid)) AND (status = 'PENDING'::public.follow_request_status) AND ("sharerId" <> ALL (( SELECT private.owned_sharers() AS owned_sharers)::uuid[]))));
create policy tied_select on public."FollowRequest" for select to authenticated
  using ((("requestorId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))));
grant delete, select, insert (id, "sharerId", "requestorId", status), update (status) on public."FollowRequest" to authenticated;
grant delete, insert, select, update on public."FollowRequest" to service_role;
grant delete, insert, select, update on public."FollowRequest" to telloom_admin;

-- public."Invitation" ----------------------------------------------------------------------------
create table public."Invitation" (
  id uuid default gen_random_uuid() not null,
  "sharerId" uuid not null,
  "inviterId" uuid,
  "inviteeEmail" text not null,
  role public."Role" not null,
  status public."InvitationStatus" default 'PENDING'::public."InvitationStatus" not null,
  token text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "acceptedAt" timestamp without time zone,
  constraint "Invitation_pkey" PRIMARY KEY (id),
  constraint "Invitation_token_key" UNIQUE (token),
  constraint "Invitation_role_check" CHECK ((role = ANY (ARRAY['LISTENER'::public."Role", 'EXECUTOR'::public."Role"]))),
  constraint "Invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES public."Profile"(id) ON DELETE SET NULL,
  constraint "Invitation_sharerId_fkey" FOREIGN KEY ("sharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on column public."Invitation".token is 'The hex SHA-256 of the raw token''s UTF-8 bytes. The raw token is in the mail and nowhere else.';
CREATE INDEX "Invitation_inviterId_idx" ON public."Invitation" USING btree ("inviterId");
CREATE INDEX "Invitation_lower_idx" ON public."Invitation" USING btree (lower("inviteeEmail"));
CREATE INDEX "Invitation_sharerId_createdAt_idx" ON public."Invitation" USING btree ("sharerId", "createdAt" DESC);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Invitation" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER invitation_change AFTER INSERT OR DELETE OR UPDATE ON public."Invitation" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER invitation_log AFTER INSERT OR DELETE ON public."Invitation" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('invitation', 'sharerId', 'status', 'role');
CREATE TRIGGER invitation_log_change AFTER UPDATE ON public."Invitation" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND ((old.status IS DISTINCT FROM new.status) OR (old.role IS DISTINCT FROM new.role)))) EXECUTE FUNCTION private.write_log('invitation', 'sharerId', 'status', 'role');
CREATE TRIGGER invitation_tell AFTER INSERT ON public."Invitation" FOR EACH ROW WHEN ((new.status = 'PENDING'::public."InvitationStatus")) EXECUTE FUNCTION private.tell_of_invitation();
CREATE TRIGGER invitation_tell_answer AFTER UPDATE OF status ON public."Invitation" FOR EACH ROW WHEN (((old.status = 'PENDING'::public."InvitationStatus") AND (new.status = ANY (ARRAY['ACCEPTED'::public."InvitationStatus", 'DECLINED'::public."InvitationStatus"])))) EXECUTE FUNCTION private.tell_of_answer();
CREATE TRIGGER invitation_touch BEFORE UPDATE ON public."Invitation" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Invitation" enable row level security;
create policy admin_all on public."Invitation" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."Invitation" for delete to authenticated
  using ((("sharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[])) OR ((role = 'LISTENER'::public."Role") AND ("sharerId" = ANY (( SELECT private.executed_sharers() AS executed_sharers)::uuid[])))));
create policy manager_update on public."Invitation" for update to authenticated
  using (((status = 'PENDING'::public."InvitationStatus") AND (("sharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[])) OR ((role = 'LISTENER'::public."Role") AND ("sharerId" = ANY (( SELECT private.executed_sharers() AS executed_sharers)::uuid[]))))))
  with check ((status = ANY (ARRAY['DECLINED'::public."InvitationStatus", 'EXPIRED'::public."InvitationStatus"])));
create policy tied_select on public."Invitation" for select to authenticated
  using ((("sharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[])) OR ((role = 'LISTENER'::public."Role") AND ("sharerId" = ANY (( SELECT private.executed_sharers() AS executed_sharers)::uuid[]))) OR (lower("inviteeEmail") = ( SELECT private.my_confirmed_email() AS my_confirmed_email))));
grant delete, select (id, "sharerId", "inviterId", "inviteeEmail", role, status, "createdAt", "updatedAt", "acceptedAt"), update (status) on public."Invitation" to authenticated;
grant delete, insert, select, update on public."Invitation" to service_role;
grant delete, insert, update, select (id, "sharerId", "inviterId", "inviteeEmail", role, status, "createdAt", "updatedAt", "acceptedAt") on public."Invitation" to telloom_admin;

-- public."Notification" --------------------------------------------------------------------------
create table public."Notification" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  kind text not null,
  "profileSharerId" uuid not null,
  "subjectId" uuid not null,
  "personId" uuid,
  "lineId" uuid generated always as (
CASE
    WHEN (kind = ANY (ARRAY['story'::text, 'recording-ready'::text])) THEN "profileSharerId"
    ELSE "subjectId"
END) stored not null,
  "createdAt" timestamp with time zone default now() not null,
  "readAt" timestamp with time zone,
  "mailedAt" timestamp with time zone,
  "pushedAt" timestamp with time zone,
  constraint "Notification_pkey" PRIMARY KEY (id),
  constraint "Notification_subjectId_kind_profileId_key" UNIQUE ("subjectId", kind, "profileId"),
  constraint "Notification_kind_check" CHECK ((kind = ANY (ARRAY['story'::text, 'follow-request'::text, 'invitation'::text, 'invitation-answered'::text, 'access-given'::text, 'access-paused'::text, 'recording-ready'::text, 'recording-failed'::text]))),
  constraint "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES public."Profile"(id) ON DELETE SET NULL,
  constraint "Notification_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "Notification_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on table public."Notification" is 'Written by triggers alone, in the transaction of what it tells of. Holds no words and no names.';
comment on column public."Notification"."subjectId" is 'The PromptResponse, FollowRequest, Invitation, ProfileListener or Video that the kind speaks of. No foreign key: a row whose subject is gone shows nothing, and is cleared away with its age.';
comment on column public."Notification"."personId" is 'Whose name it is about, where that is not the storyteller. Shown as far as the reader may see their card.';
comment on column public."Notification"."lineId" is 'Rows of one kind and lineId that are unread, or were read together, are one line of the list.';
comment on column public."Notification"."mailedAt" is 'When a mail told of it.';
comment on column public."Notification"."pushedAt" is 'When devices were told that there is something new.';
CREATE INDEX "Notification_personId_idx" ON public."Notification" USING btree ("personId");
CREATE INDEX "Notification_profileId_createdAt_idx" ON public."Notification" USING btree ("profileId", "createdAt" DESC);
CREATE INDEX "Notification_profileId_idx" ON public."Notification" USING btree ("profileId") WHERE ("readAt" IS NULL);
CREATE INDEX "Notification_profileSharerId_idx" ON public."Notification" USING btree ("profileSharerId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Notification" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER notification_push AFTER INSERT ON public."Notification" FOR EACH ROW EXECUTE FUNCTION private.ask_for_push();
alter table public."Notification" enable row level security;
create policy admin_all on public."Notification" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_select on public."Notification" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_update on public."Notification" for update to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant select, update ("readAt") on public."Notification" to authenticated;
grant delete, insert, select, update on public."Notification" to service_role;
grant delete, insert, select, update on public."Notification" to telloom_admin;

-- public."NotificationSwitch" --------------------------------------------------------------------
create table public."NotificationSwitch" (
  "profileId" uuid not null,
  about text not null,
  channel text not null,
  "isOn" boolean not null,
  constraint "NotificationSwitch_pkey" PRIMARY KEY ("profileId", about, channel),
  constraint "NotificationSwitch_about_check" CHECK ((about = ANY (ARRAY['stories'::text, 'people'::text, 'access'::text, 'recordings'::text]))),
  constraint "NotificationSwitch_channel_check" CHECK ((channel = ANY (ARRAY['app'::text, 'mail'::text, 'push'::text]))),
  constraint "NotificationSwitch_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table public."NotificationSwitch" is 'What a person switched on or off. Where there is no row, the default of api.notification_switch holds.';
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."NotificationSwitch" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."NotificationSwitch" enable row level security;
create policy admin_all on public."NotificationSwitch" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_insert on public."NotificationSwitch" for insert to authenticated
  with check (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_select on public."NotificationSwitch" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_update on public."NotificationSwitch" for update to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant insert, select, update ("isOn") on public."NotificationSwitch" to authenticated;
grant delete, insert, select, update on public."NotificationSwitch" to service_role;
grant delete, insert, select, update on public."NotificationSwitch" to telloom_admin;

-- public."Object" --------------------------------------------------------------------------------
create table public."Object" (
  id uuid default gen_random_uuid() not null,
  "userId" uuid not null,
  "objectName" text,
  "objectDescription" text,
  "airtableRecordId" text,
  "promptResponseId" uuid,
  "categoryId" uuid,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  search_vector tsvector,
  constraint "Object_pkey" PRIMARY KEY (id),
  constraint "Object_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES public."ObjectCategory"(id) ON DELETE SET NULL,
  constraint "Object_promptResponseId_fkey" FOREIGN KEY ("promptResponseId") REFERENCES public."PromptResponse"(id) ON DELETE SET NULL,
  constraint "Object_userId_fkey" FOREIGN KEY ("userId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
CREATE INDEX "Object_categoryId_idx" ON public."Object" USING btree ("categoryId");
CREATE INDEX "Object_promptResponseId_idx" ON public."Object" USING btree ("promptResponseId");
CREATE INDEX "Object_userId_idx" ON public."Object" USING btree ("userId");
CREATE INDEX "Object_userId_search_vector_idx" ON public."Object" USING gin ("userId", search_vector);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Object" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER object_change AFTER INSERT OR DELETE OR UPDATE ON public."Object" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER object_log AFTER INSERT OR DELETE ON public."Object" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('object', 'userId', 'objectName', 'objectDescription', 'promptResponseId', 'categoryId');
CREATE TRIGGER object_log_change AFTER UPDATE ON public."Object" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND ((((old."objectName" IS DISTINCT FROM new."objectName") OR (old."objectDescription" IS DISTINCT FROM new."objectDescription")) OR (old."promptResponseId" IS DISTINCT FROM new."promptResponseId")) OR (old."categoryId" IS DISTINCT FROM new."categoryId")))) EXECUTE FUNCTION private.write_log('object', 'userId', 'objectName', 'objectDescription', 'promptResponseId', 'categoryId');
CREATE TRIGGER object_search BEFORE INSERT OR UPDATE OF "objectName", "objectDescription", search_vector ON public."Object" FOR EACH ROW EXECUTE FUNCTION private.index_object();
CREATE TRIGGER object_touch BEFORE UPDATE ON public."Object" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Object" enable row level security;
create policy admin_all on public."Object" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."Object" for delete to authenticated
  using ((("userId" = ( SELECT private.uid() AS uid)) OR ("userId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
create policy manager_insert on public."Object" for insert to authenticated
  with check (((("userId" = ( SELECT private.uid() AS uid)) OR ("userId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))) AND (("promptResponseId" IS NULL) OR (EXISTS ( SELECT
   FROM (public."PromptResponse" r
     JOIN public."ProfileSharer" s ON ((s.id = r."profileSharerId")))
  WHERE ((r.id = "Object"."promptResponseId") AND (s."profileId" = "Object"."userId")))))));
create policy manager_update on public."Object" for update to authenticated
  using ((("userId" = ( SELECT private.uid() AS uid)) OR ("userId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))))
  with check ((("promptResponseId" IS NULL) OR (EXISTS ( SELECT
   FROM (public."PromptResponse" r
     JOIN public."ProfileSharer" s ON ((s.id = r."profileSharerId")))
  WHERE ((r.id = "Object"."promptResponseId") AND (s."profileId" = "Object"."userId"))))));
create policy reader_select on public."Object" for select to authenticated
  using ((("userId" = ( SELECT private.uid() AS uid)) OR ("userId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[])) OR (EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r.id = "Object"."promptResponseId")))));
grant delete, select, insert (id, "userId", "objectName", "objectDescription", "promptResponseId", "categoryId"), update ("objectName", "objectDescription", "promptResponseId", "categoryId") on public."Object" to authenticated;
grant delete, insert, select, update on public."Object" to service_role;
grant delete, insert, select, update on public."Object" to telloom_admin;

-- public."ObjectCategory" ------------------------------------------------------------------------
create table public."ObjectCategory" (
  id uuid default gen_random_uuid() not null,
  "categoryName" text,
  description text,
  "airtableRecordId" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "ObjectCategory_pkey" PRIMARY KEY (id)
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ObjectCategory" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER object_category_touch BEFORE UPDATE ON public."ObjectCategory" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."ObjectCategory" enable row level security;
create policy admin_all on public."ObjectCategory" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy signed_in_select on public."ObjectCategory" for select to authenticated
  using ((( SELECT private.uid() AS uid) IS NOT NULL));
grant select on public."ObjectCategory" to authenticated;
grant delete, insert, select, update on public."ObjectCategory" to service_role;
grant delete, insert, select, update on public."ObjectCategory" to telloom_admin;

-- public."Offering" ------------------------------------------------------------------------------
create table public."Offering" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "lookupKey" text,
  "displayName" text,
  "isCurrent" boolean,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Offering_pkey" PRIMARY KEY (id),
  constraint "Offering_revenuecatId_key" UNIQUE ("revenuecatId")
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Offering" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER offering_touch BEFORE UPDATE ON public."Offering" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Offering" enable row level security;
create policy admin_all on public."Offering" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy signed_in_select on public."Offering" for select to authenticated
  using ((( SELECT private.uid() AS uid) IS NOT NULL));
grant select on public."Offering" to authenticated;
grant delete, insert, select, update on public."Offering" to service_role;
grant delete, insert, select, update on public."Offering" to telloom_admin;

-- public."Package" -------------------------------------------------------------------------------
create table public."Package" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "offeringId" uuid,
  "productId" uuid,
  "lookupKey" text,
  "displayName" text,
  "position" integer,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Package_pkey" PRIMARY KEY (id),
  constraint "Package_revenuecatId_key" UNIQUE ("revenuecatId"),
  constraint "Package_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES public."Offering"(id) ON DELETE CASCADE,
  constraint "Package_productId_fkey" FOREIGN KEY ("productId") REFERENCES public."Product"(id) ON DELETE SET NULL
);
CREATE INDEX "Package_offeringId_idx" ON public."Package" USING btree ("offeringId");
CREATE INDEX "Package_productId_idx" ON public."Package" USING btree ("productId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Package" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER package_touch BEFORE UPDATE ON public."Package" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Package" enable row level security;
create policy admin_all on public."Package" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy signed_in_select on public."Package" for select to authenticated
  using ((( SELECT private.uid() AS uid) IS NOT NULL));
grant select on public."Package" to authenticated;
grant delete, insert, select, update on public."Package" to service_role;
grant delete, insert, select, update on public."Package" to telloom_admin;

-- public."PersonTag" -----------------------------------------------------------------------------
create table public."PersonTag" (
  id uuid default gen_random_uuid() not null,
  name text,
  "profileSharerId" uuid not null,
  relation public.person_relation,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "nameKey" text,
  constraint "PersonTag_pkey" PRIMARY KEY (id),
  constraint "PersonTag_id_profileSharerId_key" UNIQUE (id, "profileSharerId"),
  constraint "PersonTag_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on column public."PersonTag"."nameKey" is 'The name as private.name_key(), a blank in front of each word: what search compares.';
CREATE INDEX "PersonTag_profileSharerId_idx" ON public."PersonTag" USING btree ("profileSharerId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PersonTag" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER person_tag_change AFTER INSERT OR DELETE OR UPDATE ON public."PersonTag" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER person_tag_log AFTER INSERT OR DELETE ON public."PersonTag" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('person', 'profileSharerId', 'name', 'relation');
CREATE TRIGGER person_tag_log_change AFTER UPDATE ON public."PersonTag" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND ((old.name IS DISTINCT FROM new.name) OR (old.relation IS DISTINCT FROM new.relation)))) EXECUTE FUNCTION private.write_log('person', 'profileSharerId', 'name', 'relation');
CREATE TRIGGER person_tag_name_key BEFORE INSERT OR UPDATE OF name, "nameKey" ON public."PersonTag" FOR EACH ROW EXECUTE FUNCTION private.note_name_key();
CREATE TRIGGER person_tag_refresh_search AFTER UPDATE OF name ON public."PersonTag" FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION private.refresh_search_of_person();
CREATE TRIGGER person_tag_touch BEFORE UPDATE ON public."PersonTag" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."PersonTag" enable row level security;
create policy admin_all on public."PersonTag" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."PersonTag" for delete to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."PersonTag" for insert to authenticated
  with check (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_update on public."PersonTag" for update to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_select on public."PersonTag" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])) OR (EXISTS ( SELECT
   FROM public."PromptResponseAttachmentPersonTag" j
  WHERE (j."personTagId" = "PersonTag".id)))));
grant delete, select, insert (id, name, "profileSharerId", relation), update (name, relation) on public."PersonTag" to authenticated;
grant delete, insert, select, update on public."PersonTag" to service_role;
grant delete, insert, select, update on public."PersonTag" to telloom_admin;

-- public."Product" -------------------------------------------------------------------------------
create table public."Product" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "storeIdentifier" text,
  type text,
  "displayName" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Product_pkey" PRIMARY KEY (id),
  constraint "Product_revenuecatId_key" UNIQUE ("revenuecatId")
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Product" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER product_touch BEFORE UPDATE ON public."Product" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Product" enable row level security;
create policy admin_all on public."Product" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy signed_in_select on public."Product" for select to authenticated
  using ((( SELECT private.uid() AS uid) IS NOT NULL));
grant select on public."Product" to authenticated;
grant delete, insert, select, update on public."Product" to service_role;
grant delete, insert, select, update on public."Product" to telloom_admin;

-- public."Profile" -------------------------------------------------------------------------------
create table public."Profile" (
  id uuid default gen_random_uuid() not null,
  "fullName" text,
  username text,
  "avatarUrl" text,
  email text,
  "passwordHash" text,
  "firstName" text,
  "lastName" text,
  phone text,
  "revenuecatAppUserId" text,
  status text,
  "isAdmin" boolean default false not null,
  "airtableRecordId" text,
  "addressStreet" text,
  "addressUnit" text,
  "addressCity" text,
  "addressState" text,
  "addressZipcode" text,
  "executorFirstName" text,
  "executorLastName" text,
  "executorRelation" text,
  "executorPhone" text,
  "executorEmail" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Profile_pkey" PRIMARY KEY (id),
  constraint "Profile_email_key" UNIQUE (email),
  constraint "Profile_passwordHash_key" UNIQUE ("passwordHash"),
  constraint "Profile_username_key" UNIQUE (username)
);
CREATE INDEX "Profile_createdAt_id_idx" ON public."Profile" USING btree ("createdAt" DESC, id DESC);
CREATE INDEX "Profile_revenuecatAppUserId_idx" ON public."Profile" USING btree ("revenuecatAppUserId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Profile" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER full_name_update BEFORE INSERT OR UPDATE OF "firstName", "lastName" ON public."Profile" FOR EACH ROW EXECUTE FUNCTION public.update_full_name();
CREATE TRIGGER profile_change AFTER INSERT OR DELETE OR UPDATE ON public."Profile" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER profile_forget_sign_in AFTER DELETE ON public."Profile" FOR EACH ROW EXECUTE FUNCTION private.forget_sign_in();
CREATE TRIGGER profile_updated BEFORE UPDATE ON public."Profile" FOR EACH ROW EXECUTE FUNCTION public.handle_profile_updated();
alter table public."Profile" enable row level security;
create policy admin_all on public."Profile" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."Profile" for delete to authenticated
  using ((id = ( SELECT private.uid() AS uid)));
create policy self_select on public."Profile" for select to authenticated
  using ((id = ( SELECT private.uid() AS uid)));
create policy self_update on public."Profile" for update to authenticated
  using ((id = ( SELECT private.uid() AS uid)));
grant delete, select (id, "fullName", username, "avatarUrl", email, "firstName", "lastName", phone, "revenuecatAppUserId", status, "isAdmin", "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt"), update ("fullName", username, "avatarUrl", "firstName", "lastName", phone, "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail") on public."Profile" to authenticated;
grant delete, select, insert (id, "fullName", username, "avatarUrl", email, "passwordHash", "firstName", "lastName", phone, "revenuecatAppUserId", status, "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt"), update (id, "fullName", username, "avatarUrl", email, "passwordHash", "firstName", "lastName", phone, "revenuecatAppUserId", status, "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt") on public."Profile" to service_role;
grant delete, insert (id, "fullName", username, "avatarUrl", email, "firstName", "lastName", phone, "revenuecatAppUserId", status, "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt"), select (id, "fullName", username, "avatarUrl", email, "firstName", "lastName", phone, "revenuecatAppUserId", status, "isAdmin", "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt"), update (id, "fullName", username, "avatarUrl", email, "firstName", "lastName", phone, "revenuecatAppUserId", status, "airtableRecordId", "addressStreet", "addressUnit", "addressCity", "addressState", "addressZipcode", "executorFirstName", "executorLastName", "executorRelation", "executorPhone", "executorEmail", "createdAt", "updatedAt") on public."Profile" to telloom_admin;

-- public."ProfileExecutor" -----------------------------------------------------------------------
create table public."ProfileExecutor" (
  id uuid default gen_random_uuid() not null,
  "sharerId" uuid not null,
  "executorId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "ProfileExecutor_pkey" PRIMARY KEY (id),
  constraint "ProfileExecutor_sharerId_key" UNIQUE ("sharerId"),
  constraint "ProfileExecutor_executorId_fkey" FOREIGN KEY ("executorId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "ProfileExecutor_sharerId_fkey" FOREIGN KEY ("sharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
CREATE INDEX "ProfileExecutor_executorId_idx" ON public."ProfileExecutor" USING btree ("executorId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ProfileExecutor" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER profile_executor_change AFTER INSERT OR DELETE OR UPDATE ON public."ProfileExecutor" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER profile_executor_drop_role AFTER DELETE OR UPDATE OF "executorId" ON public."ProfileExecutor" FOR EACH ROW EXECUTE FUNCTION private.drop_executor_role();
CREATE TRIGGER profile_executor_log AFTER INSERT OR DELETE ON public."ProfileExecutor" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('keeper', 'sharerId', 'executorId');
CREATE TRIGGER profile_executor_log_change AFTER UPDATE ON public."ProfileExecutor" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."executorId" IS DISTINCT FROM new."executorId"))) EXECUTE FUNCTION private.write_log('keeper', 'sharerId', 'executorId');
alter table public."ProfileExecutor" enable row level security;
create policy admin_all on public."ProfileExecutor" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy tied_delete on public."ProfileExecutor" for delete to authenticated
  using ((("executorId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[]))));
create policy tied_select on public."ProfileExecutor" for select to authenticated
  using ((("executorId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[]))));
grant delete, select on public."ProfileExecutor" to authenticated;
grant delete, insert, select, update on public."ProfileExecutor" to service_role;
grant delete, insert, select, update on public."ProfileExecutor" to telloom_admin;

-- public."ProfileListener" -----------------------------------------------------------------------
create table public."ProfileListener" (
  id uuid default gen_random_uuid() not null,
  "listenerId" uuid not null,
  "sharerId" uuid not null,
  "sharedSince" timestamp with time zone default now() not null,
  "hasAccess" boolean default true not null,
  "lastViewed" timestamp without time zone,
  notifications boolean default true not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "ProfileListener_pkey" PRIMARY KEY (id),
  constraint "ProfileListener_listenerId_sharerId_key" UNIQUE ("listenerId", "sharerId"),
  constraint "ProfileListener_listenerId_fkey" FOREIGN KEY ("listenerId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "ProfileListener_sharerId_fkey" FOREIGN KEY ("sharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
CREATE INDEX "ProfileListener_listenerId_sharerId_idx" ON public."ProfileListener" USING btree ("listenerId") INCLUDE ("sharerId") WHERE "hasAccess";
CREATE INDEX "ProfileListener_sharerId_idx" ON public."ProfileListener" USING btree ("sharerId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ProfileListener" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER profile_listener_change AFTER INSERT OR DELETE OR UPDATE ON public."ProfileListener" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER profile_listener_close_request AFTER DELETE ON public."ProfileListener" FOR EACH ROW EXECUTE FUNCTION private.close_request();
CREATE TRIGGER profile_listener_guard BEFORE UPDATE ON public."ProfileListener" FOR EACH ROW WHEN ((CURRENT_USER = 'authenticated'::name)) EXECUTE FUNCTION private.guard_profile_listener();
CREATE TRIGGER profile_listener_log AFTER INSERT OR DELETE ON public."ProfileListener" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('listener', 'sharerId', 'hasAccess');
CREATE TRIGGER profile_listener_log_change AFTER UPDATE ON public."ProfileListener" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."hasAccess" IS DISTINCT FROM new."hasAccess"))) EXECUTE FUNCTION private.write_log('listener', 'sharerId', 'hasAccess');
CREATE TRIGGER profile_listener_tell AFTER UPDATE OF "hasAccess" ON public."ProfileListener" FOR EACH ROW WHEN ((old."hasAccess" IS DISTINCT FROM new."hasAccess")) EXECUTE FUNCTION private.tell_of_access();
CREATE TRIGGER profile_listener_tell_given AFTER INSERT ON public."ProfileListener" FOR EACH ROW WHEN (new."hasAccess") EXECUTE FUNCTION private.tell_of_access();
CREATE TRIGGER profile_listener_touch BEFORE UPDATE ON public."ProfileListener" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."ProfileListener" enable row level security;
create policy admin_all on public."ProfileListener" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy tied_delete on public."ProfileListener" for delete to authenticated
  using ((("listenerId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))));
create policy tied_select on public."ProfileListener" for select to authenticated
  using ((("listenerId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))));
create policy tied_update on public."ProfileListener" for update to authenticated
  using ((("listenerId" = ( SELECT private.uid() AS uid)) OR ("sharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))));
grant delete, select, update ("hasAccess", "lastViewed", notifications) on public."ProfileListener" to authenticated;
grant delete, insert, select, update on public."ProfileListener" to service_role;
grant delete, insert, select, update on public."ProfileListener" to telloom_admin;

-- public."ProfileRole" ---------------------------------------------------------------------------
create table public."ProfileRole" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  role public."Role" not null,
  constraint "ProfileRole_pkey" PRIMARY KEY (id),
  constraint "ProfileRole_profileId_role_key" UNIQUE ("profileId", role),
  constraint "ProfileRole_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ProfileRole" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER profile_role_change AFTER INSERT OR DELETE OR UPDATE ON public."ProfileRole" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER profile_role_sync_is_admin AFTER INSERT OR DELETE OR UPDATE ON public."ProfileRole" FOR EACH ROW EXECUTE FUNCTION private.sync_is_admin();
alter table public."ProfileRole" enable row level security;
create policy admin_all on public."ProfileRole" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."ProfileRole" for delete to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) AND (role = ANY (ARRAY['LISTENER'::public."Role", 'SHARER'::public."Role"]))));
create policy self_insert on public."ProfileRole" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND (role = ANY (ARRAY['LISTENER'::public."Role", 'SHARER'::public."Role"]))));
create policy self_select on public."ProfileRole" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert (id, "profileId", role) on public."ProfileRole" to authenticated;
grant delete, insert, select, update on public."ProfileRole" to service_role;
grant delete, insert, select, update on public."ProfileRole" to telloom_admin;

-- public."ProfileSharer" -------------------------------------------------------------------------
create table public."ProfileSharer" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "subscriptionStatus" boolean default true not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "ProfileSharer_pkey" PRIMARY KEY (id),
  constraint "ProfileSharer_profileId_key" UNIQUE ("profileId"),
  constraint "ProfileSharer_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on column public."ProfileSharer"."subscriptionStatus" is 'Whether new recordings may be made. True where no payment service is connected.';
CREATE INDEX "ProfileSharer_createdAt_id_idx" ON public."ProfileSharer" USING btree ("createdAt" DESC, id DESC);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ProfileSharer" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER profile_sharer_begin BEFORE INSERT ON public."ProfileSharer" FOR EACH ROW EXECUTE FUNCTION private.begin_access();
CREATE TRIGGER profile_sharer_change AFTER INSERT OR DELETE OR UPDATE ON public."ProfileSharer" FOR EACH ROW EXECUTE FUNCTION private.note_change();
alter table public."ProfileSharer" enable row level security;
create policy admin_all on public."ProfileSharer" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy owner_delete on public."ProfileSharer" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."ProfileSharer" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND ( SELECT public.has_role(private.uid(), 'SHARER'::text) AS has_role)));
create policy tied_select on public."ProfileSharer" for select to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) OR (id = ANY (( SELECT private.executed_sharers() AS executed_sharers)::uuid[])) OR (id = ANY (( SELECT private.followed_sharers() AS followed_sharers)::uuid[]))));
grant delete, select, insert (id, "profileId") on public."ProfileSharer" to authenticated;
grant delete, insert, select, update on public."ProfileSharer" to service_role;
grant delete, insert, select, update on public."ProfileSharer" to telloom_admin;

-- public."Prompt" --------------------------------------------------------------------------------
create table public."Prompt" (
  id uuid default gen_random_uuid() not null,
  "promptText" character varying(255) not null,
  "promptType" character varying(255) default 'default'::character varying not null,
  "isContextEstablishing" boolean default false not null,
  "isObjectPrompt" boolean,
  "promptCategoryId" uuid,
  "airtableId" character varying,
  "categoryAirtableId" character varying,
  "position" integer,
  "retiredAt" timestamp with time zone,
  search_vector tsvector,
  "createdAt" timestamp without time zone default now() not null,
  "updatedAt" timestamp without time zone default now() not null,
  constraint "Prompt_pkey" PRIMARY KEY (id),
  constraint "Prompt_promptCategoryId_fkey" FOREIGN KEY ("promptCategoryId") REFERENCES public."PromptCategory"(id) ON DELETE SET NULL
);
comment on column public."Prompt"."position" is 'Order within the topic, from 1, after the context-establishing ones. Nulls come last.';
comment on column public."Prompt"."retiredAt" is 'Since when nobody is asked it any more; what was told stays with it. Null: it is asked.';
CREATE UNIQUE INDEX "Prompt_airtableId_key" ON public."Prompt" USING btree ("airtableId");
CREATE INDEX "Prompt_promptCategoryId_idx" ON public."Prompt" USING btree ("promptCategoryId");
CREATE INDEX "Prompt_search_vector_idx" ON public."Prompt" USING gin (search_vector);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Prompt" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER prompt_change AFTER INSERT OR DELETE OR UPDATE ON public."Prompt" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER prompt_refresh_search AFTER UPDATE OF "promptText" ON public."Prompt" FOR EACH ROW WHEN (((old."promptText")::text IS DISTINCT FROM (new."promptText")::text)) EXECUTE FUNCTION private.refresh_search_of_prompt();
CREATE TRIGGER prompt_search_vector_update BEFORE INSERT OR UPDATE ON public."Prompt" FOR EACH ROW EXECUTE FUNCTION public.prompt_search_vector_update();
CREATE TRIGGER prompt_touch BEFORE UPDATE ON public."Prompt" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Prompt" enable row level security;
create policy admin_all on public."Prompt" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy everyone_select on public."Prompt" for select to anon, authenticated
  using (true);
grant select on public."Prompt" to anon;
grant select on public."Prompt" to authenticated;
grant delete, insert, select, update on public."Prompt" to service_role;
grant delete, insert, select, update on public."Prompt" to telloom_admin;

-- public."PromptCategory" ------------------------------------------------------------------------
create table public."PromptCategory" (
  id uuid default gen_random_uuid() not null,
  category text,
  description text,
  theme public."Theme",
  "airtableId" text,
  "position" integer,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "PromptCategory_pkey" PRIMARY KEY (id)
);
comment on column public."PromptCategory"."position" is 'Order on the page, from 1. Nulls come last.';
CREATE UNIQUE INDEX "PromptCategory_airtableId_key" ON public."PromptCategory" USING btree ("airtableId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptCategory" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER prompt_category_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptCategory" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER prompt_category_refresh_search AFTER UPDATE OF category ON public."PromptCategory" FOR EACH ROW WHEN ((old.category IS DISTINCT FROM new.category)) EXECUTE FUNCTION private.refresh_search_of_topic();
CREATE TRIGGER prompt_category_touch BEFORE UPDATE ON public."PromptCategory" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."PromptCategory" enable row level security;
create policy admin_all on public."PromptCategory" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy everyone_select on public."PromptCategory" for select to anon, authenticated
  using (true);
grant select on public."PromptCategory" to anon;
grant select on public."PromptCategory" to authenticated;
grant delete, insert, select, update on public."PromptCategory" to service_role;
grant delete, insert, select, update on public."PromptCategory" to telloom_admin;

-- public."PromptResponse" ------------------------------------------------------------------------
create table public."PromptResponse" (
  id uuid default gen_random_uuid() not null,
  "profileSharerId" uuid not null,
  "videoId" uuid,
  "promptId" uuid,
  "privacyLevel" text default 'Private'::text not null,
  search_vector tsvector,
  summary text,
  "responseNotes" text,
  "airtableRecordId" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "summarySource" text,
  "summaryLinks" jsonb,
  constraint "PromptResponse_pkey" PRIMARY KEY (id),
  constraint "PromptResponse_id_profileSharerId_key" UNIQUE (id, "profileSharerId"),
  constraint "PromptResponse_videoId_key" UNIQUE ("videoId"),
  constraint "PromptResponse_privacyLevel_check" CHECK (("privacyLevel" = ANY (ARRAY['Private'::text, 'Public'::text, 'Custom'::text]))),
  constraint "PromptResponse_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "PromptResponse_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES public."Prompt"(id) ON DELETE RESTRICT,
  constraint "PromptResponse_videoId_fkey" FOREIGN KEY ("videoId", "profileSharerId") REFERENCES public."Video"(id, "profileSharerId") ON DELETE SET NULL ("videoId")
);
comment on column public."PromptResponse"."privacyLevel" is 'Private: its managers. Public: the sharer''s listeners, never the internet. Custom: listeners named in ResponsePermission.';
comment on column public."PromptResponse"."summarySource" is 'What made the summary: the name of a machine, or person. Null: nobody yet, or a person before this was noted.';
comment on column public."PromptResponse"."summaryLinks" is 'Where each sentence of the summary comes from: [{"text": as in the summary, "start": seconds}].';
CREATE INDEX "PromptResponse_createdAt_id_idx" ON public."PromptResponse" USING btree ("createdAt" DESC, id DESC);
CREATE INDEX "PromptResponse_profileSharerId_createdAt_id_privacyLevel_pr_idx" ON public."PromptResponse" USING btree ("profileSharerId", "createdAt" DESC, id DESC) INCLUDE ("privacyLevel", "promptId", "videoId");
CREATE INDEX "PromptResponse_profileSharerId_search_vector_idx" ON public."PromptResponse" USING gin ("profileSharerId", search_vector);
CREATE INDEX "PromptResponse_promptId_idx" ON public."PromptResponse" USING btree ("promptId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponse" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER prompt_response_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponse" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER prompt_response_follow_links BEFORE UPDATE ON public."PromptResponse" FOR EACH ROW WHEN (((old."videoId" <> new."videoId") AND (new."summaryLinks" IS NOT NULL))) EXECUTE FUNCTION private.follow_links();
CREATE TRIGGER prompt_response_guard BEFORE UPDATE ON public."PromptResponse" FOR EACH ROW WHEN ((CURRENT_USER = 'authenticated'::name)) EXECUTE FUNCTION private.guard_prompt_response();
CREATE TRIGGER prompt_response_keep_telling AFTER UPDATE ON public."PromptResponse" FOR EACH ROW WHEN ((old."videoId" <> new."videoId")) EXECUTE FUNCTION private.keep_earlier_telling();
CREATE TRIGGER prompt_response_log AFTER INSERT OR DELETE ON public."PromptResponse" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('story', 'profileSharerId', 'privacyLevel', 'videoId', 'summary', 'responseNotes', 'promptId');
CREATE TRIGGER prompt_response_log_change AFTER UPDATE ON public."PromptResponse" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (((((old."privacyLevel" IS DISTINCT FROM new."privacyLevel") OR (old."videoId" IS DISTINCT FROM new."videoId")) OR (old.summary IS DISTINCT FROM new.summary)) OR (old."responseNotes" IS DISTINCT FROM new."responseNotes")) OR (old."promptId" IS DISTINCT FROM new."promptId")))) EXECUTE FUNCTION private.write_log('story', 'profileSharerId', 'privacyLevel', 'videoId', 'summary', 'responseNotes', 'promptId');
CREATE TRIGGER prompt_response_person_writes BEFORE UPDATE OF summary ON public."PromptResponse" FOR EACH ROW WHEN (((new.summary IS DISTINCT FROM old.summary) AND (CURRENT_USER = ANY (ARRAY['authenticated'::name, 'telloom_admin'::name])))) EXECUTE FUNCTION private.person_writes_summary();
CREATE TRIGGER prompt_response_search_vector_update BEFORE INSERT OR UPDATE OF "promptId", "videoId", summary, "responseNotes", search_vector ON public."PromptResponse" FOR EACH ROW EXECUTE FUNCTION public.prompt_response_search_update();
CREATE TRIGGER prompt_response_settle_trim AFTER UPDATE ON public."PromptResponse" FOR EACH ROW WHEN ((old."videoId" IS DISTINCT FROM new."videoId")) EXECUTE FUNCTION private.settle_trim();
CREATE TRIGGER prompt_response_tell AFTER UPDATE ON public."PromptResponse" FOR EACH ROW WHEN ((((old."privacyLevel" IS DISTINCT FROM new."privacyLevel") OR (old."videoId" IS DISTINCT FROM new."videoId")) AND (new."privacyLevel" <> 'Private'::text) AND (new."videoId" IS NOT NULL))) EXECUTE FUNCTION private.tell_of_response();
CREATE TRIGGER prompt_response_tell_new AFTER INSERT ON public."PromptResponse" FOR EACH ROW WHEN (((new."privacyLevel" <> 'Private'::text) AND (new."videoId" IS NOT NULL))) EXECUTE FUNCTION private.tell_of_response();
CREATE TRIGGER prompt_response_touch BEFORE UPDATE ON public."PromptResponse" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."PromptResponse" enable row level security;
create policy admin_all on public."PromptResponse" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."PromptResponse" for delete to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."PromptResponse" for insert to authenticated
  with check (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_select on public."PromptResponse" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.heard_sharers() AS heard_sharers)::uuid[])) AND private.may_hear("profileSharerId", "privacyLevel", id, ( SELECT private.managed_sharers() AS managed_sharers), ( SELECT private.permitted_responses('{none}'::text[]) AS permitted_responses), ( SELECT private.permitted_responses('{read,write}'::text[]) AS permitted_responses))));
create policy writer_update on public."PromptResponse" for update to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])) OR (("privacyLevel" <> 'Private'::text) AND ("profileSharerId" = ANY (( SELECT private.followed_sharers() AS followed_sharers)::uuid[])) AND (id = ANY (( SELECT private.permitted_responses('{write}'::text[]) AS permitted_responses)::uuid[])))));
grant delete, select, insert (id, "profileSharerId", "videoId", "promptId", "privacyLevel", summary, "responseNotes"), update ("videoId", "promptId", "privacyLevel", summary, "responseNotes") on public."PromptResponse" to authenticated;
grant delete, insert, select, update on public."PromptResponse" to service_role;
grant delete, insert, select, update on public."PromptResponse" to telloom_admin;

-- public."PromptResponseAttachment" --------------------------------------------------------------
create table public."PromptResponseAttachment" (
  id uuid default gen_random_uuid() not null,
  "promptResponseId" uuid not null,
  "profileSharerId" uuid not null,
  "fileUrl" text,
  "fileType" text,
  "fileName" text,
  "fileSize" integer,
  title text,
  description text,
  "estimatedYear" integer,
  "dateCaptured" date,
  "yearCaptured" integer,
  "uploadedAt" timestamp with time zone default now() not null,
  state text default 'ready'::text not null,
  problem text,
  width integer,
  height integer,
  "objectId" uuid,
  search_vector tsvector,
  constraint "PromptResponseAttachment_pkey" PRIMARY KEY (id),
  constraint "PromptResponseAttachment_state_check" CHECK ((state = ANY (ARRAY['waiting'::text, 'processing'::text, 'ready'::text, 'refused'::text]))),
  constraint "PromptResponseAttachment_objectId_fkey" FOREIGN KEY ("objectId") REFERENCES public."Object"(id) ON DELETE SET NULL,
  constraint "PromptResponseAttachment_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "PromptResponseAttachment_promptResponseId_fkey" FOREIGN KEY ("promptResponseId", "profileSharerId") REFERENCES public."PromptResponse"(id, "profileSharerId") ON DELETE CASCADE
);
comment on column public."PromptResponseAttachment".state is 'waiting for its bytes, processing them, ready, or refused for what problem says. Rows made without the local host are ready.';
comment on column public."PromptResponseAttachment".width is 'With height: pixels of a photo as it is shown, after its orientation. Null where there is no picture to show.';
comment on column public."PromptResponseAttachment"."objectId" is 'The object that it shows. Who sees it is decided by its story all the same.';
CREATE INDEX "PromptResponseAttachment_objectId_idx" ON public."PromptResponseAttachment" USING btree ("objectId");
CREATE INDEX "PromptResponseAttachment_profileSharerId_idx" ON public."PromptResponseAttachment" USING btree ("profileSharerId");
CREATE INDEX "PromptResponseAttachment_profileSharerId_search_vector_idx" ON public."PromptResponseAttachment" USING gin ("profileSharerId", search_vector);
CREATE INDEX "PromptResponseAttachment_profileSharerId_uploadedAt_id_idx" ON public."PromptResponseAttachment" USING btree ("profileSharerId", "uploadedAt" DESC, id DESC);
CREATE INDEX "PromptResponseAttachment_promptResponseId_idx" ON public."PromptResponseAttachment" USING btree ("promptResponseId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseAttachment" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER attachment_log AFTER INSERT OR DELETE ON public."PromptResponseAttachment" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('attachment', 'profileSharerId', 'title', 'description', 'estimatedYear', 'dateCaptured', 'yearCaptured', 'objectId', 'fileUrl', 'fileType', 'fileName', 'fileSize');
CREATE TRIGGER attachment_log_change AFTER UPDATE ON public."PromptResponseAttachment" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND ((((((((((old.title IS DISTINCT FROM new.title) OR (old.description IS DISTINCT FROM new.description)) OR (old."estimatedYear" IS DISTINCT FROM new."estimatedYear")) OR (old."dateCaptured" IS DISTINCT FROM new."dateCaptured")) OR (old."yearCaptured" IS DISTINCT FROM new."yearCaptured")) OR (old."objectId" IS DISTINCT FROM new."objectId")) OR (old."fileUrl" IS DISTINCT FROM new."fileUrl")) OR (old."fileType" IS DISTINCT FROM new."fileType")) OR (old."fileName" IS DISTINCT FROM new."fileName")) OR (old."fileSize" IS DISTINCT FROM new."fileSize")))) EXECUTE FUNCTION private.write_log('attachment', 'profileSharerId', 'title', 'description', 'estimatedYear', 'dateCaptured', 'yearCaptured', 'objectId', 'fileUrl', 'fileType', 'fileName', 'fileSize');
CREATE TRIGGER attachment_note_removed BEFORE DELETE ON public."PromptResponseAttachment" FOR EACH ROW EXECUTE FUNCTION private.note_removed_attachment();
CREATE TRIGGER attachment_object_check BEFORE INSERT OR UPDATE OF "objectId" ON public."PromptResponseAttachment" FOR EACH ROW WHEN ((new."objectId" IS NOT NULL)) EXECUTE FUNCTION private.check_attachment_object();
CREATE TRIGGER attachment_search BEFORE INSERT OR UPDATE OF title, description, "dateCaptured", "yearCaptured", "estimatedYear", "fileName", "promptResponseId", search_vector ON public."PromptResponseAttachment" FOR EACH ROW EXECUTE FUNCTION private.index_attachment();
CREATE TRIGGER prompt_response_attachment_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseAttachment" FOR EACH ROW EXECUTE FUNCTION private.note_change();
alter table public."PromptResponseAttachment" enable row level security;
create policy admin_all on public."PromptResponseAttachment" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."PromptResponseAttachment" for delete to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."PromptResponseAttachment" for insert to authenticated
  with check (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_update on public."PromptResponseAttachment" for update to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_select on public."PromptResponseAttachment" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r.id = "PromptResponseAttachment"."promptResponseId"))));
grant delete, select, insert (id, "promptResponseId", "profileSharerId", "fileUrl", "fileType", "fileName", "fileSize", title, description, "estimatedYear", "dateCaptured", "yearCaptured"), update ("fileUrl", "fileType", "fileName", "fileSize", title, description, "estimatedYear", "dateCaptured", "yearCaptured", "objectId") on public."PromptResponseAttachment" to authenticated;
grant delete, insert, select, update on public."PromptResponseAttachment" to service_role;
grant delete, insert, select, update on public."PromptResponseAttachment" to telloom_admin;

-- public."PromptResponseAttachmentPersonTag" -----------------------------------------------------
create table public."PromptResponseAttachmentPersonTag" (
  id uuid default gen_random_uuid() not null,
  "promptResponseAttachmentId" uuid not null,
  "personTagId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "PromptResponseAttachmentPersonTag_pkey" PRIMARY KEY (id),
  constraint "PromptResponseAttachmentPerso_promptResponseAttachmentId_pe_key" UNIQUE ("promptResponseAttachmentId", "personTagId"),
  constraint "PromptResponseAttachmentPersonT_promptResponseAttachmentId_fkey" FOREIGN KEY ("promptResponseAttachmentId") REFERENCES public."PromptResponseAttachment"(id) ON DELETE CASCADE,
  constraint "PromptResponseAttachmentPersonTag_personTagId_fkey" FOREIGN KEY ("personTagId") REFERENCES public."PersonTag"(id) ON DELETE CASCADE
);
CREATE INDEX "PromptResponseAttachmentPersonTag_personTagId_idx" ON public."PromptResponseAttachmentPersonTag" USING btree ("personTagId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER attachment_person_tag_check AFTER INSERT OR UPDATE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW EXECUTE FUNCTION private.check_tag_sharer();
CREATE TRIGGER attachment_person_tag_log AFTER INSERT OR DELETE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('personInPhoto', 'promptResponseAttachmentId', 'personTagId');
CREATE TRIGGER attachment_person_tag_log_change AFTER UPDATE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."personTagId" IS DISTINCT FROM new."personTagId"))) EXECUTE FUNCTION private.write_log('personInPhoto', 'promptResponseAttachmentId', 'personTagId');
CREATE TRIGGER attachment_person_tag_refresh_search AFTER INSERT OR DELETE OR UPDATE OF "personTagId" ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW EXECUTE FUNCTION private.refresh_search_of_tagging();
CREATE TRIGGER attachment_person_tag_touch BEFORE UPDATE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW EXECUTE FUNCTION private.touch();
CREATE TRIGGER prompt_response_attachment_person_tag_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseAttachmentPersonTag" FOR EACH ROW EXECUTE FUNCTION private.note_change();
alter table public."PromptResponseAttachmentPersonTag" enable row level security;
create policy admin_all on public."PromptResponseAttachmentPersonTag" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."PromptResponseAttachmentPersonTag" for delete to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponseAttachment" a
  WHERE ((a.id = "PromptResponseAttachmentPersonTag"."promptResponseAttachmentId") AND (a."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_insert on public."PromptResponseAttachmentPersonTag" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM public."PromptResponseAttachment" a
  WHERE ((a.id = "PromptResponseAttachmentPersonTag"."promptResponseAttachmentId") AND (a."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_update on public."PromptResponseAttachmentPersonTag" for update to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponseAttachment" a
  WHERE ((a.id = "PromptResponseAttachmentPersonTag"."promptResponseAttachmentId") AND (a."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy reader_select on public."PromptResponseAttachmentPersonTag" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponseAttachment" a
  WHERE (a.id = "PromptResponseAttachmentPersonTag"."promptResponseAttachmentId"))));
grant delete, select, insert (id, "promptResponseAttachmentId", "personTagId"), update ("personTagId") on public."PromptResponseAttachmentPersonTag" to authenticated;
grant delete, insert, select, update on public."PromptResponseAttachmentPersonTag" to service_role;
grant delete, insert, select, update on public."PromptResponseAttachmentPersonTag" to telloom_admin;

-- public."PromptResponseFavorite" ----------------------------------------------------------------
create table public."PromptResponseFavorite" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "promptResponseId" uuid not null,
  "favoritedAt" timestamp with time zone default now() not null,
  constraint "PromptResponseFavorite_pkey" PRIMARY KEY (id),
  constraint "PromptResponseFavorite_profileId_promptResponseId_key" UNIQUE ("profileId", "promptResponseId"),
  constraint "PromptResponseFavorite_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "PromptResponseFavorite_promptResponseId_fkey" FOREIGN KEY ("promptResponseId") REFERENCES public."PromptResponse"(id) ON DELETE CASCADE
);
CREATE INDEX "PromptResponseFavorite_profileId_favoritedAt_promptResponse_idx" ON public."PromptResponseFavorite" USING btree ("profileId", "favoritedAt" DESC, "promptResponseId" DESC);
CREATE INDEX "PromptResponseFavorite_promptResponseId_idx" ON public."PromptResponseFavorite" USING btree ("promptResponseId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseFavorite" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER prompt_response_favorite_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseFavorite" FOR EACH ROW EXECUTE FUNCTION private.note_change();
alter table public."PromptResponseFavorite" enable row level security;
create policy admin_all on public."PromptResponseFavorite" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."PromptResponseFavorite" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."PromptResponseFavorite" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND (EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r.id = "PromptResponseFavorite"."promptResponseId")))));
create policy self_select on public."PromptResponseFavorite" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert (id, "profileId", "promptResponseId", "favoritedAt") on public."PromptResponseFavorite" to authenticated;
grant delete, insert, select, update on public."PromptResponseFavorite" to service_role;
grant delete, insert, select, update on public."PromptResponseFavorite" to telloom_admin;

-- public."PromptResponseRecentlyWatched" ---------------------------------------------------------
create table public."PromptResponseRecentlyWatched" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "promptResponseId" uuid not null,
  "watchedAt" timestamp with time zone default now() not null,
  "position" double precision,
  constraint "PromptResponseRecentlyWatched_pkey" PRIMARY KEY (id),
  constraint "PromptResponseRecentlyWatched_profileId_promptResponseId_key" UNIQUE ("profileId", "promptResponseId"),
  constraint "PromptResponseRecentlyWatched_position_check" CHECK (("position" > (0)::double precision)),
  constraint "PromptResponseRecentlyWatched_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "PromptResponseRecentlyWatched_promptResponseId_fkey" FOREIGN KEY ("promptResponseId") REFERENCES public."PromptResponse"(id) ON DELETE CASCADE
);
comment on column public."PromptResponseRecentlyWatched"."position" is 'Seconds: where the person left off. Null at the beginning, and when they watched to the end.';
CREATE INDEX "PromptResponseRecentlyWatched_profileId_watchedAt_promptRes_idx" ON public."PromptResponseRecentlyWatched" USING btree ("profileId", "watchedAt" DESC, "promptResponseId" DESC);
CREATE INDEX "PromptResponseRecentlyWatched_promptResponseId_idx" ON public."PromptResponseRecentlyWatched" USING btree ("promptResponseId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseRecentlyWatched" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER prompt_response_recently_watched_change AFTER INSERT OR DELETE OR UPDATE ON public."PromptResponseRecentlyWatched" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER prompt_response_recently_watched_read AFTER INSERT ON public."PromptResponseRecentlyWatched" FOR EACH ROW EXECUTE FUNCTION private.read_of_story();
alter table public."PromptResponseRecentlyWatched" enable row level security;
create policy admin_all on public."PromptResponseRecentlyWatched" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."PromptResponseRecentlyWatched" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."PromptResponseRecentlyWatched" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND (EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r.id = "PromptResponseRecentlyWatched"."promptResponseId")))));
create policy self_select on public."PromptResponseRecentlyWatched" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_update on public."PromptResponseRecentlyWatched" for update to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert (id, "profileId", "promptResponseId", "watchedAt", "position"), update ("watchedAt", "position") on public."PromptResponseRecentlyWatched" to authenticated;
grant delete, insert, select, update on public."PromptResponseRecentlyWatched" to service_role;
grant delete, insert, select, update on public."PromptResponseRecentlyWatched" to telloom_admin;

-- public."Purchase" ------------------------------------------------------------------------------
create table public."Purchase" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "userId" uuid,
  "productId" uuid,
  "purchasedAt" timestamp with time zone,
  store text,
  "revenueInUsd" numeric,
  status text,
  environment text,
  "storePurchaseIdentifier" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "Purchase_pkey" PRIMARY KEY (id),
  constraint "Purchase_revenuecatId_key" UNIQUE ("revenuecatId"),
  constraint "Purchase_productId_fkey" FOREIGN KEY ("productId") REFERENCES public."Product"(id) ON DELETE SET NULL,
  constraint "Purchase_userId_fkey" FOREIGN KEY ("userId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
CREATE INDEX "Purchase_productId_idx" ON public."Purchase" USING btree ("productId");
CREATE INDEX "Purchase_userId_idx" ON public."Purchase" USING btree ("userId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Purchase" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER purchase_change AFTER INSERT OR DELETE OR UPDATE ON public."Purchase" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER purchase_touch BEFORE UPDATE ON public."Purchase" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Purchase" enable row level security;
create policy admin_all on public."Purchase" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_select on public."Purchase" for select to authenticated
  using (("userId" = ( SELECT private.uid() AS uid)));
grant select on public."Purchase" to authenticated;
grant delete, insert, select, update on public."Purchase" to service_role;
grant delete, insert, select, update on public."Purchase" to telloom_admin;

-- public."PushSubscription" ----------------------------------------------------------------------
create table public."PushSubscription" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "PushSubscription_pkey" PRIMARY KEY (id),
  constraint "PushSubscription_endpoint_key" UNIQUE (endpoint),
  constraint "PushSubscription_auth_check" CHECK ((auth ~ '^[A-Za-z0-9_-]{22}$'::text)),
  constraint "PushSubscription_endpoint_check" CHECK (((length(endpoint) <= 1000) AND private.is_push_endpoint(endpoint))),
  constraint "PushSubscription_p256dh_check" CHECK ((p256dh ~ '^B[A-Za-z0-9_-]{86}$'::text)),
  constraint "PushSubscription_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table public."PushSubscription" is 'A device that wants to be woken: the address that its browser''s push service gave it, and its keys.';
CREATE INDEX "PushSubscription_profileId_idx" ON public."PushSubscription" USING btree ("profileId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."PushSubscription" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."PushSubscription" enable row level security;
create policy admin_all on public."PushSubscription" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."PushSubscription" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_select on public."PushSubscription" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select on public."PushSubscription" to authenticated;
grant delete, insert, select, update on public."PushSubscription" to service_role;
grant delete, insert, select, update on public."PushSubscription" to telloom_admin;

-- public."ResponsePermission" --------------------------------------------------------------------
create table public."ResponsePermission" (
  id uuid default gen_random_uuid() not null,
  "userId" uuid not null,
  "responseId" uuid not null,
  "permissionLevel" text not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "ResponsePermission_pkey" PRIMARY KEY (id),
  constraint "ResponsePermission_userId_responseId_permissionLevel_key" UNIQUE ("userId", "responseId") INCLUDE ("permissionLevel"),
  constraint "ResponsePermission_permissionLevel_check" CHECK (("permissionLevel" = ANY (ARRAY['none'::text, 'read'::text, 'write'::text]))),
  constraint "ResponsePermission_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES public."PromptResponse"(id) ON DELETE CASCADE,
  constraint "ResponsePermission_userId_fkey" FOREIGN KEY ("userId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
CREATE INDEX "ResponsePermission_responseId_idx" ON public."ResponsePermission" USING btree ("responseId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."ResponsePermission" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER response_permission_change AFTER INSERT OR DELETE OR UPDATE ON public."ResponsePermission" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER response_permission_log AFTER INSERT OR DELETE ON public."ResponsePermission" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('permission', 'responseId', 'permissionLevel');
CREATE TRIGGER response_permission_log_change AFTER UPDATE ON public."ResponsePermission" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."permissionLevel" IS DISTINCT FROM new."permissionLevel"))) EXECUTE FUNCTION private.write_log('permission', 'responseId', 'permissionLevel');
CREATE TRIGGER response_permission_tell AFTER INSERT OR DELETE OR UPDATE OF "permissionLevel" ON public."ResponsePermission" FOR EACH ROW EXECUTE FUNCTION private.tell_of_permission();
CREATE TRIGGER response_permission_touch BEFORE UPDATE ON public."ResponsePermission" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."ResponsePermission" enable row level security;
create policy admin_all on public."ResponsePermission" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."ResponsePermission" for delete to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE ((r.id = "ResponsePermission"."responseId") AND (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_insert on public."ResponsePermission" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM (public."PromptResponse" r
     JOIN public."ProfileListener" l ON ((l."sharerId" = r."profileSharerId")))
  WHERE ((r.id = "ResponsePermission"."responseId") AND (l."listenerId" = "ResponsePermission"."userId") AND (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_update on public."ResponsePermission" for update to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE ((r.id = "ResponsePermission"."responseId") AND (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy named_select on public."ResponsePermission" for select to authenticated
  using ((("userId" = ( SELECT private.uid() AS uid)) OR (EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE ((r.id = "ResponsePermission"."responseId") AND (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])))))));
grant delete, select, insert (id, "userId", "responseId", "permissionLevel"), update ("permissionLevel") on public."ResponsePermission" to authenticated;
grant delete, insert, select, update on public."ResponsePermission" to service_role;
grant delete, insert, select, update on public."ResponsePermission" to telloom_admin;

-- public."SharerLogEntry" ------------------------------------------------------------------------
create table public."SharerLogEntry" (
  id uuid default gen_random_uuid() not null,
  "profileSharerId" uuid not null,
  "actorId" uuid,
  "actorName" text,
  "actedAs" public."Role" not null,
  action text not null,
  thing text not null,
  "thingId" uuid,
  name text,
  about text,
  changed text[] default '{}'::text[] not null,
  became text,
  "editSession" uuid,
  "createdAt" timestamp with time zone default clock_timestamp() not null,
  constraint "SharerLogEntry_pkey" PRIMARY KEY (id),
  constraint "SharerLogEntry_action_check" CHECK ((action = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text]))),
  constraint "SharerLogEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES public."Profile"(id) ON DELETE SET NULL,
  constraint "SharerLogEntry_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE
);
comment on table public."SharerLogEntry" is 'What keepers, admins and listeners who may write did with what is a storyteller''s. It stays as long as the storyteller does, names what is gone by now, and nobody changes it.';
comment on column public."SharerLogEntry"."actorName" is 'As it was then; it stays when the person leaves.';
comment on column public."SharerLogEntry".thing is 'What kind of thing: the first argument of the table''s trigger.';
comment on column public."SharerLogEntry".name is 'What it was called then; about: what it belongs to.';
comment on column public."SharerLogEntry".became is 'Of a choice among few, such as who may see a story: what was chosen.';
CREATE INDEX "SharerLogEntry_actorId_idx" ON public."SharerLogEntry" USING btree ("actorId");
CREATE INDEX "SharerLogEntry_profileSharerId_createdAt_id_idx" ON public."SharerLogEntry" USING btree ("profileSharerId", "createdAt" DESC, id DESC);
CREATE UNIQUE INDEX "SharerLogEntry_thingId_actorId_editSession_timezone_idx" ON public."SharerLogEntry" USING btree ("thingId", "actorId", "editSession", ((("createdAt" AT TIME ZONE 'utc'::text))::date));
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."SharerLogEntry" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."SharerLogEntry" enable row level security;
create policy admin_all on public."SharerLogEntry" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy reader_select on public."SharerLogEntry" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.owned_sharers() AS owned_sharers)::uuid[])) OR (("actorId" = ( SELECT private.uid() AS uid)) AND ("profileSharerId" = ANY (( SELECT private.executed_sharers() AS executed_sharers)::uuid[])))));
grant select on public."SharerLogEntry" to authenticated;
grant select on public."SharerLogEntry" to service_role;
grant select on public."SharerLogEntry" to telloom_admin;

-- public."Subscription" --------------------------------------------------------------------------
create table public."Subscription" (
  id uuid default gen_random_uuid() not null,
  "revenuecatId" text,
  "userId" uuid,
  "productId" uuid,
  "startsAt" timestamp with time zone,
  "currentPeriodStartsAt" timestamp with time zone,
  "currentPeriodEndsAt" timestamp with time zone,
  "givesAccess" boolean,
  "autoRenewalStatus" text,
  status text,
  store text,
  environment text,
  "storeSubscriptionIdentifier" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "managementUrl" text,
  constraint "Subscription_pkey" PRIMARY KEY (id),
  constraint "Subscription_revenuecatId_key" UNIQUE ("revenuecatId"),
  constraint "Subscription_productId_fkey" FOREIGN KEY ("productId") REFERENCES public."Product"(id) ON DELETE SET NULL,
  constraint "Subscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on column public."Subscription"."managementUrl" is 'Where its owner changes or ends it, at the store; null where the store has no such page.';
CREATE INDEX "Subscription_productId_idx" ON public."Subscription" USING btree ("productId");
CREATE INDEX "Subscription_userId_idx" ON public."Subscription" USING btree ("userId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Subscription" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER subscription_change AFTER INSERT OR DELETE OR UPDATE ON public."Subscription" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER subscription_follow AFTER INSERT OR DELETE OR UPDATE OF "userId", "givesAccess" ON public."Subscription" FOR EACH ROW EXECUTE FUNCTION private.follow_access();
CREATE TRIGGER subscription_touch BEFORE UPDATE ON public."Subscription" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Subscription" enable row level security;
create policy admin_all on public."Subscription" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_select on public."Subscription" for select to authenticated
  using (("userId" = ( SELECT private.uid() AS uid)));
grant select on public."Subscription" to authenticated;
grant delete, insert, select, update on public."Subscription" to service_role;
grant delete, insert, select, update on public."Subscription" to telloom_admin;

-- public."SubscriptionEntitlement" ---------------------------------------------------------------
create table public."SubscriptionEntitlement" (
  id uuid default gen_random_uuid() not null,
  "subscriptionId" uuid not null,
  "entitlementId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "SubscriptionEntitlement_pkey" PRIMARY KEY (id),
  constraint "SubscriptionEntitlement_subscriptionId_entitlementId_key" UNIQUE ("subscriptionId", "entitlementId"),
  constraint "SubscriptionEntitlement_entitlementId_fkey" FOREIGN KEY ("entitlementId") REFERENCES public."Entitlement"(id) ON DELETE CASCADE,
  constraint "SubscriptionEntitlement_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES public."Subscription"(id) ON DELETE CASCADE
);
CREATE INDEX "SubscriptionEntitlement_entitlementId_idx" ON public."SubscriptionEntitlement" USING btree ("entitlementId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."SubscriptionEntitlement" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER subscription_entitlement_change AFTER INSERT OR DELETE OR UPDATE ON public."SubscriptionEntitlement" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER subscription_entitlement_touch BEFORE UPDATE ON public."SubscriptionEntitlement" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."SubscriptionEntitlement" enable row level security;
create policy admin_all on public."SubscriptionEntitlement" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_select on public."SubscriptionEntitlement" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."Subscription" s
  WHERE (s.id = "SubscriptionEntitlement"."subscriptionId"))));
grant select on public."SubscriptionEntitlement" to authenticated;
grant delete, insert, select, update on public."SubscriptionEntitlement" to service_role;
grant delete, insert, select, update on public."SubscriptionEntitlement" to telloom_admin;

-- public."TopicFavorite" -------------------------------------------------------------------------
create table public."TopicFavorite" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "promptCategoryId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "TopicFavorite_pkey" PRIMARY KEY (id),
  constraint "TopicFavorite_profileId_promptCategoryId_key" UNIQUE ("profileId", "promptCategoryId"),
  constraint "TopicFavorite_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "TopicFavorite_promptCategoryId_fkey" FOREIGN KEY ("promptCategoryId") REFERENCES public."PromptCategory"(id) ON DELETE CASCADE
);
CREATE INDEX "TopicFavorite_promptCategoryId_idx" ON public."TopicFavorite" USING btree ("promptCategoryId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TopicFavorite" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER topic_favorite_change AFTER INSERT OR DELETE OR UPDATE ON public."TopicFavorite" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER topic_favorite_log AFTER INSERT OR DELETE ON public."TopicFavorite" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('topic', 'profileId', 'promptCategoryId');
CREATE TRIGGER topic_favorite_log_change AFTER UPDATE ON public."TopicFavorite" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."promptCategoryId" IS DISTINCT FROM new."promptCategoryId"))) EXECUTE FUNCTION private.write_log('topic', 'profileId', 'promptCategoryId');
alter table public."TopicFavorite" enable row level security;
create policy admin_all on public."TopicFavorite" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."TopicFavorite" for delete to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
create policy manager_insert on public."TopicFavorite" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
create policy manager_select on public."TopicFavorite" for select to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
grant delete, select, insert (id, "profileId", "promptCategoryId") on public."TopicFavorite" to authenticated;
grant delete, insert, select, update on public."TopicFavorite" to service_role;
grant delete, insert, select, update on public."TopicFavorite" to telloom_admin;

-- public."TopicQueueItem" ------------------------------------------------------------------------
create table public."TopicQueueItem" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "promptCategoryId" uuid not null,
  "createdAt" timestamp with time zone default now() not null,
  constraint "TopicQueueItem_pkey" PRIMARY KEY (id),
  constraint "TopicQueueItem_profileId_promptCategoryId_key" UNIQUE ("profileId", "promptCategoryId"),
  constraint "TopicQueueItem_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "TopicQueueItem_promptCategoryId_fkey" FOREIGN KEY ("promptCategoryId") REFERENCES public."PromptCategory"(id) ON DELETE CASCADE
);
CREATE INDEX "TopicQueueItem_promptCategoryId_idx" ON public."TopicQueueItem" USING btree ("promptCategoryId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TopicQueueItem" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER topic_queue_item_change AFTER INSERT OR DELETE OR UPDATE ON public."TopicQueueItem" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER topic_queue_item_log AFTER INSERT OR DELETE ON public."TopicQueueItem" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('topic', 'profileId', 'promptCategoryId');
CREATE TRIGGER topic_queue_item_log_change AFTER UPDATE ON public."TopicQueueItem" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old."promptCategoryId" IS DISTINCT FROM new."promptCategoryId"))) EXECUTE FUNCTION private.write_log('topic', 'profileId', 'promptCategoryId');
alter table public."TopicQueueItem" enable row level security;
create policy admin_all on public."TopicQueueItem" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."TopicQueueItem" for delete to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
create policy manager_insert on public."TopicQueueItem" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
create policy manager_select on public."TopicQueueItem" for select to authenticated
  using ((("profileId" = ( SELECT private.uid() AS uid)) OR ("profileId" = ANY (( SELECT private.executed_owners() AS executed_owners)::uuid[]))));
grant delete, select, insert (id, "profileId", "promptCategoryId") on public."TopicQueueItem" to authenticated;
grant delete, insert, select, update on public."TopicQueueItem" to service_role;
grant delete, insert, select, update on public."TopicQueueItem" to telloom_admin;

-- public."TopicVideo" ----------------------------------------------------------------------------
create table public."TopicVideo" (
  id uuid default gen_random_uuid() not null,
  title text,
  description text,
  "profileSharerId" uuid not null,
  "promptCategoryId" uuid,
  "muxAssetId" text,
  "muxPlaybackId" text,
  "muxUploadId" text,
  passthrough text,
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
  status public."VideoStatus" default 'WAITING'::public."VideoStatus" not null,
  summary text,
  "errorMessage" text,
  progress double precision,
  "dateRecorded" timestamp with time zone,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "videoId" uuid,
  "downloadFile" text,
  "summarySource" text,
  "summaryLinks" jsonb,
  search_vector tsvector,
  constraint "TopicVideo_pkey" PRIMARY KEY (id),
  constraint "TopicVideo_id_profileSharerId_key" UNIQUE (id, "profileSharerId"),
  constraint "TopicVideo_muxAssetId_key" UNIQUE ("muxAssetId"),
  constraint "TopicVideo_muxPlaybackId_key" UNIQUE ("muxPlaybackId"),
  constraint "TopicVideo_muxUploadId_key" UNIQUE ("muxUploadId"),
  constraint "TopicVideo_passthrough_key" UNIQUE (passthrough),
  constraint "TopicVideo_profileSharerId_promptCategoryId_key" UNIQUE ("profileSharerId", "promptCategoryId"),
  constraint "TopicVideo_videoId_key" UNIQUE ("videoId"),
  constraint "TopicVideo_progress_check" CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint "TopicVideo_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "TopicVideo_promptCategoryId_fkey" FOREIGN KEY ("promptCategoryId") REFERENCES public."PromptCategory"(id) ON DELETE SET NULL,
  constraint "TopicVideo_videoId_fkey" FOREIGN KEY ("videoId", "profileSharerId") REFERENCES public."Video"(id, "profileSharerId") ON DELETE CASCADE
);
comment on column public."TopicVideo"."videoId" is 'The recording that is shown; what its host says of it is copied here. Null in rows that came without one.';
comment on column public."TopicVideo"."downloadFile" is 'As in Video.';
comment on column public."TopicVideo"."summarySource" is 'As PromptResponse."summarySource".';
comment on column public."TopicVideo"."summaryLinks" is 'As PromptResponse."summaryLinks".';
CREATE INDEX "TopicVideo_profileSharerId_search_vector_idx" ON public."TopicVideo" USING gin ("profileSharerId", search_vector);
CREATE INDEX "TopicVideo_promptCategoryId_idx" ON public."TopicVideo" USING btree ("promptCategoryId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideo" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER topic_video_change AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideo" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER topic_video_fill BEFORE INSERT OR UPDATE OF "videoId" ON public."TopicVideo" FOR EACH ROW WHEN ((new."videoId" IS NOT NULL)) EXECUTE FUNCTION private.fill_topic_video();
CREATE TRIGGER topic_video_follow_links BEFORE UPDATE ON public."TopicVideo" FOR EACH ROW WHEN (((old."videoId" <> new."videoId") AND (new."summaryLinks" IS NOT NULL))) EXECUTE FUNCTION private.follow_links();
CREATE TRIGGER topic_video_insert_words AFTER INSERT ON public."TopicVideo" FOR EACH ROW WHEN ((new."videoId" IS NOT NULL)) EXECUTE FUNCTION private.follow_words();
CREATE TRIGGER topic_video_keep_telling AFTER UPDATE ON public."TopicVideo" FOR EACH ROW WHEN ((old."videoId" <> new."videoId")) EXECUTE FUNCTION private.keep_earlier_telling();
CREATE TRIGGER topic_video_log AFTER INSERT OR DELETE ON public."TopicVideo" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('topicVideo', 'profileSharerId', 'title', 'summary', 'description', 'videoId', 'promptCategoryId', 'languageCode', 'url', 'metadata', 'dateRecorded');
CREATE TRIGGER topic_video_log_change AFTER UPDATE ON public."TopicVideo" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (((((((((old.title IS DISTINCT FROM new.title) OR (old.summary IS DISTINCT FROM new.summary)) OR (old.description IS DISTINCT FROM new.description)) OR (old."videoId" IS DISTINCT FROM new."videoId")) OR (old."promptCategoryId" IS DISTINCT FROM new."promptCategoryId")) OR (old."languageCode" IS DISTINCT FROM new."languageCode")) OR (old.url IS DISTINCT FROM new.url)) OR (old.metadata IS DISTINCT FROM new.metadata)) OR (old."dateRecorded" IS DISTINCT FROM new."dateRecorded")))) EXECUTE FUNCTION private.write_log('topicVideo', 'profileSharerId', 'title', 'summary', 'description', 'videoId', 'promptCategoryId', 'languageCode', 'url', 'metadata', 'dateRecorded');
CREATE TRIGGER topic_video_need_access AFTER INSERT ON public."TopicVideo" FOR EACH ROW WHEN ((current_setting('role'::text) = 'authenticated'::text)) EXECUTE FUNCTION private.need_access();
CREATE TRIGGER topic_video_note_removed_asset AFTER DELETE ON public."TopicVideo" FOR EACH ROW WHEN (((old."muxAssetId" !~~ 'local-%'::text) OR (old."muxUploadId" !~~ 'local-%'::text))) EXECUTE FUNCTION private.note_removed_asset();
CREATE TRIGGER topic_video_person_writes BEFORE UPDATE OF summary ON public."TopicVideo" FOR EACH ROW WHEN (((new.summary IS DISTINCT FROM old.summary) AND (CURRENT_USER = ANY (ARRAY['authenticated'::name, 'telloom_admin'::name])))) EXECUTE FUNCTION private.person_writes_summary();
CREATE TRIGGER topic_video_replace_words AFTER UPDATE ON public."TopicVideo" FOR EACH ROW WHEN (((new."videoId" IS NOT NULL) AND (new."videoId" IS DISTINCT FROM old."videoId"))) EXECUTE FUNCTION private.follow_words();
CREATE TRIGGER topic_video_search BEFORE INSERT OR UPDATE OF title, description, summary, "promptCategoryId", "languageCode", search_vector ON public."TopicVideo" FOR EACH ROW EXECUTE FUNCTION private.index_topic_video();
CREATE TRIGGER topic_video_settle_trim AFTER UPDATE ON public."TopicVideo" FOR EACH ROW WHEN ((old."videoId" IS DISTINCT FROM new."videoId")) EXECUTE FUNCTION private.settle_trim();
CREATE TRIGGER topic_video_touch BEFORE UPDATE ON public."TopicVideo" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."TopicVideo" enable row level security;
create policy admin_all on public."TopicVideo" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."TopicVideo" for delete to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."TopicVideo" for insert to authenticated
  with check (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_update on public."TopicVideo" for update to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_select on public."TopicVideo" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])) OR ("profileSharerId" = ANY (( SELECT private.followed_sharers() AS followed_sharers)::uuid[]))));
grant delete, select, insert (id, title, description, "profileSharerId", "promptCategoryId", "languageCode", url, metadata, summary, "dateRecorded", "videoId"), update (title, description, "promptCategoryId", "languageCode", url, metadata, summary, "dateRecorded", "videoId") on public."TopicVideo" to authenticated;
grant delete, insert, select, update on public."TopicVideo" to service_role;
grant delete, insert, select, update on public."TopicVideo" to telloom_admin;

-- public."TopicVideoDownload" --------------------------------------------------------------------
create table public."TopicVideoDownload" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "muxAssetId" text,
  quality text default 'high'::text not null,
  "downloadedAt" timestamp with time zone,
  status text default 'preparing'::text not null,
  retries integer default 0 not null,
  last_attempted timestamp with time zone,
  file text,
  bytes bigint,
  problem text,
  "requestedAt" timestamp with time zone default now() not null,
  "expiresAt" timestamp with time zone,
  constraint "TopicVideoDownload_pkey" PRIMARY KEY (id),
  constraint "TopicVideoDownload_profileId_muxAssetId_quality_key" UNIQUE ("profileId", "muxAssetId", quality),
  constraint "TopicVideoDownload_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on column public."TopicVideoDownload".quality is 'This and the other columns as in VideoDownload.';
CREATE INDEX "TopicVideoDownload_muxAssetId_idx" ON public."TopicVideoDownload" USING btree ("muxAssetId");
CREATE INDEX "TopicVideoDownload_profileId_idx" ON public."TopicVideoDownload" USING btree ("profileId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideoDownload" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER topic_video_download_change AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideoDownload" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER topic_video_download_prepare AFTER INSERT ON public."TopicVideoDownload" FOR EACH ROW WHEN ((new.status = 'preparing'::text)) EXECUTE FUNCTION private.prepare_download();
alter table public."TopicVideoDownload" enable row level security;
create policy admin_all on public."TopicVideoDownload" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."TopicVideoDownload" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."TopicVideoDownload" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND (quality = ANY (ARRAY['high'::text, 'audio'::text, 'original'::text])) AND (EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v."muxAssetId" = "TopicVideoDownload"."muxAssetId") AND (("TopicVideoDownload".quality <> 'original'::text) OR (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))))));
create policy self_select on public."TopicVideoDownload" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert (id, "profileId", "muxAssetId", quality) on public."TopicVideoDownload" to authenticated;
grant delete, insert, select, update on public."TopicVideoDownload" to service_role;
grant delete, insert, select, update on public."TopicVideoDownload" to telloom_admin;

-- public."TopicVideoTranscript" ------------------------------------------------------------------
create table public."TopicVideoTranscript" (
  id uuid default gen_random_uuid() not null,
  "topicVideoId" uuid not null,
  transcript text,
  cues jsonb,
  source text,
  type text,
  language text,
  name text,
  "muxTrackId" text,
  "muxAssetId" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  version integer default 1 not null,
  "isChecked" boolean default false not null,
  "editSession" uuid,
  constraint "TopicVideoTranscript_pkey" PRIMARY KEY (id),
  constraint "TopicVideoTranscript_cues_check" CHECK ((jsonb_typeof(cues) = 'array'::text)),
  constraint "TopicVideoTranscript_topicVideoId_fkey" FOREIGN KEY ("topicVideoId") REFERENCES public."TopicVideo"(id) ON DELETE CASCADE
);
comment on column public."TopicVideoTranscript".version is 'As VideoTranscript.version.';
comment on column public."TopicVideoTranscript"."isChecked" is 'As VideoTranscript."isChecked".';
comment on column public."TopicVideoTranscript"."editSession" is 'As VideoTranscript."editSession".';
CREATE INDEX "TopicVideoTranscript_topicVideoId_idx" ON public."TopicVideoTranscript" USING btree ("topicVideoId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideoTranscript" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER topic_video_transcript_change AFTER INSERT OR DELETE OR UPDATE ON public."TopicVideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER topic_video_transcript_follow_cues BEFORE INSERT OR UPDATE ON public."TopicVideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.follow_cues();
CREATE TRIGGER topic_video_transcript_keep_change AFTER UPDATE ON public."TopicVideoTranscript" FOR EACH ROW WHEN ((new.version <> old.version)) EXECUTE FUNCTION private.keep_version();
CREATE TRIGGER topic_video_transcript_keep_version AFTER INSERT ON public."TopicVideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.keep_version();
CREATE TRIGGER topic_video_transcript_log AFTER INSERT OR DELETE ON public."TopicVideoTranscript" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('words', 'topicVideoId', 'transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source');
CREATE TRIGGER topic_video_transcript_log_change AFTER UPDATE ON public."TopicVideoTranscript" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (((((((old.transcript IS DISTINCT FROM new.transcript) OR (old.cues IS DISTINCT FROM new.cues)) OR (old."isChecked" IS DISTINCT FROM new."isChecked")) OR (old.language IS DISTINCT FROM new.language)) OR (old.name IS DISTINCT FROM new.name)) OR (old.type IS DISTINCT FROM new.type)) OR (old.source IS DISTINCT FROM new.source)))) EXECUTE FUNCTION private.write_log('words', 'topicVideoId', 'transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source');
CREATE TRIGGER topic_video_transcript_refresh_search AFTER INSERT OR DELETE OR UPDATE OF transcript, cues, language ON public."TopicVideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.refresh_search_of_topic_words();
CREATE TRIGGER topicvideotranscript_updated BEFORE UPDATE ON public."TopicVideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."TopicVideoTranscript" enable row level security;
create policy admin_all on public."TopicVideoTranscript" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."TopicVideoTranscript" for delete to authenticated
  using ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v.id = "TopicVideoTranscript"."topicVideoId") AND (v."videoId" IS NULL) AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_insert on public."TopicVideoTranscript" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v.id = "TopicVideoTranscript"."topicVideoId") AND (v."videoId" IS NULL) AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_update on public."TopicVideoTranscript" for update to authenticated
  using ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v.id = "TopicVideoTranscript"."topicVideoId") AND (v."videoId" IS NULL) AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy reader_select on public."TopicVideoTranscript" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE (v.id = "TopicVideoTranscript"."topicVideoId"))));
grant delete, select, insert (id, "topicVideoId", transcript, cues, source, type, language, name, "isChecked", "editSession"), update (transcript, cues, source, type, language, name, "isChecked", "editSession") on public."TopicVideoTranscript" to authenticated;
grant delete, insert, select, update on public."TopicVideoTranscript" to service_role;
grant delete, insert, select, update on public."TopicVideoTranscript" to telloom_admin;

-- public."TranscriptSuggestion" ------------------------------------------------------------------
create table public."TranscriptSuggestion" (
  id uuid default gen_random_uuid() not null,
  "videoTranscriptId" uuid,
  "topicVideoTranscriptId" uuid,
  "profileSharerId" uuid not null,
  "suggestedBy" uuid default private.uid() not null,
  start double precision not null,
  was text not null,
  suggested text not null,
  status text default 'PENDING'::text not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "TranscriptSuggestion_pkey" PRIMARY KEY (id),
  constraint "TranscriptSuggestion_check" CHECK ((num_nonnulls("videoTranscriptId", "topicVideoTranscriptId") = 1)),
  constraint "TranscriptSuggestion_start_check" CHECK ((start >= (0)::double precision)),
  constraint "TranscriptSuggestion_status_check" CHECK ((status = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'DECLINED'::text]))),
  constraint "TranscriptSuggestion_suggested_check" CHECK (((length(suggested) >= 1) AND (length(suggested) <= 2000))),
  constraint "TranscriptSuggestion_was_check" CHECK ((length(was) <= 2000)),
  constraint "TranscriptSuggestion_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "TranscriptSuggestion_suggestedBy_fkey" FOREIGN KEY ("suggestedBy") REFERENCES public."Profile"(id) ON DELETE CASCADE,
  constraint "TranscriptSuggestion_topicVideoTranscriptId_fkey" FOREIGN KEY ("topicVideoTranscriptId") REFERENCES public."TopicVideoTranscript"(id) ON DELETE CASCADE,
  constraint "TranscriptSuggestion_videoTranscriptId_fkey" FOREIGN KEY ("videoTranscriptId") REFERENCES public."VideoTranscript"(id) ON DELETE CASCADE
);
comment on table public."TranscriptSuggestion" is 'What somebody who listens would have a cue say. start: the cue''s, in seconds; was: its words then.';
CREATE INDEX "TranscriptSuggestion_profileSharerId_idx" ON public."TranscriptSuggestion" USING btree ("profileSharerId");
CREATE INDEX "TranscriptSuggestion_suggestedBy_idx" ON public."TranscriptSuggestion" USING btree ("suggestedBy");
CREATE INDEX "TranscriptSuggestion_topicVideoTranscriptId_idx" ON public."TranscriptSuggestion" USING btree ("topicVideoTranscriptId");
CREATE INDEX "TranscriptSuggestion_videoTranscriptId_idx" ON public."TranscriptSuggestion" USING btree ("videoTranscriptId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TranscriptSuggestion" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER transcript_suggestion_change AFTER INSERT OR DELETE OR UPDATE ON public."TranscriptSuggestion" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER transcript_suggestion_guard BEFORE UPDATE ON public."TranscriptSuggestion" FOR EACH ROW WHEN ((CURRENT_USER = 'authenticated'::name)) EXECUTE FUNCTION private.guard_suggestion();
CREATE TRIGGER transcript_suggestion_log AFTER INSERT OR DELETE ON public."TranscriptSuggestion" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('suggestion', 'profileSharerId', 'status');
CREATE TRIGGER transcript_suggestion_log_change AFTER UPDATE ON public."TranscriptSuggestion" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (old.status IS DISTINCT FROM new.status))) EXECUTE FUNCTION private.write_log('suggestion', 'profileSharerId', 'status');
CREATE TRIGGER transcript_suggestion_sharer BEFORE INSERT ON public."TranscriptSuggestion" FOR EACH ROW EXECUTE FUNCTION private.fill_suggestion_sharer();
CREATE TRIGGER transcript_suggestion_touch BEFORE UPDATE ON public."TranscriptSuggestion" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."TranscriptSuggestion" enable row level security;
create policy admin_all on public."TranscriptSuggestion" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_update on public."TranscriptSuggestion" for update to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_insert on public."TranscriptSuggestion" for insert to authenticated
  with check (((EXISTS ( SELECT
   FROM public."VideoTranscript" t
  WHERE (t.id = "TranscriptSuggestion"."videoTranscriptId"))) OR (EXISTS ( SELECT
   FROM public."TopicVideoTranscript" t
  WHERE (t.id = "TranscriptSuggestion"."topicVideoTranscriptId")))));
create policy suggester_delete on public."TranscriptSuggestion" for delete to authenticated
  using ((("suggestedBy" = ( SELECT private.uid() AS uid)) AND (status = 'PENDING'::text)));
create policy suggester_select on public."TranscriptSuggestion" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])) OR (("suggestedBy" = ( SELECT private.uid() AS uid)) AND ((EXISTS ( SELECT
   FROM public."VideoTranscript" t
  WHERE (t.id = "TranscriptSuggestion"."videoTranscriptId"))) OR (EXISTS ( SELECT
   FROM public."TopicVideoTranscript" t
  WHERE (t.id = "TranscriptSuggestion"."topicVideoTranscriptId")))))));
grant delete, select, insert (id, "videoTranscriptId", "topicVideoTranscriptId", start, was, suggested), update (status) on public."TranscriptSuggestion" to authenticated;
grant delete, insert, select, update on public."TranscriptSuggestion" to service_role;
grant delete, insert, select, update on public."TranscriptSuggestion" to telloom_admin;

-- public."TranscriptVersion" ---------------------------------------------------------------------
create table public."TranscriptVersion" (
  id uuid default gen_random_uuid() not null,
  "videoTranscriptId" uuid,
  "topicVideoTranscriptId" uuid,
  "profileSharerId" uuid not null,
  version integer not null,
  transcript text,
  cues jsonb,
  language text,
  source text,
  "isChecked" boolean not null,
  "editSession" uuid,
  "madeBy" uuid,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "TranscriptVersion_pkey" PRIMARY KEY (id),
  constraint "TranscriptVersion_check" CHECK ((num_nonnulls("videoTranscriptId", "topicVideoTranscriptId") = 1)),
  constraint "TranscriptVersion_madeBy_fkey" FOREIGN KEY ("madeBy") REFERENCES public."Profile"(id) ON DELETE SET NULL,
  constraint "TranscriptVersion_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "TranscriptVersion_topicVideoTranscriptId_fkey" FOREIGN KEY ("topicVideoTranscriptId") REFERENCES public."TopicVideoTranscript"(id) ON DELETE CASCADE,
  constraint "TranscriptVersion_videoTranscriptId_fkey" FOREIGN KEY ("videoTranscriptId") REFERENCES public."VideoTranscript"(id) ON DELETE CASCADE
);
comment on table public."TranscriptVersion" is 'Every state that a transcript was in, the present one included. Written by triggers alone.';
comment on column public."TranscriptVersion"."madeBy" is 'Null: a machine, or before versions were kept.';
CREATE INDEX "TranscriptVersion_madeBy_idx" ON public."TranscriptVersion" USING btree ("madeBy");
CREATE INDEX "TranscriptVersion_profileSharerId_idx" ON public."TranscriptVersion" USING btree ("profileSharerId");
CREATE INDEX "TranscriptVersion_topicVideoTranscriptId_version_idx" ON public."TranscriptVersion" USING btree ("topicVideoTranscriptId", version DESC);
CREATE INDEX "TranscriptVersion_videoTranscriptId_version_idx" ON public."TranscriptVersion" USING btree ("videoTranscriptId", version DESC);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TranscriptVersion" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER transcript_version_change AFTER INSERT OR DELETE OR UPDATE ON public."TranscriptVersion" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER transcript_version_touch BEFORE UPDATE ON public."TranscriptVersion" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."TranscriptVersion" enable row level security;
create policy admin_all on public."TranscriptVersion" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_select on public."TranscriptVersion" for select to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
grant select on public."TranscriptVersion" to authenticated;
grant delete, insert, select, update on public."TranscriptVersion" to service_role;
grant delete, insert, select, update on public."TranscriptVersion" to telloom_admin;

-- public."TrimmedVideo" --------------------------------------------------------------------------
create table public."TrimmedVideo" (
  id uuid default gen_random_uuid() not null,
  "videoId" uuid not null,
  "wholeId" uuid not null,
  "profileSharerId" uuid not null,
  start double precision not null,
  "end" double precision not null,
  "promptResponseId" uuid,
  "topicVideoId" uuid,
  "createdAt" timestamp with time zone default now() not null,
  constraint "TrimmedVideo_pkey" PRIMARY KEY (id),
  constraint "TrimmedVideo_promptResponseId_key" UNIQUE ("promptResponseId"),
  constraint "TrimmedVideo_topicVideoId_key" UNIQUE ("topicVideoId"),
  constraint "TrimmedVideo_videoId_key" UNIQUE ("videoId"),
  constraint "TrimmedVideo_check" CHECK (("end" >= (start + (1)::double precision))),
  constraint "TrimmedVideo_check1" CHECK (("videoId" <> "wholeId")),
  constraint "TrimmedVideo_check2" CHECK ((num_nonnulls("promptResponseId", "topicVideoId") <= 1)),
  constraint "TrimmedVideo_start_check" CHECK ((start >= (0)::double precision)),
  constraint "TrimmedVideo_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "TrimmedVideo_promptResponseId_profileSharerId_fkey" FOREIGN KEY ("promptResponseId", "profileSharerId") REFERENCES public."PromptResponse"(id, "profileSharerId") ON DELETE CASCADE,
  constraint "TrimmedVideo_topicVideoId_profileSharerId_fkey" FOREIGN KEY ("topicVideoId", "profileSharerId") REFERENCES public."TopicVideo"(id, "profileSharerId") ON DELETE CASCADE,
  constraint "TrimmedVideo_videoId_profileSharerId_fkey" FOREIGN KEY ("videoId", "profileSharerId") REFERENCES public."Video"(id, "profileSharerId") ON DELETE CASCADE,
  constraint "TrimmedVideo_wholeId_profileSharerId_fkey" FOREIGN KEY ("wholeId", "profileSharerId") REFERENCES public."Video"(id, "profileSharerId") DEFERRABLE INITIALLY DEFERRED
);
comment on table public."TrimmedVideo" is 'Which recordings are a part of another, whose original they are made from: it cannot be deleted before them. Such a recording has no upload of its own, so that nothing takes the whole original for it.';
comment on column public."TrimmedVideo".start is 'Seconds of the whole; end likewise.';
comment on column public."TrimmedVideo"."promptResponseId" is 'The story that will show it as soon as it is READY. Null, as the topic video is: it was shown.';
comment on column public."TrimmedVideo"."topicVideoId" is 'Or the topic video.';
CREATE INDEX "TrimmedVideo_profileSharerId_idx" ON public."TrimmedVideo" USING btree ("profileSharerId");
CREATE INDEX "TrimmedVideo_wholeId_idx" ON public."TrimmedVideo" USING btree ("wholeId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."TrimmedVideo" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER trimmed_video_forget AFTER DELETE ON public."TrimmedVideo" FOR EACH ROW EXECUTE FUNCTION private.forget_trimmed();
alter table public."TrimmedVideo" enable row level security;
create policy admin_all on public."TrimmedVideo" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_select on public."TrimmedVideo" for select to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
grant select on public."TrimmedVideo" to authenticated;
grant delete, insert, select, update on public."TrimmedVideo" to service_role;
grant delete, insert, select, update on public."TrimmedVideo" to telloom_admin;

-- public."Video" ---------------------------------------------------------------------------------
create table public."Video" (
  id uuid default gen_random_uuid() not null,
  "profileSharerId" uuid not null,
  "promptId" uuid,
  "muxAssetId" text,
  "muxPlaybackId" text,
  "muxUploadId" text,
  passthrough text,
  duration double precision,
  "aspectRatio" text,
  "videoQuality" text,
  "maxWidth" numeric,
  "maxHeight" numeric,
  "maxFrameRate" numeric,
  "languageCode" text,
  "resolutionTier" text,
  status public."VideoStatus" default 'WAITING'::public."VideoStatus" not null,
  "errorMessage" text,
  progress double precision,
  "playbackFile" text,
  "transcriptPending" boolean default false not null,
  "airtableRecordId" text,
  "dateRecorded" timestamp with time zone,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "downloadFile" text,
  constraint "Video_pkey" PRIMARY KEY (id),
  constraint "Video_id_profileSharerId_key" UNIQUE (id, "profileSharerId"),
  constraint "Video_muxAssetId_key" UNIQUE ("muxAssetId"),
  constraint "Video_muxPlaybackId_key" UNIQUE ("muxPlaybackId"),
  constraint "Video_muxUploadId_key" UNIQUE ("muxUploadId"),
  constraint "Video_passthrough_key" UNIQUE (passthrough),
  constraint "Video_progress_check" CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
  constraint "Video_profileSharerId_fkey" FOREIGN KEY ("profileSharerId") REFERENCES public."ProfileSharer"(id) ON DELETE CASCADE,
  constraint "Video_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES public."Prompt"(id) ON DELETE SET NULL
);
comment on column public."Video".duration is 'Seconds.';
comment on column public."Video"."errorMessage" is 'Why it is ERRORED, in words for the person who recorded it.';
comment on column public."Video".progress is 'How much of the preparing is done, 0 to 1; null when unknown.';
comment on column public."Video"."playbackFile" is 'On the local host, the file in the recording''s folder that a player opens.';
comment on column public."Video"."transcriptPending" is 'Whether a transcript is on its way.';
comment on column public."Video"."downloadFile" is 'The file for keeping, once its host has made one.';
CREATE INDEX "Video_profileSharerId_createdAt_idx" ON public."Video" USING btree ("profileSharerId", "createdAt" DESC);
CREATE INDEX "Video_promptId_idx" ON public."Video" USING btree ("promptId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."Video" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER set_video_date_recorded_trigger BEFORE INSERT ON public."Video" FOR EACH ROW EXECUTE FUNCTION public.set_video_date_recorded();
CREATE TRIGGER video_change AFTER INSERT OR DELETE OR UPDATE ON public."Video" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER video_follow_recording AFTER UPDATE ON public."Video" FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION private.follow_recording();
CREATE TRIGGER video_log AFTER INSERT OR DELETE ON public."Video" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('recording', 'profileSharerId', 'promptId', 'dateRecorded', 'languageCode');
CREATE TRIGGER video_log_change AFTER UPDATE ON public."Video" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (((old."promptId" IS DISTINCT FROM new."promptId") OR (old."dateRecorded" IS DISTINCT FROM new."dateRecorded")) OR (old."languageCode" IS DISTINCT FROM new."languageCode")))) EXECUTE FUNCTION private.write_log('recording', 'profileSharerId', 'promptId', 'dateRecorded', 'languageCode');
CREATE TRIGGER video_need_access AFTER INSERT ON public."Video" FOR EACH ROW WHEN ((current_setting('role'::text) = 'authenticated'::text)) EXECUTE FUNCTION private.need_access();
CREATE TRIGGER video_note_removed_asset AFTER DELETE ON public."Video" FOR EACH ROW WHEN (((old."muxAssetId" !~~ 'local-%'::text) OR (old."muxUploadId" !~~ 'local-%'::text))) EXECUTE FUNCTION private.note_removed_asset();
CREATE TRIGGER video_show_trimmed AFTER UPDATE ON public."Video" FOR EACH ROW WHEN (((new.status = 'READY'::public."VideoStatus") AND (old.status <> 'READY'::public."VideoStatus"))) EXECUTE FUNCTION private.show_trimmed();
CREATE TRIGGER video_tell AFTER UPDATE OF status ON public."Video" FOR EACH ROW WHEN (((new.status = ANY (ARRAY['READY'::public."VideoStatus", 'ERRORED'::public."VideoStatus"])) AND (new.status IS DISTINCT FROM old.status))) EXECUTE FUNCTION private.tell_of_recording();
CREATE TRIGGER video_touch BEFORE UPDATE ON public."Video" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."Video" enable row level security;
create policy admin_all on public."Video" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."Video" for delete to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_insert on public."Video" for insert to authenticated
  with check (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy manager_update on public."Video" for update to authenticated
  using (("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])));
create policy reader_select on public."Video" for select to authenticated
  using ((("profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])) OR (EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r."videoId" = "Video".id))) OR (EXISTS ( SELECT
   FROM public."TopicVideo" t
  WHERE (t."videoId" = "Video".id)))));
grant delete, select, insert (id, "profileSharerId", "promptId", "languageCode", "dateRecorded"), update ("promptId", "languageCode", "dateRecorded") on public."Video" to authenticated;
grant delete, insert, select, update on public."Video" to service_role;
grant delete, insert, select, update on public."Video" to telloom_admin;

-- public."VideoDownload" -------------------------------------------------------------------------
create table public."VideoDownload" (
  id uuid default gen_random_uuid() not null,
  "profileId" uuid not null,
  "muxAssetId" text,
  quality text default 'high'::text not null,
  "downloadedAt" timestamp with time zone,
  status text default 'preparing'::text not null,
  retries integer default 0 not null,
  last_attempted timestamp with time zone,
  file text,
  bytes bigint,
  problem text,
  "requestedAt" timestamp with time zone default now() not null,
  "expiresAt" timestamp with time zone,
  constraint "VideoDownload_pkey" PRIMARY KEY (id),
  constraint "VideoDownload_profileId_muxAssetId_quality_key" UNIQUE ("profileId", "muxAssetId", quality),
  constraint "VideoDownload_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on column public."VideoDownload".quality is 'high: the best that is watched. audio: its sound alone. original: as it came, for its managers. Dumps may bring others.';
comment on column public."VideoDownload"."downloadedAt" is 'When its last byte was sent from here. Of a file that a video host sends: when a fetch that goes to its end was let through to there; whether it arrived nobody tells us.';
comment on column public."VideoDownload".status is 'preparing, ready, completed (see downloadedAt), failed for what problem says, or expired.';
comment on column public."VideoDownload".file is 'What its host calls it, once it is ready.';
comment on column public."VideoDownload".bytes is 'How large the file is, where its host says so.';
comment on column public."VideoDownload".problem is 'gone: the recording is. unavailable: it has no such file. not-made: its host could not. gave-up: it did not, in half a day.';
comment on column public."VideoDownload"."expiresAt" is 'Until when it can be fetched; null before it is ready.';
CREATE INDEX "VideoDownload_muxAssetId_idx" ON public."VideoDownload" USING btree ("muxAssetId");
CREATE INDEX "VideoDownload_profileId_idx" ON public."VideoDownload" USING btree ("profileId");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."VideoDownload" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER video_download_change AFTER INSERT OR DELETE OR UPDATE ON public."VideoDownload" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER video_download_prepare AFTER INSERT ON public."VideoDownload" FOR EACH ROW WHEN ((new.status = 'preparing'::text)) EXECUTE FUNCTION private.prepare_download();
alter table public."VideoDownload" enable row level security;
create policy admin_all on public."VideoDownload" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_delete on public."VideoDownload" for delete to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_insert on public."VideoDownload" for insert to authenticated
  with check ((("profileId" = ( SELECT private.uid() AS uid)) AND (quality = ANY (ARRAY['high'::text, 'audio'::text, 'original'::text])) AND (EXISTS ( SELECT
   FROM public."Video" v
  WHERE ((v."muxAssetId" = "VideoDownload"."muxAssetId") AND (("VideoDownload".quality <> 'original'::text) OR (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))))));
create policy self_select on public."VideoDownload" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant delete, select, insert (id, "profileId", "muxAssetId", quality) on public."VideoDownload" to authenticated;
grant delete, insert, select, update on public."VideoDownload" to service_role;
grant delete, insert, select, update on public."VideoDownload" to telloom_admin;

-- public."VideoTranscript" -----------------------------------------------------------------------
create table public."VideoTranscript" (
  id uuid default gen_random_uuid() not null,
  "videoId" uuid not null,
  transcript text,
  cues jsonb,
  source text,
  type text,
  language text,
  name text,
  "muxTrackId" text,
  "muxAssetId" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  version integer default 1 not null,
  "isChecked" boolean default false not null,
  "editSession" uuid,
  constraint "VideoTranscript_pkey" PRIMARY KEY (id),
  constraint "VideoTranscript_videoId_key" UNIQUE ("videoId"),
  constraint "VideoTranscript_cues_check" CHECK ((jsonb_typeof(cues) = 'array'::text)),
  constraint "VideoTranscript_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES public."Video"(id) ON DELETE CASCADE
);
comment on column public."VideoTranscript".cues is 'The captions: [{"start": seconds, "end": seconds, "text": text}], in order.';
comment on column public."VideoTranscript".version is 'Counts the changes; whoever saves says which one they began with.';
comment on column public."VideoTranscript"."isChecked" is 'A person has gone through it and says that it is right.';
comment on column public."VideoTranscript"."editSession" is 'Changes in a row with the same session are one version in the history: those that an editor saves by itself.';
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."VideoTranscript" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER video_transcript_change AFTER INSERT OR DELETE OR UPDATE ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.note_change();
CREATE TRIGGER video_transcript_follow_cues BEFORE INSERT OR UPDATE ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.follow_cues();
CREATE TRIGGER video_transcript_follow_words AFTER INSERT OR DELETE OR UPDATE ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.follow_words();
CREATE TRIGGER video_transcript_keep_change AFTER UPDATE ON public."VideoTranscript" FOR EACH ROW WHEN ((new.version <> old.version)) EXECUTE FUNCTION private.keep_version();
CREATE TRIGGER video_transcript_keep_version AFTER INSERT ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.keep_version();
CREATE TRIGGER video_transcript_log AFTER INSERT OR DELETE ON public."VideoTranscript" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('words', 'videoId', 'transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source');
CREATE TRIGGER video_transcript_log_change AFTER UPDATE ON public."VideoTranscript" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND (((((((old.transcript IS DISTINCT FROM new.transcript) OR (old.cues IS DISTINCT FROM new.cues)) OR (old."isChecked" IS DISTINCT FROM new."isChecked")) OR (old.language IS DISTINCT FROM new.language)) OR (old.name IS DISTINCT FROM new.name)) OR (old.type IS DISTINCT FROM new.type)) OR (old.source IS DISTINCT FROM new.source)))) EXECUTE FUNCTION private.write_log('words', 'videoId', 'transcript', 'cues', 'isChecked', 'language', 'name', 'type', 'source');
CREATE TRIGGER video_transcript_refresh_search AFTER INSERT OR DELETE OR UPDATE OF transcript, cues, language ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.refresh_search_of_transcript();
CREATE TRIGGER video_transcript_touch BEFORE UPDATE ON public."VideoTranscript" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."VideoTranscript" enable row level security;
create policy admin_all on public."VideoTranscript" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."VideoTranscript" for delete to authenticated
  using ((EXISTS ( SELECT
   FROM public."Video" v
  WHERE ((v.id = "VideoTranscript"."videoId") AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_insert on public."VideoTranscript" for insert to authenticated
  with check (private.manages_video("videoId"));
create policy manager_update on public."VideoTranscript" for update to authenticated
  using ((EXISTS ( SELECT
   FROM public."Video" v
  WHERE ((v.id = "VideoTranscript"."videoId") AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy reader_select on public."VideoTranscript" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."Video" v
  WHERE (v.id = "VideoTranscript"."videoId"))));
grant delete, select, insert (id, "videoId", transcript, cues, source, type, language, name, "isChecked", "editSession"), update (transcript, cues, source, type, language, name, "isChecked", "editSession") on public."VideoTranscript" to authenticated;
grant delete, insert, select, update on public."VideoTranscript" to service_role;
grant delete, insert, select, update on public."VideoTranscript" to telloom_admin;

-- public."WatchingPreference" --------------------------------------------------------------------
create table public."WatchingPreference" (
  "profileId" uuid not null,
  "keepsHistory" boolean default true not null,
  captions boolean default true not null,
  "playsOn" boolean default false not null,
  "updatedAt" timestamp with time zone default now() not null,
  constraint "WatchingPreference_pkey" PRIMARY KEY ("profileId"),
  constraint "WatchingPreference_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES public."Profile"(id) ON DELETE CASCADE
);
comment on table public."WatchingPreference" is 'How a person likes to watch; no row means the defaults.';
comment on column public."WatchingPreference"."keepsHistory" is 'Whether it is remembered what the person watched and where they left off.';
comment on column public."WatchingPreference"."playsOn" is 'Whether the next story of a list starts by itself, after a pause in which it can be stopped.';
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."WatchingPreference" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER watching_preference_touch BEFORE UPDATE ON public."WatchingPreference" FOR EACH ROW EXECUTE FUNCTION private.touch();
alter table public."WatchingPreference" enable row level security;
create policy admin_all on public."WatchingPreference" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy self_insert on public."WatchingPreference" for insert to authenticated
  with check (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_select on public."WatchingPreference" for select to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
create policy self_update on public."WatchingPreference" for update to authenticated
  using (("profileId" = ( SELECT private.uid() AS uid)));
grant select, insert ("profileId", "keepsHistory", captions, "playsOn"), update ("keepsHistory", captions, "playsOn") on public."WatchingPreference" to authenticated;
grant delete, insert, select, update on public."WatchingPreference" to service_role;
grant delete, insert, select, update on public."WatchingPreference" to telloom_admin;

-- public."_ListenerPromptViews" ------------------------------------------------------------------
create table public."_ListenerPromptViews" (
  "A" uuid not null,
  "B" uuid not null,
  constraint "_ListenerPromptViews_A_fkey" FOREIGN KEY ("A") REFERENCES public."ProfileListener"(id) ON DELETE CASCADE,
  constraint "_ListenerPromptViews_B_fkey" FOREIGN KEY ("B") REFERENCES public."PromptResponse"(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX "_ListenerPromptViews_AB_unique" ON public."_ListenerPromptViews" USING btree ("A", "B");
CREATE INDEX "_ListenerPromptViews_B_index" ON public."_ListenerPromptViews" USING btree ("B");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."_ListenerPromptViews" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."_ListenerPromptViews" enable row level security;
create policy admin_all on public."_ListenerPromptViews" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy listener_insert on public."_ListenerPromptViews" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM (public."ProfileListener" l
     JOIN public."PromptResponse" b ON ((b."profileSharerId" = l."sharerId")))
  WHERE ((l.id = "_ListenerPromptViews"."A") AND (b.id = "_ListenerPromptViews"."B") AND (l."listenerId" = ( SELECT private.uid() AS uid)) AND l."hasAccess"))));
create policy tied_select on public."_ListenerPromptViews" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."ProfileListener" l
  WHERE (l.id = "_ListenerPromptViews"."A"))));
grant select, insert ("A", "B") on public."_ListenerPromptViews" to authenticated;
grant delete, insert, select, update on public."_ListenerPromptViews" to service_role;
grant delete, insert, select, update on public."_ListenerPromptViews" to telloom_admin;

-- public."_ListenerVideoViews" -------------------------------------------------------------------
create table public."_ListenerVideoViews" (
  "A" uuid not null,
  "B" uuid not null,
  constraint "_ListenerVideoViews_A_fkey" FOREIGN KEY ("A") REFERENCES public."ProfileListener"(id) ON DELETE CASCADE,
  constraint "_ListenerVideoViews_B_fkey" FOREIGN KEY ("B") REFERENCES public."Video"(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX "_ListenerVideoViews_AB_unique" ON public."_ListenerVideoViews" USING btree ("A", "B");
CREATE INDEX "_ListenerVideoViews_B_index" ON public."_ListenerVideoViews" USING btree ("B");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."_ListenerVideoViews" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public."_ListenerVideoViews" enable row level security;
create policy admin_all on public."_ListenerVideoViews" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy listener_insert on public."_ListenerVideoViews" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM (public."ProfileListener" l
     JOIN public."Video" b ON ((b."profileSharerId" = l."sharerId")))
  WHERE ((l.id = "_ListenerVideoViews"."A") AND (b.id = "_ListenerVideoViews"."B") AND (l."listenerId" = ( SELECT private.uid() AS uid)) AND l."hasAccess"))));
create policy tied_select on public."_ListenerVideoViews" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."ProfileListener" l
  WHERE (l.id = "_ListenerVideoViews"."A"))));
grant select, insert ("A", "B") on public."_ListenerVideoViews" to authenticated;
grant delete, insert, select, update on public."_ListenerVideoViews" to service_role;
grant delete, insert, select, update on public."_ListenerVideoViews" to telloom_admin;

-- public."_PromptResponseToThematicVideo" --------------------------------------------------------
create table public."_PromptResponseToThematicVideo" (
  "A" uuid not null,
  "B" uuid not null,
  constraint "_PromptResponseToThematicVideo_A_fkey" FOREIGN KEY ("A") REFERENCES public."PromptResponse"(id) ON DELETE CASCADE,
  constraint "_PromptResponseToThematicVideo_B_fkey" FOREIGN KEY ("B") REFERENCES public."TopicVideo"(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX "_PromptResponseToThematicVideo_AB_unique" ON public."_PromptResponseToThematicVideo" USING btree ("A", "B");
CREATE INDEX "_PromptResponseToThematicVideo_B_index" ON public."_PromptResponseToThematicVideo" USING btree ("B");
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public."_PromptResponseToThematicVideo" FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
CREATE TRIGGER thematic_video_check AFTER INSERT OR UPDATE ON public."_PromptResponseToThematicVideo" FOR EACH ROW EXECUTE FUNCTION private.check_thematic_sharer();
CREATE TRIGGER thematic_video_log AFTER INSERT OR DELETE ON public."_PromptResponseToThematicVideo" FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION private.write_log('drawnOn', 'B', 'A', 'B');
CREATE TRIGGER thematic_video_log_change AFTER UPDATE ON public."_PromptResponseToThematicVideo" FOR EACH ROW WHEN (((pg_trigger_depth() = 0) AND ((old."A" IS DISTINCT FROM new."A") OR (old."B" IS DISTINCT FROM new."B")))) EXECUTE FUNCTION private.write_log('drawnOn', 'B', 'A', 'B');
alter table public."_PromptResponseToThematicVideo" enable row level security;
create policy admin_all on public."_PromptResponseToThematicVideo" for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy manager_delete on public."_PromptResponseToThematicVideo" for delete to authenticated
  using ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v.id = "_PromptResponseToThematicVideo"."B") AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy manager_insert on public."_PromptResponseToThematicVideo" for insert to authenticated
  with check ((EXISTS ( SELECT
   FROM public."TopicVideo" v
  WHERE ((v.id = "_PromptResponseToThematicVideo"."B") AND (v."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[]))))));
create policy reader_select on public."_PromptResponseToThematicVideo" for select to authenticated
  using ((EXISTS ( SELECT
   FROM public."PromptResponse" r
  WHERE (r.id = "_PromptResponseToThematicVideo"."A"))));
grant delete, select, insert ("A", "B") on public."_PromptResponseToThematicVideo" to authenticated;
grant delete, insert, select, update on public."_PromptResponseToThematicVideo" to service_role;
grant delete, insert, select, update on public."_PromptResponseToThematicVideo" to telloom_admin;

-- public._prisma_migrations ----------------------------------------------------------------------
create table public._prisma_migrations (
  id character varying(36) not null,
  checksum character varying(64) not null,
  finished_at timestamp with time zone,
  migration_name character varying(255) not null,
  logs text,
  rolled_back_at timestamp with time zone,
  started_at timestamp with time zone default now() not null,
  applied_steps_count integer default 0 not null,
  constraint _prisma_migrations_pkey PRIMARY KEY (id)
);
CREATE TRIGGER admin_log AFTER INSERT OR DELETE OR UPDATE ON public._prisma_migrations FOR EACH ROW WHEN ((current_setting('role'::text) = 'telloom_admin'::text)) EXECUTE FUNCTION private.write_admin_log();
alter table public._prisma_migrations enable row level security;
create policy admin_all on public._prisma_migrations for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
grant delete, insert, select, update on public._prisma_migrations to service_role;
grant delete, insert, select, update on public._prisma_migrations to telloom_admin;

-- api.admin_log ----------------------------------------------------------------------------------
create view api.admin_log with (security_invoker = true) as
  select id, "actorId", "actorName", action, thing, "thingId", name, changed, "createdAt",
    private.cursor_time("createdAt") as at
  from private.admin_log;
comment on view api.admin_log is 'What admins did, for admins.';
grant select on api.admin_log to telloom_admin;

-- api.attachment ---------------------------------------------------------------------------------
create view api.attachment with (security_invoker = true) as
  select a.id, a."promptResponseId" as "responseId", a."profileSharerId" as "sharerId",
    p."promptText" as question, p."promptCategoryId" as "topicId",
    case when a."fileType" like 'image/%' then 'photo' when a."fileType" like 'audio/%' then 'audio'
      else 'document' end as kind,
    a."fileName", a."fileType", a."fileSize", a.title, a.description, a."estimatedYear",
    a."dateCaptured"::text as "dateCaptured", a."yearCaptured", a.state, a.problem, a.width, a.height,
    a."objectId", a."uploadedAt", private.cursor_time(a."uploadedAt") as at,
    (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', coalesce(t.name, ''),
        'relation', t.relation) order by t.name, t.id), '[]')
      from public."PromptResponseAttachmentPersonTag" j
      join public."PersonTag" t on t.id = j."personTagId"
      where j."promptResponseAttachmentId" = a.id
    ) as people,
    exists (
      select from storage.objects o where o.bucket_id = 'attachments' and o.name = a."fileUrl"
    ) as "isStored",
    a."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PromptResponseAttachment" a
  join public."PromptResponse" r on r.id = a."promptResponseId"
  left join public."Prompt" p on p.id = r."promptId"
  -- what is on its way, or was refused, is of use to those alone who sent it
  where a.state = 'ready' or a."profileSharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.attachment is 'Attachments of the stories that the caller may read, with the question and the people in them.';
grant select on api.attachment to authenticated;

-- api.curated_category ---------------------------------------------------------------------------
create view api.curated_category with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as category, c.description, c.theme,
    (select count(*)::integer from public."Prompt" p
      where p."promptCategoryId" = c.id and p."retiredAt" is null) as asked,
    (select count(*)::integer from public."Prompt" p
      where p."promptCategoryId" = c.id and p."retiredAt" is not null) as retired,
    (select count(*)::integer from public."TopicVideo" t where t."promptCategoryId" = c.id) as "topicVideos",
    row_number() over (order by c.position, c.category, c.id)::integer as place
  from public."PromptCategory" c;
comment on view api.curated_category is 'Every topic in its order, with what belongs to it. For admins.';
grant select on api.curated_category to telloom_admin;

-- api.curated_prompt -----------------------------------------------------------------------------
create view api.curated_prompt with (security_invoker = true) as
  select p.id, p."promptText" as text, p."promptType" as type, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt", p."promptCategoryId" as "categoryId",
    c.category, c.theme, p."retiredAt",
    (select count(*)::integer from public."PromptResponse" r where r."promptId" = p.id) as stories,
    (select count(*)::integer from public."Video" v where v."promptId" = p.id) as recordings,
    row_number() over (
      order by c.position, c.category, c.id, p."isContextEstablishing" desc, p.position, p."createdAt", p.id
    )::integer as place
  from public."Prompt" p left join public."PromptCategory" c on c.id = p."promptCategoryId";
comment on view api.curated_prompt is 'Every question in the order of asking, with how much was told of it. For admins.';
grant select on api.curated_prompt to telloom_admin;

-- api.download -----------------------------------------------------------------------------------
create view api.download with (security_invoker = true) as
  select d.id, d.problem, d.file, d.bytes, d."requestedAt", private.cursor_time(d."requestedAt") as at,
    d."downloadedAt", d."expiresAt", d."muxAssetId", d."videoId", d."topicVideoId", r.id as "storyId",
    -- as a dump of another Telloom may bring them
    case when d.quality in ('audio', 'original') then d.quality else 'high' end as quality,
    case
      when d.status in ('preparing', 'failed') then d.status
      when d.status in ('ready', 'completed') and d."expiresAt" > now() then d.status
      else 'expired'
    end as status,
    case when d."topicVideoId" is null then p."promptText" else coalesce(t.title, c.category) end as title,
    card."fullName" as "sharerName",
    coalesce(t."dateRecorded", v."dateRecorded") as "dateRecorded",
    coalesce(t."muxPlaybackId", v."muxPlaybackId") as "muxPlaybackId",
    coalesce(t."maxWidth", v."maxWidth") is not null as "hasPicture"
  from (
    select d.*, v.id as "videoId", null::uuid as "topicVideoId"
    from public."VideoDownload" d left join public."Video" v on v."muxAssetId" = d."muxAssetId"
    union all
    select d.*, t."videoId", t.id
    from public."TopicVideoDownload" d left join public."TopicVideo" t on t."muxAssetId" = d."muxAssetId"
  ) d
  left join public."Video" v on v.id = d."videoId"
  left join public."TopicVideo" t on t.id = d."topicVideoId"
  left join public."PromptResponse" r on r."videoId" = d."videoId" and d."topicVideoId" is null
  left join public."Prompt" p on p.id = coalesce(r."promptId", v."promptId")
  left join public."PromptCategory" c on c.id = t."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = coalesce(t."profileSharerId", v."profileSharerId");
comment on view api.download is 'The copies that the caller asked for. Of a recording that they may no longer watch, videoId and topicVideoId are null, and so is all that would tell of it.';
grant select on api.download to authenticated;

-- api.follow_request -----------------------------------------------------------------------------
create view api.follow_request with (security_invoker = true) as
  select f.id, f."sharerId", f.status, f."createdAt",
    coalesce(c."fullName", f."askedAs") as name, c."avatarUrl"
  from public."FollowRequest" f
  left join private.cards() c on c.id = f."requestorId"
  where f."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.follow_request is 'Who asked to follow the stories that the caller manages.';
grant select on api.follow_request to authenticated;

-- api.invitation ---------------------------------------------------------------------------------
create view api.invitation with (security_invoker = true) as
  select i.id, i."inviteeEmail" as email, i.role, i."createdAt",
    i."createdAt" + interval '14 days' as "expiresAt",
    case when i.status = 'PENDING' and i."createdAt" <= now() - interval '14 days'
      then 'EXPIRED' else i.status end as status,
    i."sharerId"
  from public."Invitation" i
  where i."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.invitation is 'Invitations to the stories that the caller manages.';
grant select on api.invitation to authenticated;

-- api.listener -----------------------------------------------------------------------------------
create view api.listener with (security_invoker = true) as
  select l.id, l."sharerId", c."fullName" as name, c."avatarUrl", l."hasAccess", l."sharedSince",
    l."lastViewed" at time zone 'utc' as "lastViewed"
  from public."ProfileListener" l
  left join private.cards() c on c.id = l."listenerId"
  where l."sharerId" = any ((select private.managed_sharers())::uuid[]);
comment on view api.listener is 'Who listens to the stories that the caller manages.';
grant select on api.listener to authenticated;

-- api.looked_after -------------------------------------------------------------------------------
create view api.looked_after with (security_invoker = true) as
  select s.id, card."fullName" as name, card."avatarUrl",
    (
      select count(*)::integer from public."PromptResponse" r where r."profileSharerId" = s.id
    ) as stories,
    newest.question as "newestQuestion", newest."createdAt" as "newestAt",
    (
      select count(*)::integer from public."TranscriptSuggestion" w
      where w."profileSharerId" = s.id and w.status = 'PENDING'
    ) as suggestions,
    (
      select count(*)::integer from public."Video" v
      where v."profileSharerId" = s.id and v.status = 'ERRORED'
    ) as troubled,
    (
      select count(*)::integer from api.invitation i
      where i."sharerId" = s.id and i.status = 'PENDING'
    ) as unanswered
  from public."ProfileSharer" s
  left join private.sharer_cards() card on card."sharerId" = s.id
  left join lateral (
    select coalesce(p."promptText", '') as question, r."createdAt"
    from public."PromptResponse" r left join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = s.id order by r."createdAt" desc, r.id desc limit 1
  ) newest on true
  where s.id = any ((select private.executed_sharers())::uuid[]);
comment on view api.looked_after is 'Whom the caller looks after, with what is new and what waits for somebody to see to it.';
grant select on api.looked_after to authenticated;

-- api.mail ---------------------------------------------------------------------------------------
create view api.mail with (security_invoker = true) as
  select id, to_address as "to",
    case when is_secret and status <> 'kept' then regexp_replace(subject, '\d{6}', '······')
      else subject end as subject,
    case when not is_secret or status = 'kept' then text end as text,
    created_at as "createdAt", status, private.cursor_time(created_at) as at, attempts,
    last_error as "lastError", sent_at as "sentAt",
    status <> 'sent' or not is_secret as "canSendAgain"
  from private.mail;
comment on view api.mail is 'The outbox, for admins. text: null where it lets somebody in and no admin has to pass it on.';
grant select on api.mail to telloom_admin;

-- api.me -----------------------------------------------------------------------------------------
create view api.me with (security_invoker = true) as
  select
    p.id, p."fullName", p."firstName", p."lastName", p.username, p."avatarUrl", p.email,
    (select private.my_confirmed_email()) is not null as "emailConfirmed",
    (select private.told_sharers())[1] as "sharerId",
    exists (
      select from public."ProfileRole" r where r."profileId" = p.id and r.role = 'ADMIN'
    ) as "isAdmin",
    (
      select count(*)::integer from public."ProfileListener" l
      where l."listenerId" = p.id and l."hasAccess"
    ) as "followsCount",
    (select l."dueAt" from public."AccountDeletion" l where l."profileId" = p.id) as "leavesAt",
    (
      select count(*)::integer from public."ProfileExecutor" e where e."executorId" = p.id
    ) as "keepsCount",
    (
      select jsonb_build_object('id', card."sharerId", 'name', card."fullName", 'avatarUrl', card."avatarUrl")
      from private.sharer_cards() card where card."sharerId" = private.acting_for()
    ) as "actingFor"
  from public."Profile" p
  where p.id = (select private.uid());
comment on view api.me is 'The caller, as the first thing the web app asks for. One row, or none.';
grant select on api.me to authenticated;

-- api.my_details ---------------------------------------------------------------------------------
create view api.my_details with (security_invoker = true) as
  select username, phone, "addressStreet", "addressUnit", "addressCity", "addressState",
    "addressZipcode", "executorFirstName", "executorLastName", "executorRelation",
    "executorPhone", "executorEmail"
  from public."Profile" where id = (select private.uid());
comment on view api.my_details is 'What the caller told of themselves, to read and to change. One row, or none.';
grant select, update on api.my_details to authenticated;

-- api.notification -------------------------------------------------------------------------------
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
comment on view api.notification is 'What the caller was told of and may still see, as it still is: the policies of its subject are asked again.';
grant select on api.notification to authenticated;

-- api.notification_switch ------------------------------------------------------------------------
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

-- api.object -------------------------------------------------------------------------------------
create view api.object with (security_invoker = true) as
  select o.id, o."userId", coalesce(o."objectName", '') as name, o."objectDescription" as description,
    o."categoryId", c."categoryName" as category, r.id as "responseId", p."promptText" as question,
    o."createdAt", private.cursor_time(o."createdAt") as at,
    (
      select a.id from public."PromptResponseAttachment" a
      where a."objectId" = o.id and a.state = 'ready' and a.width is not null
      order by a."uploadedAt", a.id limit 1
    ) as "coverId",
    o."userId" = (select private.uid())
      or o."userId" = any ((select private.executed_owners())::uuid[]) as "canManage",
    (select s.id from public."ProfileSharer" s where s."profileId" = o."userId") as "sharerId"
  from public."Object" o
  left join public."ObjectCategory" c on c.id = o."categoryId"
  left join public."PromptResponse" r on r.id = o."promptResponseId"
  left join public."Prompt" p on p.id = r."promptId"
  where o."userId" <> (select private.uid()) or (select private.acting_for()) is null;
comment on view api.object is 'Objects that the caller may see, with the story beside which they lie and the first photo of each.';
grant select on api.object to authenticated;

-- api.people -------------------------------------------------------------------------------------
create view api.people with (security_invoker = true) as
  select c.id, c."fullName", c.username, c."avatarUrl" from private.cards() c;
comment on view api.people is 'Cards of the people the caller is tied to by a connection, a pending invitation or a pending follow request.';
grant select on api.people to authenticated;

-- api.person_for_admins --------------------------------------------------------------------------
create view api.person_for_admins with (security_invoker = true) as
  select p.id, p."fullName", p.username, p.email, p."avatarUrl", p."createdAt",
    private.cursor_time(p."createdAt") as at,
    array(select r.role::text from public."ProfileRole" r where r."profileId" = p.id order by r.role) as roles
  from public."Profile" p;
comment on view api.person_for_admins is 'Everybody who has an account, for admins.';
grant select on api.person_for_admins to telloom_admin;

-- api.person_numbers -----------------------------------------------------------------------------
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
comment on view api.person_numbers is 'How much is a person''s and how many they are tied to, for admins: numbers alone.';
grant select on api.person_numbers to telloom_admin;

-- api.person_tag ---------------------------------------------------------------------------------
create view api.person_tag with (security_invoker = true) as
  select t.id, t."profileSharerId" as "sharerId", coalesce(t.name, '') as name, t.relation,
    count(a.id)::integer as attachments,
    t."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PersonTag" t
  left join public."PromptResponseAttachmentPersonTag" j on j."personTagId" = t.id
  left join public."PromptResponseAttachment" a
    on a.id = j."promptResponseAttachmentId" and a.state = 'ready'
  group by t.id;
comment on view api.person_tag is 'People in attachments, with in how many of those that the caller may see.';
grant select on api.person_tag to authenticated;

-- api.question -----------------------------------------------------------------------------------
create view api.question with (security_invoker = true) as
  select p.id, p."promptText" as text, p."isContextEstablishing",
    coalesce(p."isObjectPrompt", false) as "isObjectPrompt",
    p."promptCategoryId" as "topicId", c.category as "topicTitle", c.position as "topicPosition",
    row_number() over topic::integer as number,
    count(*) over (partition by p."promptCategoryId")::integer as "of",
    own.id as "responseId", v.status as "videoStatus", p."retiredAt" is not null as retired
  from public."Prompt" p
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join lateral (
    select r.id, r."videoId" from public."PromptResponse" r
    where r."promptId" = p.id and r."profileSharerId" = any ((select private.told_sharers())::uuid[])
    order by r."createdAt" limit 1
  ) own on true
  left join public."Video" v on v.id = own."videoId"
  where p."retiredAt" is null or own.id is not null or exists (
    select from public."Video" begun where begun."promptId" = p.id
      and begun."profileSharerId" = any ((select private.told_sharers())::uuid[])
  )
  window topic as (
    partition by p."promptCategoryId"
    order by p."isContextEstablishing" desc, p.position nulls last, p."createdAt", p.id
  );
comment on view api.question is 'Questions in the order to tell them, context-establishing ones first, with the story of each that the caller told, or whom they act for.';
grant select on api.question to authenticated;

-- api.sharer_storage -----------------------------------------------------------------------------
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
comment on view api.sharer_storage is 'What each storyteller sent, in files and bytes, without what is made from it. For admins.';
grant select on api.sharer_storage to telloom_admin;

-- api.story --------------------------------------------------------------------------------------
create view api.story with (security_invoker = true) as
  select r.id, r."promptId", r."profileSharerId", r."videoId", r."privacyLevel", r.summary,
    r."responseNotes", r."createdAt", private.cursor_time(r."createdAt") as at,
    p."promptText" as question, c.id as "topicId", c.category as "topicTitle",
    card."fullName" as "sharerName", card."avatarUrl" as "sharerAvatarUrl",
    v.status as "videoStatus", v.progress, v."errorMessage", v.duration, v."dateRecorded",
    case when v.status = 'READY' then v."maxWidth" is not null end as "hasPicture",
    exists (
      select from public."PromptResponseRecentlyWatched" w
      where w."promptResponseId" = r.id and w."profileId" = (select private.uid())
    ) as seen,
    r."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."PromptResponse" r
  left join public."Prompt" p on p.id = r."promptId"
  left join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = r."profileSharerId"
  left join public."Video" v on v.id = r."videoId";
comment on view api.story is 'A response with its question, topic and recording, as far as the caller may read them.';
grant select on api.story to authenticated;

-- api.subscriber ---------------------------------------------------------------------------------
create view api.subscriber with (security_invoker = true) as
  select s.id, s."profileId", p."fullName" as name, p.email, s."createdAt",
    private.cursor_time(s."createdAt") as at, s."subscriptionStatus" as "mayRecord",
    product."displayName" as plan, held.status, held."givesAccess" is true as "givesAccess",
    held."currentPeriodEndsAt" as "periodEndsAt", held.store, held.environment, c."fetchedAt"
  from public."ProfileSharer" s
  join public."Profile" p on p.id = s."profileId"
  left join lateral (
    select * from public."Subscription" o where o."userId" = p.id
    order by o."givesAccess" is true desc, o."currentPeriodEndsAt" desc nulls first limit 1
  ) held on true
  left join public."Product" product on product.id = held."productId"
  left join private.revenuecat_customer c on c.id = coalesce(p."revenuecatAppUserId", p.id::text);
comment on view api.subscriber is 'Every storyteller with the subscription that counts, if there is one. For admins.';
grant select on api.subscriber to telloom_admin;

-- api.topic --------------------------------------------------------------------------------------
create view api.topic with (security_invoker = true) as
  select c.id, coalesce(c.category, '') as title, c.description, c.theme, c.position,
    count(q.id)::integer as questions, count(q."responseId")::integer as told,
    exists (
      select from public."TopicFavorite" f
      where f."promptCategoryId" = c.id and f."profileId" = (select private.told_profile())
    ) as favorite,
    (
      select i."createdAt" from public."TopicQueueItem" i
      where i."promptCategoryId" = c.id and i."profileId" = (select private.told_profile())
    ) as "queuedAt"
  from public."PromptCategory" c
  left join api.question q on q."topicId" = c.id
  group by c.id;
comment on view api.topic is 'Topics, with how many of their questions the caller has told, whether they are a favourite, and since when they are on the list of those to tell next.';
grant select on api.topic to authenticated;

-- api.topic_video --------------------------------------------------------------------------------
create view api.topic_video with (security_invoker = true) as
  select t.id, t."profileSharerId", t."promptCategoryId" as "topicId", c.category as "topicTitle",
    t.title, t.description, t.summary, t.status, t.progress, t."errorMessage", t.duration,
    t."dateRecorded", t."createdAt", t."videoId",
    case when t.status = 'READY' then t."maxWidth" is not null end as "hasPicture",
    card."fullName" as "sharerName", card."avatarUrl" as "sharerAvatarUrl",
    t."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."TopicVideo" t
  left join public."PromptCategory" c on c.id = t."promptCategoryId"
  left join private.sharer_cards() card on card."sharerId" = t."profileSharerId";
comment on view api.topic_video is 'A topic summed up by its storyteller, as far as the caller may see it.';
grant select on api.topic_video to authenticated;

-- api.transcript ---------------------------------------------------------------------------------
create view api.transcript with (security_invoker = true) as
  select v.id as "videoId", t.id as "videoTranscriptId", null::uuid as "topicVideoTranscriptId",
    t.transcript as text, coalesce(t.cues, '[]') as cues, coalesce(t.language, v."languageCode") as language,
    t.source, coalesce(t.version, 0) as version, coalesce(t."isChecked", false) as "isChecked",
    v.duration, v."transcriptPending" as pending, t."updatedAt",
    v."profileSharerId" = any ((select private.managed_sharers())::uuid[]) as "canManage"
  from public."Video" v left join public."VideoTranscript" t on t."videoId" = v.id
  union all
  select v.id, null, t.id, t.transcript, coalesce(t.cues, '[]'), coalesce(t.language, v."languageCode"),
    t.source, coalesce(t.version, 0), coalesce(t."isChecked", false), v.duration, false, t."updatedAt",
    v."profileSharerId" = any ((select private.managed_sharers())::uuid[])
  from public."TopicVideo" v left join lateral (
    select * from public."TopicVideoTranscript" own where own."topicVideoId" = v.id
    order by own."updatedAt" desc, own.id limit 1
  ) t on true
  where v."videoId" is null;
comment on view api.transcript is 'A recording, or a topic video that came without one, with its transcript, as far as the caller may read them; version 0 where nothing is written yet.';
grant select on api.transcript to authenticated;
grant select on api.transcript to service_role;

-- api.transcript_suggestion ----------------------------------------------------------------------
create view api.transcript_suggestion with (security_invoker = true) as
  select s.id, t."videoId", s."start", s."was", s."suggested", s.status, s."createdAt",
    card."fullName" as "suggestedBy", s."suggestedBy" = (select private.uid()) as mine
  from api.transcript t join public."TranscriptSuggestion" s
    on s."videoTranscriptId" = t."videoTranscriptId" or s."topicVideoTranscriptId" = t."topicVideoTranscriptId"
  left join private.cards() card on card.id = s."suggestedBy";
comment on view api.transcript_suggestion is 'Corrections that were suggested: one''s own, and all of those whom one manages.';
grant select on api.transcript_suggestion to authenticated;

-- api.transcript_version -------------------------------------------------------------------------
create view api.transcript_version with (security_invoker = true) as
  select x.id, t."videoId", x.version, x.transcript as text, coalesce(x.cues, '[]') as cues, x.language,
    x.source, x."isChecked", x."updatedAt", card."fullName" as "madeBy"
  from api.transcript t join public."TranscriptVersion" x
    on x."videoTranscriptId" = t."videoTranscriptId" or x."topicVideoTranscriptId" = t."topicVideoTranscriptId"
  left join private.cards() card on card.id = x."madeBy";
comment on view api.transcript_version is 'What a transcript was, for its managers.';
grant select on api.transcript_version to authenticated;

-- api.webhook ------------------------------------------------------------------------------------
create view api.webhook with (security_invoker = true) as
  select e.key as id, 'mux' as source, e.id as "eventId", e.type, e."receivedAt",
    private.cursor_time(e."receivedAt") as at,
    case when e.error is not null then 'failed'
      when exists (
        select from private.mux_subject(e.payload) s, public."Video" v
        where v."muxAssetId" = s.asset or v."muxUploadId" = s.upload or v.passthrough = s.ours
      ) or exists (
        select from private.mux_subject(e.payload) s, public."TopicVideo" v
        where v."muxAssetId" = s.asset or v."muxUploadId" = s.upload or v.passthrough = s.ours
      ) then 'taken'
      else 'unknown' end as state,
    e.error
  from private.mux_event e
  -- the local host speaks as Mux does, and what the sweep asked for was not told by a webhook
  where e.id not like 'local-%' and e.id not like 'asked %'
  union all
  select e.key, 'revenuecat', e.id, e.type, e."receivedAt", private.cursor_time(e."receivedAt"),
    case when p.problem is not null then 'failed'
      when e."isKnown" or e.type = 'TEST' then 'taken' else 'unknown' end,
    p.problem
  from private.revenuecat_event e
  cross join lateral (select private.sync_problem(e.customers) as problem) p;
comment on view api.webhook is 'Every event that Mux or RevenueCat sent, without what it carries, for admins. unknown: it concerns nothing and nobody here.';
grant select on api.webhook to telloom_admin;

-- api.add_passkey(text,text,text,bytea,bigint,text[],timestamp with time zone) -------------------
CREATE OR REPLACE FUNCTION api.add_passkey(session_token text, name text, credential text, public_key bytea, counter bigint, transports text[], challenge_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  added uuid;
begin
  perform private.need_new_session(session_token);
  insert into private.passkey
    (profile_id, name, credential_id, public_key, counter, transports, last_challenge_at)
  values
    (private.uid(), btrim(add_passkey.name), credential, add_passkey.public_key,
      add_passkey.counter, add_passkey.transports, challenge_at)
  returning id into added;
  return added;
end
$function$;
comment on function api.add_passkey(text,text,text,bytea,bigint,text[],timestamp with time zone) is 'Definer: passkeys are nobody''s to write. Keeps a passkey of the caller, who signed in within the hour, and whose answer the server has checked. 42501 sign-in-again, 23505 known already.';
grant execute on function api.add_passkey(text,text,text,bytea,bigint,text[],timestamp with time zone) to authenticated;

-- api.all_told_by(uuid,integer) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.all_told_by(sharer uuid, max integer)
 RETURNS TABLE(kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select 'stories', s.id, s."profileSharerId", s."topicId",
      extract(year from coalesce(s."dateRecorded", s."createdAt"))::integer, s.seen
    from api.story s
    where s."profileSharerId" = sharer and (s."videoStatus" = 'READY' or s."canManage")
    order by s."createdAt" desc, s.id desc limit max;
  return query
    select 'topicVideos', t.id, t."profileSharerId", t."topicId",
      extract(year from coalesce(t."dateRecorded", t."createdAt"))::integer, null::boolean
    from api.topic_video t
    where t."profileSharerId" = sharer and (t.status = 'READY' or t."canManage")
    order by t."createdAt" desc, t.id desc limit max;
  return query
    select 'attachments', a.id, a."sharerId", a."topicId",
      coalesce(extract(year from a."dateCaptured"::date)::integer, a."yearCaptured", a."estimatedYear"),
      null::boolean
    from api.attachment a
    where a."sharerId" = sharer and a.state = 'ready'
    order by a."uploadedAt" desc, a.id desc limit max;
  return query
    select 'objects', o.id, sharer, p."promptCategoryId", null::integer, null::boolean
    from public."ProfileSharer" s
    join api.object o on o."userId" = s."profileId"
    left join public."PromptResponse" r on r.id = o."responseId"
    left join public."Prompt" p on p.id = r."promptId"
    where s.id = sharer
    order by o."createdAt" desc, o.id desc limit max;
end
$function$;
comment on function api.all_told_by(uuid,integer) is 'As api.search(), everything of a storyteller that the caller may watch and see, newest first.';
grant execute on function api.all_told_by(uuid,integer) to authenticated;

-- api.all_with(uuid,text,integer) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.all_with(person uuid, language text, max integer)
 RETURNS TABLE(kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  teller uuid;
  named tsquery;
  photos uuid[];
  things uuid[];
  stories uuid[];
  topics uuid[];
begin
  select t."profileSharerId", private.to_query(language, '"' || translate(t.name, '"', '') || '"')
  into teller, named from public."PersonTag" t where t.id = person;
  photos := array(
    select j."promptResponseAttachmentId" from public."PromptResponseAttachmentPersonTag" j
    where j."personTagId" = person
  );
  things := array(
    select a."objectId" from public."PromptResponseAttachment" a
    where a.id = any (photos) and a.state = 'ready' and a."objectId" is not null
    union select private.object_candidates(named, max, teller)
  );
  stories := array(
    select a."promptResponseId" from public."PromptResponseAttachment" a
    where a.id = any (photos) and a.state = 'ready'
    union select private.search_candidates(named, max, teller)
  );
  topics := array(select private.topic_video_candidates(named, max, teller));
  return query select * from api.all_told_by(teller, max) f
    where f.id = any (photos || things || stories || topics);
end
$function$;
comment on function api.all_with(uuid,text,integer) is 'As api.search(), of one storyteller: photos that show a person, the stories and things that those lie beside, and what has all of their name in it.';
grant execute on function api.all_with(uuid,text,integer) to authenticated;

-- api.ask_to_follow(text) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.ask_to_follow(whom text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  asked text := btrim(whom);
  sharer uuid;
  had_link boolean;
begin
  if whom is null then
    raise null_value_not_allowed using message = 'whom is needed';
  end if;
  if length(asked) not between 1 and 320 then
    raise invalid_parameter_value using message = 'whom is a username, an e-mail address or the code of a link';
  end if;
  if not exists (select from public."Profile" where id = me) then
    raise insufficient_privilege using message = 'sign in to follow somebody';
  end if;
  perform private.count_act('asked', asked, 20, 20);
  select k."sharerId" into sharer from public."FollowLink" k where k.code = asked;
  had_link := found;
  if not had_link then
    select s."sharerId" into sharer from api.find_sharer(asked) s;
  end if;
  insert into private.follow_ask (profile_id, handle, by_link, sharer_id)
  values (me, asked, had_link, sharer)
  on conflict (profile_id, handle) do update
    set by_link = excluded.by_link, sharer_id = excluded.sharer_id, asked_at = now();
  if exists (select from public."ProfileSharer" s where s.id = sharer and s."profileId" <> me)
    and sharer <> all (private.followed_sharers())
  then
    perform public.handle_follow_request(sharer);
  end if;
end
$function$;
comment on function api.ask_to_follow(text) is 'Asks whoever goes by this exact username, e-mail address or code of a link to be followed by the caller, and says nothing of whether there is anybody: 20 times a day. Raises 22004, 22023, 42501, TL429. Definer: a stranger reads neither links nor profiles.';
grant execute on function api.ask_to_follow(text) to authenticated;

-- api.become_sharer() ----------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.become_sharer()
 RETURNS TABLE("sharerId" uuid, made boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  insert into public."ProfileRole" ("profileId", role) values (private.uid(), 'SHARER')
  on conflict do nothing;
  insert into public."ProfileSharer" ("profileId") values (private.uid()) on conflict do nothing;
  made := found;
  select s.id into "sharerId" from public."ProfileSharer" s where s."profileId" = private.uid();
  return next;
end
$function$;
comment on function api.become_sharer() is 'Makes the caller a storyteller; made is false when they were one.';
grant execute on function api.become_sharer() to authenticated;

-- api.draw_on_stories(uuid,uuid[]) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.draw_on_stories(topic_video uuid, stories uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if topic_video is null or stories is null then
    raise null_value_not_allowed using message = 'topic_video and stories are needed';
  end if;
  if (select count(*) from public."PromptResponse" r where r.id = any (stories))
      < cardinality(array(select distinct s from unnest(stories) s)) then
    raise no_data_found using message = 'there is no such story';
  end if;
  delete from public."_PromptResponseToThematicVideo"
  where "B" = topic_video and "A" <> all (stories);
  insert into public."_PromptResponseToThematicVideo" ("A", "B")
  select distinct s, topic_video from unnest(stories) s on conflict do nothing;
end
$function$;
comment on function api.draw_on_stories(uuid,uuid[]) is 'Which stories a topic video draws on, all of them. Raises 22004; P0002 no such story; 42501 not its manager; 23514 another storyteller''s.';
grant execute on function api.draw_on_stories(uuid,uuid[]) to authenticated;

-- api.feed(timestamp with time zone,uuid,integer,uuid,uuid) --------------------------------------
CREATE OR REPLACE FUNCTION api.feed(before timestamp with time zone, before_id uuid, max integer, sharer uuid DEFAULT NULL::uuid, topic uuid DEFAULT NULL::uuid)
 RETURNS SETOF api.story
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return query
    select s.*
    from private.feed_candidates(sharer, topic, before, before_id, least(greatest(max, 1), 101)) c (id)
    join api.story s on s.id = c.id
    where s."videoStatus" = 'READY'
    order by s."createdAt" desc, s.id desc;
end
$function$;
comment on function api.feed(timestamp with time zone,uuid,integer,uuid,uuid) is 'Stories that can be played of everybody the caller follows, or of one storyteller or topic, newest first: those after the given one, or from the start with nulls. At most max, 1 to 101.';
grant execute on function api.feed(timestamp with time zone,uuid,integer,uuid,uuid) to authenticated;

-- api.feed_topics() ------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.feed_topics()
 RETURNS TABLE(id uuid, title text, stories integer, unseen integer)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select c.id, coalesce(c.category, ''), count(*)::integer,
    (count(*) filter (where w.id is null))::integer
  from private.feed_candidates(null, null, null, null, 5000) f (id)
  join public."PromptResponse" r on r.id = f.id
  join public."Prompt" p on p.id = r."promptId"
  join public."PromptCategory" c on c.id = p."promptCategoryId"
  left join public."PromptResponseRecentlyWatched" w
    on w."promptResponseId" = r.id and w."profileId" = (select private.uid())
  group by c.id
  order by c.position nulls last, c.category, c.id
$function$;
comment on function api.feed_topics() is 'The topics of the caller''s feed, with how many stories are in each and how many of them are new to the caller.';
grant execute on function api.feed_topics() to authenticated;

-- api.find_sharer(text) --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.find_sharer(handle text)
 RETURNS TABLE("sharerId" uuid, id uuid, "fullName" text, username text, "avatarUrl" text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, p.id, p."fullName", p.username, p."avatarUrl"
  from public."Profile" p join public."ProfileSharer" s on s."profileId" = p.id
  where private.uid() is not null
    -- an address is never taken for somebody's username, whatever they call themselves
    and case when handle like '%@%' then lower(p.email) = lower(btrim(handle))
      else p.username = btrim(handle) end
$function$;
comment on function api.find_sharer(text) is 'A sharer to follow, by exact username or e-mail: a card, never a list to browse. Definer: a stranger reads no Profile.';
grant execute on function api.find_sharer(text) to authenticated;
grant execute on function api.find_sharer(text) to service_role;
grant execute on function api.find_sharer(text) to telloom_admin;

-- api.give_up_job(bigint) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.give_up_job(job bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  task text;
  has_failed boolean;
begin
  perform private.need_admin();
  select j.task_identifier, j.attempts >= j.max_attempts into task, has_failed
  from graphile_worker.jobs j where j.id = job;
  if has_failed then
    perform graphile_worker.complete_jobs(array[job]);
  else
    -- its last attempt, which tells whom it concerns that there is no other
    perform graphile_worker.reschedule_jobs(array[job], run_at => now(), max_attempts => (
      select j.attempts + 1 from graphile_worker.jobs j where j.id = job));
  end if;
  if not found then
    return false;
  end if;
  perform private.note_admin_act('job.give-up', job::text, task);
  return true;
end
$function$;
comment on function api.give_up_job(bigint) is 'Gives a job one last attempt, at once; one that has had its last goes from the list. Definer: as api.jobs().';
grant execute on function api.give_up_job(bigint) to telloom_admin;

-- api.jobs() -------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.jobs()
 RETURNS TABLE(id bigint, task text, state text, attempts integer, "maxAttempts" integer, "runAt" timestamp with time zone, "createdAt" timestamp with time zone, "lastError" text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_admin();
  return query
    select j.id, j.task_identifier, case
        when j.locked_at is not null then 'running'
        when j.attempts >= j.max_attempts then 'failed'
        when j.attempts > 0 then 'retrying'
        when j.run_at > now() then 'later'
        else 'waiting' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at, j.last_error
    from graphile_worker.jobs j;
end
$function$;
comment on function api.jobs() is 'Every job, for admins. Definer: the queue belongs to the owner of the database.';
grant execute on function api.jobs() to telloom_admin;

-- api.keep_settings(jsonb) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.keep_settings(given jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  setting text;
  value text;
  kept uuid;
begin
  perform private.need_admin();
  for setting, value in select e.key, e.value from jsonb_each_text(given) e order by e.key loop
    if setting !~ '^[A-Z][A-Z_]{2,60}$' then
      raise invalid_parameter_value using message = 'this is not the name of a setting';
    end if;
    kept := (select s.id from vault.secrets s where s.name = 'telloom.' || setting for update);
    if value is null then
      delete from vault.secrets s where s.id = kept;
      perform private.note_admin_act('setting.forget', null, setting);
    elsif kept is null then
      perform vault.create_secret(value, 'telloom.' || setting, 'A setting that an admin entered.');
      perform private.note_admin_act('setting.keep', null, setting);
    else
      perform vault.update_secret(kept, value);
      perform private.note_admin_act('setting.keep', null, setting);
    end if;
  end loop;
end
$function$;
comment on function api.keep_settings(jsonb) is 'Keeps settings by their names in the environment, or forgets those that are null; for admins, in a transaction that has the root key. Definer: the vault is nobody''s to write.';
grant execute on function api.keep_settings(jsonb) to telloom_admin;

-- api.keep_topic_video(uuid,uuid) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.keep_topic_video(recording uuid, topic uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  sharer uuid;
  former uuid;
  kept uuid;
begin
  if recording is null or topic is null then
    raise null_value_not_allowed using message = 'recording and topic are needed';
  end if;
  select v."profileSharerId" into sharer from public."Video" v
  where v.id = recording and v."profileSharerId" = any (private.managed_sharers());
  if not found then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if not exists (select from public."PromptCategory" c where c.id = topic) then
    raise no_data_found using message = 'there is no such topic';
  end if;
  select t.id into former from public."TopicVideo" t
  where t."profileSharerId" = sharer and t."promptCategoryId" = topic for update;
  if not private.is_untold(recording) and not private.is_told_by(recording, former) then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  insert into public."TopicVideo" as t ("profileSharerId", "promptCategoryId", "videoId")
  values (sharer, topic, recording)
  on conflict ("profileSharerId", "promptCategoryId") do update set "videoId" = excluded."videoId"
  returning t.id into kept;
  -- what it draws on: every story of the topic, until somebody chooses
  if former is null then
    insert into public."_PromptResponseToThematicVideo" ("A", "B")
    select r.id, kept from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = sharer and p."promptCategoryId" = topic;
  end if;
  return kept;
end
$function$;
comment on function api.keep_topic_video(uuid,uuid) is 'Makes a recording the storyteller''s video of a topic, in place of a former one, whose recording stays among its earlier tellings. A new one draws on all stories of the topic. Raises 22004; P0002 no such topic, or no such recording of the caller''s; 55000 it is a story, or another topic''s.';
grant execute on function api.keep_topic_video(uuid,uuid) to authenticated;

-- api.look_at_follow_link(text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.look_at_follow_link(code text)
 RETURNS TABLE("sharerId" uuid, name text, "avatarUrl" text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, p."fullName", p."avatarUrl"
  from public."FollowLink" k
  join public."ProfileSharer" s on s.id = k."sharerId"
  join public."Profile" p on p.id = s."profileId"
  where k.code = look_at_follow_link.code and private.uid() is not null
$function$;
comment on function api.look_at_follow_link(text) is 'Whose link it is, for whoever was given it and is signed in. Definer: a stranger reads no Profile.';
grant execute on function api.look_at_follow_link(text) to authenticated;

-- api.look_at_invitation(text) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.look_at_invitation(token text)
 RETURNS TABLE("sharerName" text, "inviterName" text, role public."Role", status public."InvitationStatus", "inviteeEmail" text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  invitation public."Invitation" := private.open_invitation(coalesce(token, ''));
begin
  return query
  select sp."fullName", ip."fullName", invitation.role, invitation.status, invitation."inviteeEmail"
  from public."ProfileSharer" s
  join public."Profile" sp on sp.id = s."profileId"
  left join public."Profile" ip on ip.id = invitation."inviterId"
  where s.id = invitation."sharerId";
end
$function$;
comment on function api.look_at_invitation(text) is 'What the holder of a raw token may know before signing in. P0002 unknown token. Definer: anon reads no table of people.';
grant execute on function api.look_at_invitation(text) to anon;
grant execute on function api.look_at_invitation(text) to authenticated;
grant execute on function api.look_at_invitation(text) to service_role;
grant execute on function api.look_at_invitation(text) to telloom_admin;

-- api.mail_person(uuid,text,text,text,boolean) ---------------------------------------------------
CREATE OR REPLACE FUNCTION api.mail_person(person uuid, act text, subject text, body text, deliver boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.mail_person(uuid,text,text,text,boolean) is 'Queues a mail of an admin to a person, and notes the act. P0002 no such person; 55000 they have no address. Definer: the outbox is nobody''s to write.';
grant execute on function api.mail_person(uuid,text,text,text,boolean) to telloom_admin;

-- api.make_admin(uuid) ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.make_admin(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform from public."Profile" p where p.id = person for key share;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
  insert into public."ProfileRole" ("profileId", role) values (person, 'ADMIN') on conflict do nothing;
end
$function$;
comment on function api.make_admin(uuid) is 'Gives the role of admins; again changes nothing. P0002 no such person.';
grant execute on function api.make_admin(uuid) to telloom_admin;

-- api.make_api_key(text,text,text,text,text[],timestamp with time zone) --------------------------
CREATE OR REPLACE FUNCTION api.make_api_key(session_token text, hash text, start text, name text, scopes text[], expires_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  made uuid;
begin
  perform private.need_new_session(session_token);
  if expires_at <= now() then
    raise invalid_parameter_value using message = 'a key expires in the future';
  end if;
  -- one after the other, so that nobody gets a twenty-first
  perform from public."Profile" p where p.id = me for no key update;
  if (select count(*) from private.api_key k where k.profile_id = me) >= 20 then
    raise object_not_in_prerequisite_state using message = 'this person has 20 keys',
      detail = 'too-many-keys';
  end if;
  insert into private.api_key (profile_id, key_hash, key_start, name, scopes, expires_at)
  values (me, hash, start, btrim(make_api_key.name),
    array(select distinct s from unnest(make_api_key.scopes || '{read}') s order by s), expires_at)
  returning id into made;
  return made;
end
$function$;
comment on function api.make_api_key(text,text,text,text,text[],timestamp with time zone) is 'Definer: keys are nobody''s to write. Keeps the hash of a new key of the caller, who signed in within the hour; every key may read. 42501 sign-in-again, 55000 too-many-keys.';
grant execute on function api.make_api_key(text,text,text,text,text[],timestamp with time zone) to authenticated;

-- api.my_api_keys() ------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_api_keys()
 RETURNS TABLE(id uuid, name text, start text, scopes text[], "createdAt" timestamp with time zone, "expiresAt" timestamp with time zone, "lastUsedAt" timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  return query
    select k.id, k.name, k.key_start, k.scopes, k.created_at, k.expires_at, k.last_used_at
    from private.api_key k
    where k.profile_id = private.uid()
    order by k.created_at desc, k.id;
end
$function$;
comment on function api.my_api_keys() is 'Definer: keys are nobody''s to read. Gives the caller''s own, newest first, and never their hashes.';
grant execute on function api.my_api_keys() to authenticated;

-- api.my_attachment_upload(uuid) -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_attachment_upload(upload_or_attachment uuid)
 RETURNS TABLE(id uuid, "attachmentId" uuid, "completedAt" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select u.id, u."attachmentId", u."completedAt"
  from private.attachment_upload u
  join public."PromptResponseAttachment" a on a.id = u."attachmentId"
  where (u.id = upload_or_attachment or u."attachmentId" = upload_or_attachment)
    and a."profileSharerId" = any (private.managed_sharers())
$function$;
comment on function api.my_attachment_upload(uuid) is 'The upload, where the caller manages its attachment; no row otherwise. Definer: clients do not read private.attachment_upload.';
grant execute on function api.my_attachment_upload(uuid) to authenticated;

-- api.my_follow_asks() ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_follow_asks()
 RETURNS TABLE(id uuid, handle text, name text, "askedAt" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, case when not a.by_link then a.handle end,
    -- whoever had the link knows whose it is
    case when a.by_link then p."fullName" end, a.asked_at
  from private.follow_ask a
  left join public."ProfileSharer" s on s.id = a.sharer_id
  left join public."Profile" p on p.id = s."profileId"
  where a.profile_id = private.uid() and not exists (
    select from public."ProfileListener" l
    where l."sharerId" = a.sharer_id and l."listenerId" = a.profile_id and l."hasAccess"
  )
  order by a.asked_at desc, a.id
$function$;
comment on function api.my_follow_asks() is 'Whom the caller asked and does not follow yet, in the caller''s own words. Definer: clients do not read private.follow_ask.';
grant execute on function api.my_follow_asks() to authenticated;

-- api.my_passkeys() ------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_passkeys()
 RETURNS TABLE(id uuid, name text, "credentialId" text, transports text[], "createdAt" timestamp with time zone, "lastUsedAt" timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  return query
    select k.id, k.name, k.credential_id, k.transports, k.created_at, k.last_used_at
    from private.passkey k
    where k.profile_id = private.uid()
    order by k.created_at desc, k.id;
end
$function$;
comment on function api.my_passkeys() is 'Definer: passkeys are nobody''s to read. Gives the caller''s own, newest first.';
grant execute on function api.my_passkeys() to authenticated;

-- api.my_sessions(text) --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_sessions(current_token text)
 RETURNS TABLE(id uuid, "createdAt" timestamp with time zone, "lastUsedAt" timestamp with time zone, "userAgent" text, "ipAddress" text, current boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  return query
    select s.id, s."createdAt", s."updatedAt", s."userAgent", s."ipAddress",
      s.token = current_token
    from auth.ba_sessions s
    where s."userId" = private.uid() and s."expiresAt" > now()
    order by s.token = current_token desc, s."updatedAt" desc, s.id;
end
$function$;
comment on function api.my_sessions(text) is 'Definer: sessions are nobody''s to read. Gives the caller''s own, never a token. "lastUsedAt" is exact to a day.';
grant execute on function api.my_sessions(text) to authenticated;

-- api.my_sign_in_services() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_sign_in_services()
 RETURNS TABLE(id uuid, provider text, "createdAt" timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  return query
    select a.id, a."providerId", a."createdAt" from auth.ba_provider_accounts a
    where a."userId" = private.uid()
    order by a."createdAt", a.id;
end
$function$;
comment on function api.my_sign_in_services() is 'Definer: auth is nobody''s. The services (OpenID Connect) through which the caller signs in, never their tokens.';
grant execute on function api.my_sign_in_services() to authenticated;

-- api.my_untold_recordings() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_untold_recordings()
 RETURNS TABLE("videoId" uuid, "uploadId" uuid, "promptId" uuid, "promptText" text, "topicId" uuid, "topicTitle" text, kind text, "createdAt" timestamp with time zone, seconds double precision, complete boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.id, u.id, p.id, p."promptText", c.id, c.category, u.kind, u."createdAt", u."arrivedSeconds",
    u."completedAt" is not null or v."muxAssetId" is not null
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  left join public."Prompt" p on p.id = v."promptId"
  left join public."PromptCategory" c on c.id = u."topicId"
  where u."createdBy" = private.uid()
    and v."profileSharerId" = any (private.told_sharers())
    and num_nonnulls(p.id, c.id) = 1
    and private.is_untold(v.id)
  order by u."createdAt" desc
$function$;
comment on function api.my_untold_recordings() is 'What the caller began to record, for whom they act now, and nobody can watch yet; of questions and of topics, newest first. Definer: clients do not read private.upload.';
grant execute on function api.my_untold_recordings() to authenticated;

-- api.my_upload(uuid) ----------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.my_upload(upload_or_video uuid)
 RETURNS TABLE(id uuid, "videoId" uuid, "contentType" text, "fileName" text, "completedAt" timestamp with time zone, bytes bigint, sha256 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select u.id, u."videoId", u."contentType", u."fileName", u."completedAt", u.bytes, u.sha256
  from private.upload u
  join public."Video" v on v.id = u."videoId"
  where (u.id = upload_or_video or u."videoId" = upload_or_video)
    and v."profileSharerId" = any (private.managed_sharers())
$function$;
comment on function api.my_upload(uuid) is 'The upload, where the caller manages its recording; no row otherwise. Definer: clients do not read private.upload.';
grant execute on function api.my_upload(uuid) to authenticated;
grant execute on function api.my_upload(uuid) to service_role;

-- api.next_favorite(uuid) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.next_favorite(response uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select n."promptResponseId"
  from public."PromptResponseFavorite" f
  join public."PromptResponseFavorite" n on n."profileId" = f."profileId"
    and (n."favoritedAt", n."promptResponseId") < (f."favoritedAt", f."promptResponseId")
  join api.story s on s.id = n."promptResponseId" and s."videoStatus" = 'READY'
  where f."profileId" = private.uid() and f."promptResponseId" = response
  order by n."favoritedAt" desc, n."promptResponseId" desc limit 1
$function$;
comment on function api.next_favorite(uuid) is 'The favourite after this one, of those that can be played and that the caller may still read; null after the last.';
grant execute on function api.next_favorite(uuid) to authenticated;

-- api.next_in_feed(uuid,uuid,uuid) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.next_in_feed(response uuid, sharer uuid, topic uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select n.id from public."PromptResponse" r
  cross join lateral private.feed_candidates(sharer, topic, r."createdAt", r.id, 1) n (id)
  where r.id = response
$function$;
comment on function api.next_in_feed(uuid,uuid,uuid) is 'The story after this one in the feed, or in that of one storyteller or topic; null after the last.';
grant execute on function api.next_in_feed(uuid,uuid,uuid) to authenticated;

-- api.next_in_topic(uuid) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.next_in_topic(response uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.next_in_topic(uuid) is 'The story of the same storyteller that answers the next question of the topic, of those that can be played and that the caller may read; null after the last.';
grant execute on function api.next_in_topic(uuid) to authenticated;

-- api.next_questions(uuid,uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.next_questions(topic uuid, after uuid)
 RETURNS SETOF api.question
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  with open as materialized (
    select q.*, bool_or(q."responseId" is not null) over (partition by q."topicId") as begun,
      i."createdAt" as queued
    from api.question q
    left join public."TopicQueueItem" i
      on i."promptCategoryId" = q."topicId" and i."profileId" = (select private.told_profile())
  ), turns as materialized (
    select o.*, dense_rank() over (
      order by o.queued, o.begun desc, o."topicPosition" nulls last, o."topicId"
    ) as turn
    from open o
  ), skipped as (
    select t.turn, t.number from turns t where t.id = after
  )
  select t.id, t.text, t."isContextEstablishing", t."isObjectPrompt", t."topicId", t."topicTitle",
    t."topicPosition", t.number, t."of", t."responseId", t."videoStatus", t.retired
  from turns t left join skipped s on true
  where t."responseId" is null and not t.retired and t.id is distinct from after
    and (topic is null or t."topicId" = topic)
  order by
    -- what follows the skipped question, then from the beginning
    s.turn is not null and (t.turn, t.number) < (s.turn, s.number), t.turn, t.number
$function$;
comment on function api.next_questions(uuid,uuid) is 'Unanswered questions in the order to ask them, of one topic or of all: topics on the list, then those that are begun, then the others. after: the question that was skipped, or null.';
grant execute on function api.next_questions(uuid,uuid) to authenticated;

-- api.note_watching(uuid,double precision) -------------------------------------------------------
CREATE OR REPLACE FUNCTION api.note_watching(response uuid, at double precision)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.note_watching(uuid,double precision) is 'Remembers that the caller watches a story and, at in seconds, how far; null: nothing to come back to. Nothing is kept for those who switched that off. Raises 22004, 22023, P0002.';
grant execute on function api.note_watching(uuid,double precision) to authenticated;

-- api.notification_lines(text,boolean) -----------------------------------------------------------
CREATE OR REPLACE FUNCTION api.notification_lines(wanted_channel text, unmailed boolean)
 RETURNS TABLE(id uuid, kind text, "createdAt" timestamp with time zone, "readAt" timestamp with time zone, count integer, "sharerId" uuid, "sharerName" text, "sharerAvatarUrl" text, "personName" text, "personAvatarUrl" text, email text, accepted boolean, "followRequestId" uuid, "storyId" uuid, "topicVideoId" uuid, question text, members uuid[])
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.notification_lines(text,boolean) is 'The lines of the caller''s notifications that go to this channel; many of one storyteller are one line. id is that of the newest, members are all of them. unmailed: only what is unread, of the last three days, and no mail has told of.';
grant execute on function api.notification_lines(text,boolean) to authenticated;

-- api.refresh_payments() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.refresh_payments()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_admin();
  if current_setting('role') <> 'telloom_admin' then
    raise insufficient_privilege using message = 'for admins alone';
  end if;
  if not private.payments_on() then
    raise no_data_found using message = 'there is nothing to fetch';
  end if;
  perform private.refresh_catalogue();
  perform private.request_customer_sync(known.customer) from (
    select distinct "revenuecatAppUserId" as customer from public."Profile"
    where "revenuecatAppUserId" is not null
  ) known;
  perform private.note_admin_act('subscription.fetch-all', null, null);
end
$function$;
comment on function api.refresh_payments() is 'Fetches the catalogue and every known customer again. P0002 where no payment service is connected. Definer: enqueues jobs.';
grant execute on function api.refresh_payments() to telloom_admin;

-- api.refresh_subscription() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.refresh_subscription()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  customer text := (
    select coalesce(p."revenuecatAppUserId", p.id::text) from public."Profile" p
    where p.id = private.uid()
  );
begin
  if customer is null or not private.payments_on() then
    raise no_data_found using message = 'there is nothing to fetch';
  end if;
  perform private.request_customer_sync(customer, greatest(now(), (
    select c."fetchedAt" + interval '10 seconds' from private.revenuecat_customer c
    where c.id = customer
  )));
end
$function$;
comment on function api.refresh_subscription() is 'Fetches the caller''s own purchases again, once in ten seconds at the most. P0002 where no payment service is connected. Definer: enqueues a job.';
grant execute on function api.refresh_subscription() to authenticated;

-- api.refresh_subscription_of(uuid) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.refresh_subscription_of(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  it public."Profile";
begin
  perform private.need_admin();
  select * into it from public."Profile" p where p.id = person;
  if not found then
    raise no_data_found using message = 'there is no such person';
  end if;
  if not private.payments_on() then
    raise object_not_in_prerequisite_state using message = 'no payment service is connected';
  end if;
  perform private.request_customer_sync(coalesce(it."revenuecatAppUserId", it.id::text));
  perform private.note_admin_act('subscription.fetch', person::text, it."fullName");
end
$function$;
comment on function api.refresh_subscription_of(uuid) is 'Fetches what a person bought again. P0002 no such person; 55000 where no payment service is connected. Definer: enqueues a job.';
grant execute on function api.refresh_subscription_of(uuid) to telloom_admin;

-- api.remove_passkey(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.remove_passkey(passkey_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  delete from private.passkey k where k.id = passkey_id and k.profile_id = private.uid();
  return found;
end
$function$;
comment on function api.remove_passkey(uuid) is 'Definer: passkeys are nobody''s to delete. Takes one of the caller''s own away; false where it is not theirs.';
grant execute on function api.remove_passkey(uuid) to authenticated;

-- api.remove_prompt(uuid) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.remove_prompt(prompt uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform 1 from public."Prompt" p where p.id = prompt for update;
  if not found then
    raise no_data_found using message = 'there is no such question';
  end if;
  if exists (select from public."PromptResponse" r where r."promptId" = prompt)
    or exists (select from public."Video" v where v."promptId" = prompt)
  then
    raise object_not_in_prerequisite_state
      using message = 'somebody has told this', detail = 'in-use';
  end if;
  delete from public."Prompt" p where p.id = prompt;
end
$function$;
comment on function api.remove_prompt(uuid) is 'Deletes a question that nobody has told or begun to tell. P0002 no such question; 55000 somebody has: it can be retired.';
grant execute on function api.remove_prompt(uuid) to telloom_admin;

-- api.remove_prompt_category(uuid) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.remove_prompt_category(topic uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform 1 from public."PromptCategory" c where c.id = topic for update;
  if not found then
    raise no_data_found using message = 'there is no such topic';
  end if;
  if exists (select from public."Prompt" p where p."promptCategoryId" = topic)
    or exists (select from public."TopicVideo" t where t."promptCategoryId" = topic)
    or exists (select from private.upload u where u."topicId" = topic)
  then
    raise object_not_in_prerequisite_state
      using message = 'questions or recordings belong to this topic', detail = 'in-use';
  end if;
  delete from public."PromptCategory" c where c.id = topic;
end
$function$;
comment on function api.remove_prompt_category(uuid) is 'Deletes a topic that no question and no recording belongs to. P0002 no such topic; 55000 something belongs to it.';
grant execute on function api.remove_prompt_category(uuid) to telloom_admin;

-- api.remove_sign_in_service(uuid) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.remove_sign_in_service(service_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  delete from auth.ba_provider_accounts a where a.id = service_id and a."userId" = private.uid();
  return found;
end
$function$;
comment on function api.remove_sign_in_service(uuid) is 'Definer: auth is nobody''s. The caller signs in through this service no longer; a code by mail is always left. False where it is not theirs.';
grant execute on function api.remove_sign_in_service(uuid) to authenticated;

-- api.rename_passkey(uuid,text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.rename_passkey(passkey_id uuid, new_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  update private.passkey k set name = btrim(new_name)
  where k.id = passkey_id and k.profile_id = private.uid();
  return found;
end
$function$;
comment on function api.rename_passkey(uuid,text) is 'Definer: passkeys are nobody''s to write. Names one of the caller''s own; false where it is not theirs.';
grant execute on function api.rename_passkey(uuid,text) to authenticated;

-- api.renew_invitation(uuid) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.renew_invitation(invitation uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  fresh text := public.generate_invitation_token();
  found_status public."InvitationStatus";
begin
  select i.status into found_status from public."Invitation" i
  where i.id = invitation and (
    i."sharerId" = any (private.owned_sharers())
    or (i.role = 'LISTENER' and i."sharerId" = any (private.executed_sharers()))
  ) for update;
  if not found then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  if found_status not in ('PENDING', 'EXPIRED') then
    raise object_not_in_prerequisite_state using message = 'this invitation was answered or withdrawn';
  end if;
  update public."Invitation" i
  set token = private.hash_token(fresh), status = 'PENDING', "createdAt" = now(),
    "inviterId" = private.uid()
  where i.id = invitation;
  return fresh;
end
$function$;
comment on function api.renew_invitation(uuid) is 'Gives an open or expired invitation another link, which it returns this once, and 14 days more; the link before works no longer. P0002 none that the caller could have made, 55000 answered or withdrawn. Definer: clients write neither tokens nor times.';
grant execute on function api.renew_invitation(uuid) to authenticated;

-- api.request_download(uuid,uuid,text) -----------------------------------------------------------
CREATE OR REPLACE FUNCTION api.request_download(video uuid, topic_video uuid, wanted text)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  tbl text := case when topic_video is null then 'VideoDownload' else 'TopicVideoDownload' end;
  asset text;
  state public."VideoStatus";
  former uuid;
  kept uuid;
begin
  if wanted is null then
    raise null_value_not_allowed using message = 'wanted is needed';
  end if;
  select f.asset, f.status into asset, state from (
    select v."muxAssetId" as asset, v.status from public."Video" v where topic_video is null and v.id = video
    union all
    select t."muxAssetId", t.status from public."TopicVideo" t where t.id = topic_video
  ) f;
  if not found then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if asset is null or state <> 'READY' then
    raise object_not_in_prerequisite_state using message = 'the recording cannot be watched yet';
  end if;
  -- what came to its end begins anew, under its own id
  execute format($sql$delete from public.%I
    where "profileId" = private.uid() and "muxAssetId" = $1 and quality = $2
      and (status = 'preparing' or (status in ('ready', 'completed') and "expiresAt" > now())) is not true
    returning id$sql$, tbl)
    into former using asset, wanted;
  execute format($sql$insert into public.%I (id, "profileId", "muxAssetId", quality)
    values (coalesce($3, gen_random_uuid()), private.uid(), $1, $2)
    on conflict ("profileId", "muxAssetId", quality) do nothing$sql$, tbl)
    using asset, wanted, former;
  execute format($sql$select id from public.%I
    where "profileId" = private.uid() and "muxAssetId" = $1 and quality = $2$sql$, tbl)
    into kept using asset, wanted;
  return kept;
end
$function$;
comment on function api.request_download(uuid,uuid,text) is 'Asks for a copy of a recording, or of a topic video: the same again gives the same, and anew where it failed or is over. Raises 22004; P0002 no such recording, or none of the caller''s to watch; 55000 it is not ready; 42501 the original is not the caller''s to have.';
grant execute on function api.request_download(uuid,uuid,text) to authenticated;

-- api.request_summary(uuid,boolean) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.request_summary(video uuid, asked boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.request_summary(uuid,boolean) is 'Has the summary of a recording or topic video made: at once when it is asked for, otherwise when its words have settled. False: not the manager, or nothing is written down yet. Definer: clients hold no right on the job queue.';
grant execute on function api.request_summary(uuid,boolean) to authenticated;

-- api.restore_attachment(uuid) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.restore_attachment(attachment uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  note private.removed_attachment;
  was public."PromptResponseAttachment";
begin
  delete from private.removed_attachment r
  where r.id = restore_attachment.attachment
    and (r.attachment ->> 'profileSharerId')::uuid = any (private.managed_sharers())
  returning r.* into note;
  if note.id is null then
    raise no_data_found using message = 'there is no such attachment to take back';
  end if;
  was := jsonb_populate_record(null::public."PromptResponseAttachment", note.attachment);
  if not exists (select from public."Object" o where o.id = was."objectId") then
    was."objectId" := null;
  end if;
  insert into public."PromptResponseAttachment" select was.*;
  insert into private.attachment_upload
    select u.* from jsonb_populate_record(null::private.attachment_upload, note.upload) u
    where u.id is not null;
  insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
    select was.id, t.id from public."PersonTag" t
    where t.id in (select tag::uuid from jsonb_array_elements_text(note.tags) tag);
end
$function$;
comment on function api.restore_attachment(uuid) is 'Brings a deleted attachment back with the people in it, while its files are kept. P0002 there is none, or not the caller''s; 23503 its story is gone. Definer: what was removed is nobody''s to read.';
grant execute on function api.restore_attachment(uuid) to authenticated;

-- api.restore_person(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.restore_person(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.hold_admins(person);
  update auth.users u set banned_until = null where u.id = person and u.banned_until is not null;
  if found then
    perform private.note_admin_act('person.restore', person::text,
      (select p."fullName" from public."Profile" p where p.id = person));
  end if;
end
$function$;
comment on function api.restore_person(uuid) is 'Lets somebody sign in again. Errors as api.unmake_admin(). Definer: sign-ins are nobody''s to change.';
grant execute on function api.restore_person(uuid) to telloom_admin;

-- api.retry_job(bigint) --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.retry_job(job bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  task text;
begin
  perform private.need_admin();
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  if not found then
    return false;
  end if;
  task := (select j.task_identifier from graphile_worker.jobs j where j.id = job);
  perform private.note_admin_act('job.retry', job::text, task);
  return true;
end
$function$;
comment on function api.retry_job(bigint) is 'Tries a job at once, with all its attempts before it. Definer: as api.jobs().';
grant execute on function api.retry_job(bigint) to telloom_admin;

-- api.revoke_api_key(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.revoke_api_key(key_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  delete from private.api_key k where k.id = key_id and k.profile_id = private.uid();
  return found;
end
$function$;
comment on function api.revoke_api_key(uuid) is 'Definer: keys are nobody''s to delete. Ends one of the caller''s own at once; false where it is not theirs.';
grant execute on function api.revoke_api_key(uuid) to authenticated;

-- api.revoke_session(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.revoke_session(session_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  delete from auth.ba_sessions s where s.id = session_id and s."userId" = private.uid();
  return found;
end
$function$;
comment on function api.revoke_session(uuid) is 'Definer: sessions are nobody''s to delete. Signs one of the caller''s own devices out; false where it is not theirs.';
grant execute on function api.revoke_session(uuid) to authenticated;

-- api.save_transcript(uuid,integer,text,jsonb,text,text,boolean,uuid) ----------------------------
CREATE OR REPLACE FUNCTION api.save_transcript(video uuid, expected integer, new_text text, new_cues jsonb, new_language text, made_by text, checked boolean, edit_session uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  here record;
  saved integer;
begin
  -- two who write the first words at once
  perform pg_advisory_xact_lock(hashtextextended(video::text, 1340));
  select * into here from api.transcript t where t."videoId" = video;
  if here is null then
    raise no_data_found using message = 'there is no such recording';
  end if;
  if here.version <> expected then
    raise object_not_in_prerequisite_state using message = 'it was changed meanwhile', detail = 'changed-meanwhile';
  end if;
  if new_cues <> '[]' then
    new_text := private.cues_text(new_cues);
  end if;
  if expected > 0 then
    update public."VideoTranscript" t set transcript = new_text, cues = new_cues,
      language = new_language, source = made_by, "isChecked" = checked, "editSession" = edit_session
    where t.id = here."videoTranscriptId" and t.version = expected returning t.version into saved;
    if saved is null then
      update public."TopicVideoTranscript" t set transcript = new_text, cues = new_cues,
        language = new_language, source = made_by, "isChecked" = checked, "editSession" = edit_session
      where t.id = here."topicVideoTranscriptId" and t.version = expected returning t.version into saved;
    end if;
    if saved is null then
      raise insufficient_privilege using message = 'you may not change this transcript';
    end if;
    return saved;
  end if;
  if exists (select from public."Video" v where v.id = video) then
    insert into public."VideoTranscript"
      ("videoId", transcript, cues, language, source, "isChecked", "editSession", type, name)
    values (video, new_text, new_cues, new_language, made_by, checked, edit_session, 'captions', 'Captions');
  else
    insert into public."TopicVideoTranscript"
      ("topicVideoId", transcript, cues, language, source, "isChecked", "editSession", type, name)
    values (video, new_text, new_cues, new_language, made_by, checked, edit_session, 'captions', 'Captions');
  end if;
  return 1;
end
$function$;
comment on function api.save_transcript(uuid,integer,text,jsonb,text,text,boolean,uuid) is 'Writes the transcript of a recording or topic video over the version that is expected, 0 for none; returns the new version. Where cues are not empty the text is made of them. P0002 no such recording, 55000 changed meanwhile, 42501 not the manager, 22023 cues that make no sense.';
grant execute on function api.save_transcript(uuid,integer,text,jsonb,text,text,boolean,uuid) to authenticated;
grant execute on function api.save_transcript(uuid,integer,text,jsonb,text,text,boolean,uuid) to service_role;

-- api.search(text,text,integer,uuid) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.search(query text, language text, max integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS TABLE(kind text, id uuid, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  wanted tsquery := private.searched_for(query, language, max);
begin
  return query select 'people', f.id, f."sharerId", null::uuid, null::integer, null::boolean
    from private.find_people(private.name_words(query, language), max, sharer) f;
  if numnode(wanted) = 0 then
    return;
  end if;
  return query select 'stories', f.id, f."sharerId", f."topicId", f.year, f.seen
    from private.find_stories(wanted, max, sharer) f;
  return query select 'topicVideos', f.id, f."sharerId", f."topicId", f.year, null::boolean
    from private.find_topic_videos(wanted, max, sharer) f;
  return query select 'attachments', f.id, f."sharerId", f."topicId", f.year, null::boolean
    from private.find_attachments(wanted, max, sharer) f;
  return query select 'objects', f.id, f."sharerId", f."topicId", null::integer, null::boolean
    from private.find_objects(wanted, max, sharer) f;
  return query select 'questions', f.id, f."sharerId", f."topicId", null::integer, null::boolean
    from private.find_questions(wanted, max) f;
end
$function$;
comment on function api.search(text,text,integer,uuid) is 'What matches of each kind, the best first, and what it can be chosen by; of all, or of one storyteller. query as in a search engine, language a tag such as en or es-MX, max 1 to 100. Raises 22004, 22023.';
grant execute on function api.search(text,text,integer,uuid) to authenticated;

-- api.search_stories(text,text,integer,uuid) -----------------------------------------------------
CREATE OR REPLACE FUNCTION api.search_stories(query text, language text, max integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return query select s.id, s.rank
    from private.ranked_stories(private.searched_for(query, language, max), max, sharer) s;
end
$function$;
comment on function api.search_stories(text,text,integer,uuid) is 'As private.ranked_stories(). query as in a search engine, language a tag such as en or es-MX, max 1 to 100. Raises 22004, 22023.';
grant execute on function api.search_stories(text,text,integer,uuid) to authenticated;
grant execute on function api.search_stories(text,text,integer,uuid) to telloom_admin;

-- api.send_mail_again(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.send_mail_again(mail uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  it private.mail;
begin
  perform private.need_admin();
  select * into it from private.mail m where m.id = mail for update;
  if not found then
    raise no_data_found using message = 'there is no such mail';
  end if;
  if it.status = 'sent' and it.is_secret then
    raise object_not_in_prerequisite_state using message = 'what it said is forgotten';
  end if;
  if exists (select from graphile_worker.jobs j
    where j.key = 'mail.send ' || mail and j.locked_at is not null)
  then
    raise object_not_in_prerequisite_state using message = 'it is being sent';
  end if;
  update private.mail m set status = 'queued', last_error = null, sent_at = null where m.id = mail;
  -- in the place of the job that waits for its next attempt
  perform graphile_worker.add_job('mail.send', json_build_object('mailId', mail),
    job_key => 'mail.send ' || mail);
  perform private.note_admin_act('mail.again', mail::text, it.to_address);
end
$function$;
comment on function api.send_mail_again(uuid) is 'Sends a mail at once, also one that was sent. P0002 no such mail; 55000 it is under way, or what it said is forgotten. Definer: the outbox is nobody''s to write.';
grant execute on function api.send_mail_again(uuid) to telloom_admin;

-- api.share_story(uuid,text,jsonb,text) ----------------------------------------------------------
CREATE OR REPLACE FUNCTION api.share_story(story uuid, level text, people jsonb, version text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.share_story(uuid,text,jsonb,text) is 'For managers: sets a story''s level, and the permissions of everybody with people, [{"listenerId": a ProfileListener, "may": "none", "read" or "write"}]; who is not in it is not named any more. Null leaves them as they are. version is what sharing_version() gave. Raises 22004; 22023 and 23514 for what makes no sense; P0002 no such story, or somebody who is no listener; 55000 (changed-meanwhile).';
grant execute on function api.share_story(uuid,text,jsonb,text) to authenticated;

-- api.sharing_version(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.sharing_version(story uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select md5(concat_ws(',', r."privacyLevel", (
    select string_agg(p."userId" || ':' || p."permissionLevel", ',' order by p."userId")
    from public."ResponsePermission" p where p."responseId" = r.id
  )))
  from public."PromptResponse" r where r.id = story
$function$;
comment on function api.sharing_version(uuid) is 'Another text as soon as anything of who may watch the story is another; null without such a story.';
grant execute on function api.sharing_version(uuid) to authenticated;

-- api.show_attachments(uuid[],text,text) ---------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_attachments(ids uuid[], query text, language text)
 RETURNS TABLE(attachment api.attachment, marked text[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select a, private.mark_found(array[a.title, a.description], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join api.attachment a on a.id = shown.id
    order by shown.place;
end
$function$;
comment on function api.show_attachments(uuid[],text,text) is 'Those of the attachments that the caller may see, in this order, with the words of the query marked in title and description. Raises 22004, 22023.';
grant execute on function api.show_attachments(uuid[],text,text) to authenticated;

-- api.show_objects(uuid[],text,text) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_objects(ids uuid[], query text, language text)
 RETURNS TABLE(object api.object, marked text[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select o, private.mark_found(array[o.name, o.description], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join api.object o on o.id = shown.id
    order by shown.place;
end
$function$;
comment on function api.show_objects(uuid[],text,text) is 'Those of the things that the caller may see, in this order, with the words of the query marked in name and description. Raises 22004, 22023.';
grant execute on function api.show_objects(uuid[],text,text) to authenticated;

-- api.show_people(uuid[],text,text) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_people(ids uuid[], query text, language text)
 RETURNS TABLE(id uuid, name text, role text, "avatarUrl" text, relation public.person_relation, likeness real, "sharerId" uuid, "sharerName" text, attachments integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  words text[];
begin
  perform private.searched_for(query, language, 1);
  words := private.name_words(query, language);
  return query
    select shown.id, coalesce(private.mark_name(coalesce(t.name, card."fullName"), words), ''),
      case when t.id is null then 'storyteller' else 'in-photos' end,
      case when t.id is null then card."avatarUrl" end, t.relation,
      private.likeness(words, private.name_key(left(coalesce(t.name, card."fullName"), 200))),
      card."sharerId", card."fullName",
      (
        select count(*)::integer from public."PromptResponseAttachmentPersonTag" j
        join public."PromptResponseAttachment" a on a.id = j."promptResponseAttachmentId"
        where j."personTagId" = t.id and a.state = 'ready'
      )
    from unnest(ids) with ordinality shown (id, place)
    left join public."PersonTag" t on t.id = shown.id
    join private.sharer_cards() card on card."sharerId" = coalesce(t."profileSharerId", shown.id)
    order by shown.place;
end
$function$;
comment on function api.show_people(uuid[],text,text) is 'Those of the storytellers and people in photos that the caller may see, in this order, with the parts of the name that are like a word of the query between U+E000 and U+E001. Raises 22004, 22023.';
grant execute on function api.show_people(uuid[],text,text) to authenticated;

-- api.show_questions(uuid[],text,text) -----------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_questions(ids uuid[], query text, language text)
 RETURNS TABLE(id uuid, text text, "topicId" uuid, "topicTitle" text, marked text[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
  config regconfig := private.shown_config(language);
begin
  return query
    select p.id, p."promptText"::text, c.id, c.category::text,
      private.mark_found(array[p."promptText", c.category], config, wanted)
    from unnest(ids) with ordinality shown (id, place)
    join public."Prompt" p on p.id = shown.id
    left join public."PromptCategory" c on c.id = p."promptCategoryId"
    order by shown.place;
end
$function$;
comment on function api.show_questions(uuid[],text,text) is 'Questions in this order, with the words of the query marked in them and in their topic. Raises 22004, 22023.';
grant execute on function api.show_questions(uuid[],text,text) to authenticated;

-- api.show_recording(uuid,uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_recording(teller uuid, recording uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  sharer uuid;
  question uuid;
begin
  if teller is null or recording is null then
    raise null_value_not_allowed using message = 'teller and recording are needed';
  end if;
  select shown."profileSharerId", shown."promptId" into sharer, question from (
    select r.id, r."profileSharerId", r."promptId" from public."PromptResponse" r
    union all select t.id, t."profileSharerId", null from public."TopicVideo" t) shown
  where shown.id = teller;
  if not found or not exists (
    select from public."Video" v where v.id = recording and v."profileSharerId" = sharer
  ) then
    raise no_data_found using message = 'there is no such story, topic video or recording';
  end if;
  -- one that it showed before, whatever that was for, or a new one of the same question
  if not private.is_told_by(recording, teller) and not (private.is_untold(recording) and exists (
    select from public."Video" v where v.id = recording and v."promptId" = question
  )) then
    raise object_not_in_prerequisite_state using message = 'the recording tells something else';
  end if;
  update public."PromptResponse" r set "videoId" = recording where r.id = teller;
  if not found then
    update public."TopicVideo" t set "videoId" = recording where t.id = teller;
  end if;
  if not found then
    raise insufficient_privilege using message = 'only the storyteller or their keeper';
  end if;
end
$function$;
comment on function api.show_recording(uuid,uuid) is 'Puts a recording in the place of the one that a story or a topic video shows, which stays among its earlier tellings. Raises 22004; P0002 no such story, topic video or recording; 55000 the recording belongs to something else; 42501 not the manager.';
grant execute on function api.show_recording(uuid,uuid) to authenticated;

-- api.show_stories(uuid[],text,text) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_stories(ids uuid[], query text, language text)
 RETURNS TABLE(story api.story, hits jsonb)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
begin
  return query
    select s, private.hits(wanted, coalesce(t.language, v."languageCode"),
      '{question,summary,notes}', array[s.question, s.summary, s."responseNotes"], t.transcript, t.cues)
    from unnest(ids) with ordinality shown (id, place)
    join api.story s on s.id = shown.id
    left join public."Video" v on v.id = s."videoId"
    left join public."VideoTranscript" t on t."videoId" = v.id
    order by shown.place;
end
$function$;
comment on function api.show_stories(uuid[],text,text) is 'Those of the stories that the caller may read, in this order, each with where it has any word of the query: see private.hits(); field is question, summary, notes or transcript. Raises 22004, 22023.';
grant execute on function api.show_stories(uuid[],text,text) to authenticated;

-- api.show_topic_videos(uuid[],text,text) --------------------------------------------------------
CREATE OR REPLACE FUNCTION api.show_topic_videos(ids uuid[], query text, language text)
 RETURNS TABLE("topicVideo" api.topic_video, hits jsonb)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  wanted tsquery := private.any_of(private.searched_for(query, language, 1));
begin
  return query
    select v, private.hits(wanted, w.language, '{title,summary,description}',
      array[v.title, v.summary, v.description], w.transcript, w.cues)
    from unnest(ids) with ordinality shown (id, place)
    join api.topic_video v on v.id = shown.id
    left join lateral (
      select t.* from public."TopicVideoTranscript" t where t."topicVideoId" = v.id limit 1
    ) w on true
    order by shown.place;
end
$function$;
comment on function api.show_topic_videos(uuid[],text,text) is 'Those of the topic videos that the caller may see, in this order, each with where it has any word of the query: see private.hits(); field is title, summary, description or transcript. Raises 22004, 22023.';
grant execute on function api.show_topic_videos(uuid[],text,text) to authenticated;

-- api.sign_in_states(uuid[]) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.sign_in_states(people uuid[])
 RETURNS TABLE(id uuid, "isConfirmed" boolean, "isSuspended" boolean, "hasPassword" boolean, sessions integer, "lastUsedAt" timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.sign_in_states(uuid[]) is 'How these people sign in, for admins: never a session, an address or a hash. "lastUsedAt" is exact to a day. Definer: sign-ins are nobody''s to read.';
grant execute on function api.sign_in_states(uuid[]) to telloom_admin;

-- api.spelt_otherwise(text,text) -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.spelt_otherwise(query text, language text)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  word text;
begin
  perform private.searched_for(query, language, 1);
  for word in
    -- the words that alone find nothing; a few, as nobody types many wrong
    select m from regexp_matches(left(query, 200), '[[:alpha:]]{4,50}', 'g') as found (all_of), unnest(all_of) m
    where numnode(private.to_query(language, m)) > 0 limit 8
  loop
    continue when exists (select from api.search(word, language, 1) f where f.kind <> 'people');
    return query
      select o.query from private.nearest_words(word) n (near),
        lateral (select regexp_replace(spelt_otherwise.query, '\m' || word || '\M', near, 'g') as query) o
      where exists (select from api.search(o.query, language, 1) f where f.kind <> 'people');
    return;
  end loop;
end
$function$;
comment on function api.spelt_otherwise(text,text) is 'The query with its first word that finds nothing spelt as a word that there is, the nearest first: those that find something. Only words that the caller may read. Raises 22004, 22023.';
grant execute on function api.spelt_otherwise(text,text) to authenticated;

-- api.start_attachment(uuid,text,integer,uuid,uuid) ----------------------------------------------
CREATE OR REPLACE FUNCTION api.start_attachment(response uuid, file_name text, size integer, object uuid, idempotency_key uuid, OUT "attachmentId" uuid, OUT "uploadId" uuid)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sharer uuid := (
    select r."profileSharerId" from public."PromptResponse" r
    where r.id = response and r."profileSharerId" = any (private.managed_sharers())
  );
begin
  if file_name is null or size is null then
    raise null_value_not_allowed using message = 'file_name and size are needed';
  end if;
  if sharer is null then
    raise insufficient_privilege using message = 'only the storyteller or their keeper adds to a story';
  end if;
  select u."attachmentId", u.id into "attachmentId", "uploadId" from private.attachment_upload u
  where u."createdBy" = private.uid() and u."idempotencyKey" = idempotency_key;
  if "uploadId" is not null then
    return;
  end if;
  insert into public."PromptResponseAttachment"
    ("promptResponseId", "profileSharerId", "fileName", "fileSize", "objectId", state)
  values (response, sharer, left(file_name, 255), size, object, 'waiting')
  returning id into "attachmentId";
  insert into private.attachment_upload ("attachmentId", "createdBy", "idempotencyKey")
  values (start_attachment."attachmentId", private.uid(), idempotency_key)
  returning id into "uploadId";
end
$function$;
comment on function api.start_attachment(uuid,text,integer,uuid,uuid) is 'Makes a waiting attachment with its upload; the same idempotency key gives the same again. 42501 not the manager of the story, 22004 something is missing, 23514 an object of somebody else''s. Definer: state is not a client''s to write.';
grant execute on function api.start_attachment(uuid,text,integer,uuid,uuid) to authenticated;

-- api.start_recording(uuid,uuid,text,text,text,uuid) ---------------------------------------------
CREATE OR REPLACE FUNCTION api.start_recording(sharer uuid, prompt uuid, kind text, content_type text, file_name text, idempotency_key uuid, OUT "videoId" uuid, OUT "uploadId" uuid)
 RETURNS record
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select * from private.start_upload(sharer, prompt, null, kind, content_type, file_name, idempotency_key)
$function$;
comment on function api.start_recording(uuid,uuid,text,text,text,uuid) is 'Makes a WAITING Video with its upload; the same idempotency key gives the same again. 42501 not the manager, or the subscription has ended; P0002 no such question. Definer: the host''s columns of Video are not a client''s to write.';
grant execute on function api.start_recording(uuid,uuid,text,text,text,uuid) to authenticated;

-- api.start_topic_recording(uuid,uuid,text,text,text,uuid) ---------------------------------------
CREATE OR REPLACE FUNCTION api.start_topic_recording(sharer uuid, topic uuid, kind text, content_type text, file_name text, idempotency_key uuid, OUT "videoId" uuid, OUT "uploadId" uuid)
 RETURNS record
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select * from private.start_upload(sharer, null, topic, kind, content_type, file_name, idempotency_key)
$function$;
comment on function api.start_topic_recording(uuid,uuid,text,text,text,uuid) is 'As start_recording, for a topic as a whole: the Video belongs to no question. P0002 no such topic. Definer: as start_recording.';
grant execute on function api.start_topic_recording(uuid,uuid,text,text,text,uuid) to authenticated;

-- api.story_audience(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.story_audience(story uuid)
 RETURNS TABLE("listenerId" uuid, name text, "avatarUrl" text, sees boolean, watched boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.story_audience(uuid) is 'For managers of a story: each of its storyteller''s listeners, whether they see it now, and whether they have watched it. The policies answer as each of them. P0002: no such story, or not the manager.';
grant execute on function api.story_audience(uuid) to authenticated;

-- api.subscribe_push(text,text,text) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.subscribe_push(endpoint text, p256dh text, auth text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
begin
  if endpoint is null or p256dh is null or auth is null then
    raise null_value_not_allowed using message = 'endpoint, p256dh and auth are needed';
  end if;
  if me is null then
    raise insufficient_privilege using message = 'sign in to be told on this device';
  end if;
  -- a device tells whoever signed in on it last
  insert into public."PushSubscription" as s ("profileId", endpoint, p256dh, auth)
  values (me, subscribe_push.endpoint, subscribe_push.p256dh, subscribe_push.auth)
  on conflict on constraint "PushSubscription_endpoint_key" do update
    set "profileId" = me, p256dh = excluded.p256dh, auth = excluded.auth;
  -- the oldest go where somebody has more than a person has
  delete from public."PushSubscription" s where s."profileId" = me and s.id not in (
    select n.id from public."PushSubscription" n where n."profileId" = me
    order by n."createdAt" desc, n.id limit 20);
end
$function$;
comment on function api.subscribe_push(text,text,text) is 'This device wants to be told what is new for the caller. 22004 for a null, 23514 no known push service or no keys. Definer: a device may have been somebody else''s, whose row the caller does not see.';
grant execute on function api.subscribe_push(text,text,text) to authenticated;

-- api.suspend_person(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.suspend_person(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function api.suspend_person(uuid) is 'Signs somebody else out everywhere and lets them in no more. What is theirs stays as it is. Errors as api.unmake_admin(). Definer: sign-ins are nobody''s to change.';
grant execute on function api.suspend_person(uuid) to telloom_admin;

-- api.take_webhook_again(uuid) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.take_webhook_again(webhook uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  said private.mux_event;
  bought private.revenuecat_event;
  ours text[];
  problem text;
  tbl regclass;
  target uuid;
begin
  perform private.need_admin();
  select * into said from private.mux_event e where e.key = webhook for update;
  if found then
    begin
      select f.tbl, f.row_id into tbl, target from private.find_by_mux(said.payload) f;
      if target is not null and private.mux_is_of_another(tbl, target, said.payload) is not true then
        perform private.take_mux_event(tbl, target, said.payload);
      end if;
    exception when others then
      -- what is wrong is what the admin came to see
      problem := sqlerrm;
    end;
    update private.mux_event e set error = problem where e.key = webhook;
    perform private.note_admin_act('webhook.again', said.id, 'Mux ' || said.type);
    return;
  end if;
  select * into bought from private.revenuecat_event e where e.key = webhook for update;
  if not found then
    raise no_data_found using message = 'there is no such event';
  end if;
  if not private.payments_on() then
    raise object_not_in_prerequisite_state using message = 'no payment service is connected';
  end if;
  ours := array(select c from unnest(bought.customers) c where private.person_of_customer(c) is not null);
  update private.revenuecat_event e set "isKnown" = ours <> '{}' where e.key = webhook;
  perform private.request_customer_sync(c) from unnest(ours) c;
  perform private.note_admin_act('webhook.again', bought.id, 'RevenueCat ' || bought.type);
end
$function$;
comment on function api.take_webhook_again(uuid) is 'Takes an event anew; what it is by then holds. P0002 no such event; 55000 of RevenueCat, where payments are off. Definer: the events move rows that nobody may write.';
grant execute on function api.take_webhook_again(uuid) to telloom_admin;

-- api.transcribe_again(uuid,text) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.transcribe_again(video uuid, spoken text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not private.manages_video(video) then
    return false;
  end if;
  update public."Video" set "languageCode" = coalesce(spoken, "languageCode") where id = video;
  perform private.request_transcript(video, again => true);
  return true;
end
$function$;
comment on function api.transcribe_again(uuid,text) is 'Has the machine listen once more, in this language where it is given. False: not the manager. Definer: clients hold no right on the job queue.';
grant execute on function api.transcribe_again(uuid,text) to authenticated;

-- api.trim_recording(uuid,double precision,double precision) -------------------------------------
CREATE OR REPLACE FUNCTION api.trim_recording(teller uuid, starts double precision, ends double precision)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  told record;
  whole public."Video";
  part public."TrimmedVideo";
begin
  if num_nulls(teller, starts, ends) > 0 then
    raise null_value_not_allowed using message = 'teller, starts and ends are needed';
  end if;
  told := private.hold_teller(teller, private.managed_sharers());
  if told.is_story is null then
    raise no_data_found using message = 'there is no such story or topic video';
  end if;
  select v.* into whole from public."Video" v where v.id = (private.part_of(told.video)).whole;
  if whole.status is distinct from 'READY' or whole.duration is null or not (
    (whole."muxAssetId" not like 'local-%') is true
    or exists (select from private.upload u where u."videoId" = whole.id and u."completedAt" is not null)
  ) then
    raise object_not_in_prerequisite_state using message = 'there is no recording that could be cut';
  end if;
  -- NaN is greater than every number
  if (starts >= 0 and starts + 1 <= ends and ends <= whole.duration) is not true then
    raise invalid_parameter_value using message = 'a second at least has to be left, between 0 and the end of the recording';
  end if;
  select t.* into part from public."TrimmedVideo" t join public."Video" v on v.id = t."videoId"
  where t."wholeId" = whole.id and t."start" = starts and t."end" = ends
    and (t."videoId" = told.video
      or (teller in (t."promptResponseId", t."topicVideoId") and v.status <> 'ERRORED'));
  if teller in (part."promptResponseId", part."topicVideoId") then
    return part."videoId";
  end if;
  delete from public."TrimmedVideo" t where t."promptResponseId" = teller or t."topicVideoId" = teller;
  if part."videoId" is not null then
    return part."videoId";
  end if;
  if starts = 0 and ends = whole.duration then
    update public."PromptResponse" r set "videoId" = whole.id where r.id = teller;
    update public."TopicVideo" t set "videoId" = whole.id where t.id = teller;
    return whole.id;
  end if;
  part."videoId" := gen_random_uuid();
  part."wholeId" := whole.id;
  part."profileSharerId" := whole."profileSharerId";
  part."start" := starts;
  part."end" := ends;
  part."promptResponseId" := case when told.is_story then teller end;
  part."topicVideoId" := case when not told.is_story then teller end;
  return private.add_part(part);
end
$function$;
comment on function api.trim_recording(uuid,double precision,double precision) is 'Has the recording of a story or a topic video cut to these seconds of its whole. The part is shown when it is READY; until then another choice takes its place. The same again gives the same; all of it, the whole at once. Raises 22004; 22023 less than a second, or beyond the recording; P0002 no such story or topic video of the caller''s; 55000 nothing to cut. Definer: the host''s columns of Video, and TrimmedVideo, are not a client''s to write.';
grant execute on function api.trim_recording(uuid,double precision,double precision) to authenticated;

-- api.unmake_admin(uuid) -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.unmake_admin(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.hold_admins(person);
  delete from public."ProfileRole" r where r."profileId" = person and r.role = 'ADMIN';
end
$function$;
comment on function api.unmake_admin(uuid) is 'Takes the role of admins from somebody else. 55000 from oneself, so that the last admin stays; P0002 no such person. Definer: it holds what others do meanwhile.';
grant execute on function api.unmake_admin(uuid) to telloom_admin;

-- api.withdraw_follow_ask(uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION api.withdraw_follow_ask(ask uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  sharer uuid;
begin
  delete from private.follow_ask a where a.id = ask and a.profile_id = me returning a.sharer_id into sharer;
  if not found then
    raise no_data_found using message = 'there is nothing asked that could be withdrawn';
  end if;
  delete from public."FollowRequest" f
  where f."sharerId" = sharer and f."requestorId" = me and f.status = 'PENDING'
    -- the same person may have been asked by another name
    and not exists (select from private.follow_ask a where a.profile_id = me and a.sharer_id = sharer);
end
$function$;
comment on function api.withdraw_follow_ask(uuid) is 'Takes back what the caller asked, and their request while nobody answered it. P0002. Definer: clients do not write private.follow_ask.';
grant execute on function api.withdraw_follow_ask(uuid) to authenticated;

-- private.abandon_upload(uuid) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.abandon_upload(upload uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  delete from public."Video" v using private.upload u
  where u.id = upload and u."videoId" = v.id and u."completedAt" is null and v."muxAssetId" is null
    and private.is_untold(v.id);
  return found;
end
$function$;
comment on function private.abandon_upload(uuid) is 'Deletes a recording that never came. False when it has arrived meanwhile, or somebody can watch it.';
grant execute on function private.abandon_upload(uuid) to service_role;

-- private.acting_for() ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.acting_for()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select nullif(current_setting('telloom.acting_for', true), '')::uuid
$function$;
comment on function private.acting_for() is 'For whom this transaction acts, a ProfileSharer that the caller looks after; null: for oneself.';
grant execute on function private.acting_for() to authenticated;
grant execute on function private.acting_for() to service_role;
grant execute on function private.acting_for() to telloom_admin;

-- private.acts_as(uuid,text,jsonb) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.acts_as(sharer uuid, thing text, it jsonb)
 RETURNS public."Role"
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return case
    when current_setting('role') = 'telloom_admin' then 'ADMIN'
    -- who accepts an invitation to look after them: the tie that it makes is written down
    when thing = 'invitation' and lower(it ->> 'inviteeEmail') = private.my_confirmed_email() then null
    when exists (select from public."ProfileExecutor" e
      where e."sharerId" = sharer and e."executorId" = private.uid()) then 'EXECUTOR'
    -- the tie that made them one is gone by now
    when thing = 'keeper' and (it ->> 'executorId')::uuid = private.uid() then 'EXECUTOR'
    -- a listener whom the storyteller lets write
    when thing = 'story' then 'LISTENER'
  end::public."Role";
end
$function$;
comment on function private.acts_as(uuid,text,jsonb) is 'As what the caller acts on something of this storyteller''s; null where it is no business of the log.';
-- for its owner alone

-- private.add_part(public."TrimmedVideo") --------------------------------------------------------
CREATE OR REPLACE FUNCTION private.add_part(cut public."TrimmedVideo")
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  with video as (
    insert into public."Video"
      (id, "profileSharerId", "promptId", passthrough, duration, "languageCode", "dateRecorded")
    select cut."videoId", w."profileSharerId", w."promptId", cut."videoId"::text,
      cut."end" - cut."start", w."languageCode", w."dateRecorded"
    from public."Video" w where w.id = cut."wholeId"
    returning id
  )
  insert into public."TrimmedVideo"
    ("videoId", "wholeId", "profileSharerId", "start", "end", "promptResponseId", "topicVideoId")
  select id, cut."wholeId", cut."profileSharerId", cut."start", cut."end", cut."promptResponseId",
    cut."topicVideoId"
  from video;
  perform private.enqueue_mux('videos.process', json_build_object('videoId', cut."videoId"),
    'videos.process ' || cut."videoId");
  return cut."videoId";
end
$function$;
-- for its owner alone

-- private.agree_access(uuid[]) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.agree_access(people uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  update public."ProfileSharer" s set "subscriptionStatus" = not s."subscriptionStatus"
  where s."profileId" = any (people)
    and s."subscriptionStatus" <> private.is_subscribed(s."profileId")
$function$;
grant execute on function private.agree_access(uuid[]) to service_role;

-- private.announce_changes(text[]) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.announce_changes(names text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  name text;
  -- Supabase's own Realtime reads the publication, where it runs beside ours
  published constant boolean := exists (
    select from pg_catalog.pg_publication
    where pubname = 'supabase_realtime' and pg_has_role(pubowner, 'USAGE') and not puballtables);
begin
  foreach name in array names loop
    execute format('create trigger %I after insert or update or delete on public.%I
      for each row execute function private.note_change()',
      lower(regexp_replace(name, '([a-z])([A-Z])', '\1_\2', 'g')) || '_change', name);
    if published then
      execute format('alter publication supabase_realtime add table public.%I', name);
    end if;
  end loop;
end
$function$;
comment on function private.announce_changes(text[]) is 'Lets clients subscribe to changes of these tables of public. Their key is a uuid named id.';
-- for its owner alone

-- private.any_of(tsquery) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.any_of(query tsquery)
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  words text := querytree(query);
begin
  return (
    case when words in ('', 'T') then '' else regexp_replace(words, '&|<->|<\d+>', '|', 'g') end
  )::tsquery;
end
$function$;
comment on function private.any_of(tsquery) is 'Matches where any of the words of a query is: not all of them need be in one sentence.';
grant execute on function private.any_of(tsquery) to authenticated;

-- private.apply_mux_event(regclass,uuid,jsonb) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.apply_mux_event(tbl regclass, row_id uuid, event jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  subject record := private.mux_subject(event);
  data jsonb := event -> 'data';
  name text := private.mux_transition_event(event, subject.asset);
  of_asset boolean := event ->> 'type' in ('video.asset.created', 'video.asset.updated',
    'video.asset.ready', 'video.asset.errored');
  -- what a ready asset says holds; before that, gaps are filled
  settled boolean := of_asset and data ->> 'status' = 'ready';
  filled record := private.mux_asset_columns(case when of_asset then data end);
begin
  execute format($sql$
    update %s v set
      status = coalesce(t."to", v.status),
      "errorMessage" = case t."to" when 'ERRORED' then $3 when 'READY' then null else v."errorMessage" end,
      progress = case when t."to" in ('READY', 'ERRORED') then null else v.progress end,
      "muxAssetId" = coalesce(v."muxAssetId", $4),
      "muxUploadId" = coalesce(case when v."muxUploadId" not like 'local-%%' then v."muxUploadId" end,
        $5, v."muxUploadId"),
      "muxPlaybackId" = case when $6 then coalesce($7, v."muxPlaybackId") else coalesce(v."muxPlaybackId", $7) end,
      duration = case when $6 then coalesce($8, v.duration) else coalesce(v.duration, $8) end,
      "aspectRatio" = case when $6 then coalesce($9, v."aspectRatio") else coalesce(v."aspectRatio", $9) end,
      "videoQuality" = case when $6 then coalesce($10, v."videoQuality") else coalesce(v."videoQuality", $10) end,
      "maxWidth" = case when $6 then coalesce($11, v."maxWidth") else coalesce(v."maxWidth", $11) end,
      "maxHeight" = case when $6 then coalesce($12, v."maxHeight") else coalesce(v."maxHeight", $12) end,
      "maxFrameRate" = case when $6 then coalesce($13, v."maxFrameRate") else coalesce(v."maxFrameRate", $13) end,
      "languageCode" = coalesce(v."languageCode", $14),
      "resolutionTier" = case when $6 then coalesce($15, v."resolutionTier") else coalesce(v."resolutionTier", $15) end
    from %1$s o left join private.video_transition t on t.event = $2 and t."from" = o.status
    where v.id = $1 and o.id = v.id
  $sql$, tbl)
  using row_id, name, private.mux_error_message(name, data), subject.asset, subject.upload, settled,
    filled.playback_id, filled.duration, filled.aspect_ratio, filled.quality, filled.max_width,
    filled.max_height, filled.max_frame_rate, filled.language, filled.tier;
end
$function$;
-- for its owner alone

-- private.as_pattern(text) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.as_pattern(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN regexp_replace(word, '([^[:alnum:]])'::text, '\\\1'::text, 'g'::text);
comment on function private.as_pattern(text) is 'A regular expression that finds these letters.';
grant execute on function private.as_pattern(text) to authenticated;

-- private.ask_for_push() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.ask_for_push()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if to_regnamespace('graphile_worker') is not null
    and exists (select from public."PushSubscription" s where s."profileId" = new."profileId")
  then
    -- what comes within the minute is one word
    perform graphile_worker.add_job('notifications.push', json_build_object('profileId', new."profileId"),
      run_at => now() + interval '1 minute', max_attempts => 5,
      job_key => 'notifications.push ' || new."profileId", job_key_mode => 'preserve_run_at');
  end if;
  return null;
end
$function$;
comment on function private.ask_for_push() is 'Definer: nobody who changes a story holds a right on the job queue.';
-- for its owner alone

-- private.attachment_candidates(tsquery,integer,uuid) --------------------------------------------
CREATE OR REPLACE FUNCTION private.attachment_candidates(query tsquery, newest integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id from (select distinct unnest(heard)) s (id) cross join lateral (
      select a.id, a."uploadedAt" from public."PromptResponseAttachment" a
      join public."PromptResponse" r on r.id = a."promptResponseId"
      where a."profileSharerId" = s.id and a.search_vector @@ query and a.state = 'ready'
        and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
    ) f where s.id = coalesce(sharer, s.id)
    order by f."uploadedAt" desc, f.id desc limit newest;
end
$function$;
comment on function private.attachment_candidates(tsquery,integer,uuid) is 'Definer: behind a policy no index serves @@. The newest matches among what lies beside the stories that the caller may read, as ids.';
grant execute on function private.attachment_candidates(tsquery,integer,uuid) to authenticated;

-- private.attachment_path(text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.attachment_path(name text, OUT sharer uuid, OUT response uuid)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  part constant text := '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
begin
  if name ~ ('^' || part || '/' || part || '(/[^/]+)+$') and name !~ '/\.{1,2}(/|$)' then
    sharer := split_part(name, '/', 1)::uuid;
    response := split_part(name, '/', 2)::uuid;
  end if;
end
$function$;
grant execute on function private.attachment_path(text) to authenticated;
grant execute on function private.attachment_path(text) to service_role;
grant execute on function private.attachment_path(text) to telloom_admin;

-- private.avatar_owner(text) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.avatar_owner(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select split_part(name, '/', 1) where name ~ '^[^/]+(/[^/]+)+$' and name !~ '/\.{1,2}(/|$)'
$function$;
grant execute on function private.avatar_owner(text) to authenticated;
grant execute on function private.avatar_owner(text) to service_role;
grant execute on function private.avatar_owner(text) to telloom_admin;

-- private.begin_access() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.begin_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if private.payments_on() then
    new."subscriptionStatus" := private.is_subscribed(new."profileId");
  end if;
  return new;
end
$function$;
comment on function private.begin_access() is 'Definer: a new storyteller may have subscribed already, which clients cannot claim.';
-- for its owner alone

-- private.begin_mux_upload(uuid,text,text) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.begin_mux_upload(video uuid, upload text, address text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  insert into private.mux_upload ("uploadId", "videoId", url) values (upload, video, address)
  on conflict ("videoId") do update set "uploadId" = excluded."uploadId", url = excluded.url, "createdAt" = now();
  update public."Video" set "muxUploadId" = upload,
    "muxAssetId" = case when "muxAssetId" not like 'local-%' then "muxAssetId" end
  where id = video;
end
$function$;
grant execute on function private.begin_mux_upload(uuid,text,text) to service_role;

-- private.cards() --------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.cards()
 RETURNS TABLE(id uuid, "fullName" text, username text, "avatarUrl" text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  managed uuid[] := private.managed_sharers();
  circle uuid[] := managed || private.followed_sharers()
    || array(select i."sharerId" from public."Invitation" i
             where lower(i."inviteeEmail") = private.my_confirmed_email()
               and i.status = 'PENDING' and i."createdAt" > now() - interval '14 days')
    || array(select f."sharerId" from public."FollowRequest" f where f."requestorId" = me and f.status = 'PENDING');
begin
  return query
  select p.id, p."fullName", p.username, p."avatarUrl" from public."Profile" p
  where p.id in (
    select me
    union select s."profileId" from public."ProfileSharer" s where s.id = any (circle)
    union select e."executorId" from public."ProfileExecutor" e where e."sharerId" = any (circle)
    union select l."listenerId" from public."ProfileListener" l where l."sharerId" = any (managed)
    union select u.id from auth.users u join public."Invitation" i
          on lower(i."inviteeEmail") = lower(u.email)
          where i."sharerId" = any (private.owned_sharers()) and i.status = 'PENDING'
            and i."createdAt" > now() - interval '14 days' and u.email_confirmed_at is not null
    union select f."requestorId" from public."FollowRequest" f
          where f."sharerId" = any (managed) and f.status = 'PENDING'
  );
end
$function$;
comment on function private.cards() is 'Definer: Profile is readable to oneself alone; of people one is tied to this gives a card.';
grant execute on function private.cards() to authenticated;
grant execute on function private.cards() to service_role;
grant execute on function private.cards() to telloom_admin;

-- private.carry_words(public."TrimmedVideo",uuid) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.carry_words(cut public."TrimmedVideo", former uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  insert into public."VideoTranscript" as mine
    ("videoId", cues, "isChecked", language, source, type, name)
  with parts as (
    select t.cues, t."isChecked", t.language, t.source, t.type, t.name,
      p."start", p."end", t."videoId" = cut."wholeId" as is_whole
    from public."VideoTranscript" t, private.part_of(t."videoId") p
    where t."videoId" in (cut."wholeId", former)
  ), said as (
    select p.is_whole, p."isChecked", cue -> 'text' as text,
      (cue ->> 'start')::double precision + p."start" as starts,
      (cue ->> 'end')::double precision + p."start" as ends
    from parts p, jsonb_array_elements(p.cues) cue
  ), kept as (
    select s.text, s."isChecked", round((s.starts - cut."start")::numeric, 3) as starts,
      round((s.ends - cut."start")::numeric, 3) as ends
    from said s
    where private.lies_within(s.starts, s.ends, cut."start", cut."end")
      and not (s.is_whole and (
        exists (select from parts p
          where not p.is_whole and private.lies_within(s.starts, s.ends, p."start", p."end"))
        or exists (select from said o
          where not o.is_whole and o.starts < s.ends - 0.3 and o.ends > s.starts + 0.3)))
  ), cues as (
    select jsonb_agg(jsonb_build_object('start', greatest(k.starts, 0),
        'end', least(k.ends, round((cut."end" - cut."start")::numeric, 3)), 'text', k.text)
      order by k.starts) as list, bool_and(k."isChecked") as checked
    from kept k where k.ends > greatest(k.starts, 0)
  )
  select cut."videoId", c.list, c.checked, p.language, p.source, p.type, p.name
  from cues c, (select * from parts order by is_whole limit 1) p
  where c.list is not null
  on conflict ("videoId") do update set cues = excluded.cues, "isChecked" = excluded."isChecked",
    language = excluded.language, source = excluded.source, name = excluded.name
  -- a video host has begun to listen
  where mine.transcript is null;
end
$function$;
-- for its owner alone

-- private.changes_for_subscribers(jsonb) ---------------------------------------------------------
CREATE OR REPLACE FUNCTION private.changes_for_subscribers(changes jsonb)
 RETURNS TABLE(data text, subscriptions uuid[])
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  key constant jsonb := jsonb_build_object('name', 'id', 'type', 'uuid', 'typeoid', 'uuid'::regtype::oid);
  change record;
  answer realtime.wal_rls;
begin
  for change in
    with due as (
      select * from rows from (jsonb_to_recordset(changes)
        as (entity oid, action text, id uuid, at timestamptz)) with ordinality as _ (entity, action, id, at, n)
    ), found_rows as (
      select e.entity, r.id, r.columns
      from (select entity, array_agg(distinct id) as ids from due where action <> 'DELETE' group by 1) e,
        private.read_rows(e.entity, e.ids) r
    )
    select d.entity, d.action, d.id, d.at, r.columns, c.relname, c.relnamespace::regnamespace::text as schema
    from due d
    join pg_catalog.pg_class c on c.oid = d.entity
    left join found_rows r on r.entity = d.entity and r.id = d.id and d.action <> 'DELETE'
    where d.action = 'DELETE' or r.id is not null -- gone meanwhile: its own DELETE follows
    order by d.n
  loop
    perform set_config('realtime.people', coalesce(private.may_concern(change.entity, (
      select jsonb_object_agg(c ->> 'name', c ->> 'value') from jsonb_array_elements(change.columns) c
    ))::text, ''), true);
    for answer in select * from realtime.apply_rls(jsonb_strip_nulls(jsonb_build_object(
      'action', left(change.action, 1), 'schema', change.schema, 'table', change.relname,
      'timestamp', change.at, 'pk', jsonb_build_array(key), 'columns', change.columns,
      'identity', case when change.action <> 'INSERT'
        then jsonb_build_array(key || jsonb_build_object('value', change.id)) end)),
      262144)
    loop
      continue when answer.subscription_ids = '{}';
      data := (answer.wal || jsonb_build_object('errors', nullif(to_jsonb(answer.errors), '[]')))::text;
      subscriptions := answer.subscription_ids;
      return next;
    end loop;
  end loop;
  perform set_config('realtime.people', '', true);
end
$function$;
comment on function private.changes_for_subscribers(jsonb) is 'Some of what private.new_changes() gave, as it is sent, and to which subscriptions: the row as it is now, where each may read it now. Over 256 kB long values are left out, with error 413.';
grant execute on function private.changes_for_subscribers(jsonb) to service_role;

-- private.check_attachment_object() --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.check_attachment_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (
    select from public."Object" o join public."ProfileSharer" s on s."profileId" = o."userId"
    where o.id = new."objectId" and s.id = new."profileSharerId"
  ) then
    raise check_violation using message = 'an attachment shows an object of its own storyteller';
  end if;
  return new;
end
$function$;
comment on function private.check_attachment_object() is 'Definer: the policy of Object asks the story, and this asks who owns the object.';
-- for its owner alone

-- private.check_tag_sharer() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.check_tag_sharer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (
    select from public."PromptResponseAttachment" a
    join public."PersonTag" t on t."profileSharerId" = a."profileSharerId"
    where a.id = new."promptResponseAttachmentId" and t.id = new."personTagId"
  ) then
    raise check_violation using message = 'an attachment and its tags belong to one sharer';
  end if;
  return null;
end
$function$;
comment on function private.check_tag_sharer() is 'Definer: the policy of PersonTag asks the table that this guards.';
-- for its owner alone

-- private.check_thematic_sharer() ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.check_thematic_sharer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (
    select from public."PromptResponse" r
    join public."TopicVideo" v on v."profileSharerId" = r."profileSharerId"
    where r.id = new."A" and v.id = new."B"
  ) then
    raise check_violation using message = 'a topic video and the stories it draws on belong to one sharer';
  end if;
  return null;
end
$function$;
comment on function private.check_thematic_sharer() is 'Definer: holds for every writer alike.';
-- for its owner alone

-- private.close_request() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.close_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from public."FollowRequest" f
  where f."sharerId" = old."sharerId" and f."requestorId" = old."listenerId" and f.status = 'APPROVED';
  return null;
end
$function$;
comment on function private.close_request() is 'Definer: nobody removes a request that was answered by hand.';
-- for its owner alone

-- private.close_table(regclass) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.close_table(name regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  execute format('alter table %s enable row level security', name);
  execute format('revoke all on table %s from public, anon, authenticated, service_role', name);
  execute format('grant select, insert, update, delete on table %s to service_role, telloom_admin', name);
  execute format('create policy admin_all on %s for all to telloom_admin
    using ((select private.i_am_admin())) with check ((select private.i_am_admin()))', name);
  if (select c.relnamespace from pg_catalog.pg_class c where c.oid = name) = 'public'::regnamespace then
    execute format('create trigger admin_log after insert or update or delete on %s for each row
      when (current_setting(''role'') = ''telloom_admin'') execute function private.write_admin_log()', name);
  end if;
end
$function$;
-- for its owner alone

-- private.copy_words(uuid) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.copy_words(video uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
-- for its owner alone

-- private.count_act(text,text,integer,integer) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.count_act(what text, about text, most integer, most_alike integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  done integer;
  alike integer;
begin
  -- one after the other, so that of two at once only one is the last
  perform pg_advisory_xact_lock(hashtextextended(what || me, 1486));
  delete from private.counted_act a
  where a.profile_id = me and a.what = count_act.what and a.at <= now() - interval '1 day';
  select count(*), count(*) filter (where a.about = count_act.about) into done, alike
  from private.counted_act a where a.profile_id = me and a.what = count_act.what;
  if done >= most then
    raise exception using errcode = 'TL429', message = 'that is enough for a day', detail = what || '-enough';
  end if;
  if alike >= most_alike then
    raise exception using errcode = 'TL429', message = 'that is enough of the same for a day',
      detail = what || '-them-enough';
  end if;
  insert into private.counted_act (profile_id, what, about) values (me, count_act.what, count_act.about);
end
$function$;
comment on function private.count_act(text,text,integer,integer) is 'Counts what the caller does, for definers. TL429 where they did it most times within a day, or most_alike times about the same; the detail names which.';
-- for its owner alone

-- private.cues_problem(jsonb) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.cues_problem(cues jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select 'cue ' || c.n || ' needs start, end after it, and text, in order of start'
  from (
    select n, cue, lag(cue) over (order by n) as before
    from jsonb_array_elements(cues) with ordinality as e (cue, n)
  ) c
  where case
    when jsonb_typeof(cue -> 'start') is distinct from 'number'
      or jsonb_typeof(cue -> 'end') is distinct from 'number'
      or jsonb_typeof(cue -> 'text') is distinct from 'string' then true
    else (cue ->> 'start')::numeric < 0 or (cue ->> 'end')::numeric <= (cue ->> 'start')::numeric
      or ((before ->> 'start')::numeric > (cue ->> 'start')::numeric) is true
    end
  order by c.n limit 1
$function$;
grant execute on function private.cues_problem(jsonb) to authenticated;
grant execute on function private.cues_problem(jsonb) to service_role;
grant execute on function private.cues_problem(jsonb) to telloom_admin;

-- private.cues_text(jsonb) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.cues_text(cues jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select coalesce(string_agg(btrim(regexp_replace(cue ->> 'text', '\s+', ' ', 'g')), ' ' order by n), '')
  from jsonb_array_elements(cues) with ordinality as e (cue, n)
$function$;
comment on function private.cues_text(jsonb) is 'The words of cues in one line: the one rule by which the column transcript follows them.';
grant execute on function private.cues_text(jsonb) to authenticated;
grant execute on function private.cues_text(jsonb) to service_role;
grant execute on function private.cues_text(jsonb) to telloom_admin;

-- private.cursor_time(timestamp with time zone) --------------------------------------------------
CREATE OR REPLACE FUNCTION private.cursor_time(moment timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN to_char((moment AT TIME ZONE 'utc'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text);
grant execute on function private.cursor_time(timestamp with time zone) to authenticated;
grant execute on function private.cursor_time(timestamp with time zone) to service_role;
grant execute on function private.cursor_time(timestamp with time zone) to telloom_admin;

-- private.download_rank(text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.download_rank(file text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case
    when file is null then 0
    when file like '%.m4a' then 1
    when file in ('highest.mp4', 'high.mp4', 'capped-1080p.mp4') then 10000
    else 1 + coalesce(substring(file from '^(\d{3,4})p\.mp4$')::integer, 1)
  end
$function$;
-- for its owner alone

-- private.drop_copied_tracks(uuid) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.drop_copied_tracks(part uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not exists (
    select from public."TrimmedVideo" t join public."VideoTranscript" w on w."videoId" = t."wholeId"
    where t."videoId" = part and w.transcript is not null
  ) then
    return false;
  end if;
  perform private.enqueue_mux('mux.untrack', json_build_object('videoId', part), 'mux.untrack ' || part);
  return true;
end
$function$;
-- for its owner alone

-- private.drop_executor_role() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.drop_executor_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from public."ProfileRole" r
  where r."profileId" = old."executorId" and r.role = 'EXECUTOR'
    and not exists (select from public."ProfileExecutor" e where e."executorId" = old."executorId");
  return null;
end
$function$;
comment on function private.drop_executor_role() is 'Definer: the EXECUTOR role goes with the last ProfileExecutor row, whoever removes it.';
-- for its owner alone

-- private.due_digests(timestamp with time zone) --------------------------------------------------
CREATE OR REPLACE FUNCTION private.due_digests(moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select distinct n."profileId" from public."Notification" n
  left join public."ContactPreference" c on c."profileId" = n."profileId"
  where n."readAt" is null and n."mailedAt" is null and n."createdAt" > moment - interval '3 days'
    -- from eight, and until noon where something held it up; UTC where nobody said where they live
    and private.hour_in(coalesce(c."timeZone", 'UTC'), moment) between 8 and 11
    -- less than a day, so that a clock that is put forward skips none
    and not exists (select from public."Notification" m
      where m."profileId" = n."profileId" and m."mailedAt" > moment - interval '20 hours')
    and private.may_be_told(n."profileId")
$function$;
comment on function private.due_digests(timestamp with time zone) is 'Whose morning it is, and who may have something to be told by mail. Whether they want it is asked as them.';
grant execute on function private.due_digests(timestamp with time zone) to service_role;

-- private.enqueue_mux(text,json,text) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.enqueue_mux(task text, payload json, key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- On a database without Telloom's worker nobody would take it; the sweep of a later one finds it.
  if to_regnamespace('graphile_worker') is not null then
    perform graphile_worker.add_job(task, payload, job_key => key, max_attempts => 25);
  end if;
end
$function$;
comment on function private.enqueue_mux(text,json,text) is 'Definer: service_role and those who delete hold no right on the job queue.';
grant execute on function private.enqueue_mux(text,json,text) to service_role;

-- private.enter(text) ----------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.enter(session_token text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  who record;
begin
  if starts_with(session_token, 'key:') then
    return private.enter_by_key(substr(session_token, 5));
  end if;
  select s.id, s."updatedAt", s."userId", u.email into who
  from auth.ba_sessions s
  join auth.users u on u.id = s."userId"
  where s.token = session_token
    and s."expiresAt" > now()
    and u.deleted_at is null
    and (u.banned_until is null or u.banned_until <= now());
  if not found then
    raise exception using errcode = 'TL401', message = 'there is no such session';
  end if;
  -- Once a day is enough for thirty sliding days. A request that finds the row locked or may not
  -- write leaves it to the next one.
  if who."updatedAt" < now() - interval '1 day'
    and current_setting('transaction_read_only') = 'off'
  then
    update auth.ba_sessions s set "updatedAt" = now(), "expiresAt" = now() + interval '30 days'
    where s.id = (
      select l.id from auth.ba_sessions l where l.id = who.id for update skip locked
    );
  end if;
  perform set_config('request.jwt.claims', json_build_object(
    'sub', who."userId", 'role', 'authenticated', 'email', who.email)::text, true);
  return 'authenticated';
end
$function$;
comment on function private.enter(text) is 'Definer: reads sessions, which nobody may. Sets the claims of this transaction and returns the role to take: select set_config(''role'', private.enter($1), true). A key of private.api_key comes as ''key:'' and its SHA-256. TL401: no live session, no such key.';
grant execute on function private.enter(text) to authenticator;

-- private.enter_admin(text) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.enter_admin(session_token text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.enter(session_token);
  if not private.i_am_admin() then
    raise exception using errcode = 'TL404', message = 'not found';
  end if;
  return 'telloom_admin';
end
$function$;
comment on function private.enter_admin(text) is 'Definer: as private.enter(), for an admin who acts as one. TL404: signed in, but no admin.';
grant execute on function private.enter_admin(text) to authenticator;

-- private.enter_by_key(text) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.enter_by_key(hash text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  who record;
begin
  select k.id, k.scopes, k.last_used_at, u.id as "userId", u.email into who
  from private.api_key k
  join auth.users u on u.id = k.profile_id
  where k.key_hash = hash
    and (k.expires_at is null or k.expires_at > now())
    and u.deleted_at is null
    and (u.banned_until is null or u.banned_until <= now());
  if not found then
    raise exception using errcode = 'TL401', message = 'there is no such key';
  end if;
  if (who.last_used_at is null or who.last_used_at < now() - interval '1 minute')
    and current_setting('transaction_read_only') = 'off'
  then
    update private.api_key k set last_used_at = now()
    where k.id = (select l.id from private.api_key l where l.id = who.id for update skip locked);
  end if;
  perform set_config('request.jwt.claims', json_build_object(
    'sub', who."userId", 'role', 'authenticated', 'email', who.email)::text, true);
  perform set_config('telloom.key_scopes', who.scopes::text, true);
  if 'write' <> all (who.scopes) then
    -- nothing in this transaction can turn it back, whatever a function or a route goes on to do
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return 'authenticated';
end
$function$;
comment on function private.enter_by_key(text) is 'Definer: reads keys, which nobody may. As private.enter(), for the SHA-256 of a key; without the scope "write" the transaction cannot change anything.';
-- for its owner alone

-- private.enter_for(text,uuid) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.enter_for(session_token text, sharer uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  role_to_take text := private.enter(session_token);
begin
  if (sharer = any (private.executed_sharers())) is not true then
    raise insufficient_privilege using message = 'only their keeper acts for a storyteller',
      detail = 'not-keeper';
  end if;
  perform set_config('telloom.acting_for', sharer::text, true);
  return role_to_take;
end
$function$;
comment on function private.enter_for(text,uuid) is 'As private.enter(), for whoever acts for a storyteller. TL401; 42501 they do not look after those stories, or no longer. Definer: as private.enter().';
grant execute on function private.enter_for(text,uuid) to authenticator;

-- private.entered_settings() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.entered_settings()
 RETURNS TABLE(name text, value text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  kept uuid;
begin
  for kept, name in
    select s.id, substr(s.name, 9) from vault.secrets s where s.name like 'telloom.%' order by 2
  loop
    begin
      value := (select d.decrypted_secret from vault.decrypted_secrets d where d.id = kept);
    exception when data_exception or object_not_in_prerequisite_state then
      value := null;
    end;
    return next;
  end loop;
end
$function$;
comment on function private.entered_settings() is 'What admins entered, in a transaction that has the root key; null for what another root key shut.';
grant execute on function private.entered_settings() to service_role;

-- private.executed_owners() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.executed_owners()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select s."profileId" from public."ProfileExecutor" e
    join public."ProfileSharer" s on s.id = e."sharerId"
    where e."executorId" = private.uid() and s.id = coalesce(private.acting_for(), s.id)
  );
end
$function$;
comment on function private.executed_owners() is 'Definer: the people whose stories the caller looks after.';
grant execute on function private.executed_owners() to authenticated;
grant execute on function private.executed_owners() to service_role;
grant execute on function private.executed_owners() to telloom_admin;

-- private.executed_sharers() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.executed_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select "sharerId" from public."ProfileExecutor"
    where "executorId" = private.uid() and "sharerId" = coalesce(private.acting_for(), "sharerId")
  );
end
$function$;
comment on function private.executed_sharers() is 'Definer: the sharers whose stories the caller looks after.';
grant execute on function private.executed_sharers() to authenticated;
grant execute on function private.executed_sharers() to service_role;
grant execute on function private.executed_sharers() to telloom_admin;

-- private.feed_candidates(uuid,uuid,timestamp with time zone,uuid,integer) -----------------------
CREATE OR REPLACE FUNCTION private.feed_candidates(sharer uuid, topic uuid, before timestamp with time zone, before_id uuid, wanted integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 31
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  followed uuid[] := array(
    select f from unnest(private.followed_sharers()) f where f = coalesce(sharer, f)
  );
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
  upto timestamptz := coalesce(before, 'infinity');
  upto_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  -- the newest may not be ready yet
  looked_at integer := wanted + wanted / 8 + 1;
  since timestamptz;
  newest uuid[];
  videos uuid[];
  ready uuid[];
begin
  loop
    -- The newest few of each: as many as are looked at of these are there, so that nothing older
    -- than the last of them can be among the newest of all. Null when they are not enough.
    since := (
      select f."createdAt" from unnest(followed) s (id) cross join lateral (
        select r."createdAt" from public."PromptResponse" r
        where r."profileSharerId" = s.id and (r."createdAt", r.id) < (upto, upto_id)
          and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
          and (topic is null or exists (
            select from public."Prompt" p where p.id = r."promptId" and p."promptCategoryId" = topic))
        order by r."createdAt" desc, r.id desc
        limit 2 + 2 * looked_at / greatest(cardinality(followed), 1)
      ) f order by f."createdAt" desc offset looked_at - 1 limit 1
    );
    select array_agg(f.id), array_agg(f."videoId") into newest, videos from (
      select f.id, f."videoId" from unnest(followed) s (id) cross join lateral (
        select r.id, r."createdAt", r."videoId" from public."PromptResponse" r
        where r."profileSharerId" = s.id and (r."createdAt", r.id) < (upto, upto_id)
          and r."createdAt" >= coalesce(since, '-infinity')
          and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
          and (topic is null or exists (
            select from public."Prompt" p where p.id = r."promptId" and p."promptCategoryId" = topic))
        order by r."createdAt" desc, r.id desc limit looked_at
      ) f order by f."createdAt" desc, f.id desc limit looked_at
    ) f;
    ready := array(
      select n.id from unnest(newest, videos) with ordinality n (id, video, place)
      join public."Video" v on v.id = n.video
      where v.status = 'READY' order by n.place limit wanted
    );
    exit when (cardinality(ready) < wanted and cardinality(newest) = looked_at) is not true;
    looked_at := looked_at * 4;
  end loop;
  return query select r from unnest(ready) with ordinality r (r, place) order by place;
end
$function$;
comment on function private.feed_candidates(uuid,uuid,timestamp with time zone,uuid,integer) is 'Definer: finds the newest stories of those whom the caller follows without asking a policy for each row. Only ids that the caller may read, the newest first.';
grant execute on function private.feed_candidates(uuid,uuid,timestamp with time zone,uuid,integer) to authenticated;

-- private.fill_suggestion_sharer() ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.fill_suggestion_sharer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new."profileSharerId" := coalesce(
    (select v."profileSharerId" from public."VideoTranscript" t join public."Video" v on v.id = t."videoId"
      where t.id = new."videoTranscriptId"),
    (select v."profileSharerId" from public."TopicVideoTranscript" t
      join public."TopicVideo" v on v.id = t."topicVideoId" where t.id = new."topicVideoTranscriptId"));
  return new;
end
$function$;
comment on function private.fill_suggestion_sharer() is 'Definer: whose transcript it is, whoever suggests; the policies then ask who may.';
-- for its owner alone

-- private.fill_topic_video() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.fill_topic_video()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v public."Video";
begin
  select r.* into v from public."Video" r where r.id = new."videoId";
  if not found then
    return new; -- which the foreign key refuses
  end if;
  new."muxAssetId" := v."muxAssetId";
  new."muxPlaybackId" := v."muxPlaybackId";
  new.status := v.status;
  new."errorMessage" := v."errorMessage";
  new.progress := v.progress;
  new.duration := v.duration;
  new."aspectRatio" := v."aspectRatio";
  new."videoQuality" := v."videoQuality";
  new."maxWidth" := v."maxWidth";
  new."maxHeight" := v."maxHeight";
  new."maxFrameRate" := v."maxFrameRate";
  new."resolutionTier" := v."resolutionTier";
  new."languageCode" := coalesce(v."languageCode", new."languageCode");
  new."dateRecorded" := v."dateRecorded";
  return new;
end
$function$;
comment on function private.fill_topic_video() is 'Definer: what the host says of a recording is not a client''s to write.';
-- for its owner alone

-- private.find_attachments(tsquery,integer,uuid) -------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_attachments(wanted tsquery, max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select a.id, pg_catalog.ts_rank(a.search_vector, wanted) as rank, a."profileSharerId",
      p."promptCategoryId",
      coalesce(extract(year from a."dateCaptured")::integer, a."yearCaptured", a."estimatedYear")
    from private.attachment_candidates(wanted, 500, sharer) c (id)
    join public."PromptResponseAttachment" a on a.id = c.id
    join public."PromptResponse" r on r.id = a."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, a."uploadedAt" desc, a.id desc limit max;
end
$function$;
comment on function private.find_attachments(tsquery,integer,uuid) is 'Photos, papers and sounds that the caller may see and that match, the best first, of all or of one storyteller, with whose they are, the topic of their story and the year that they show.';
grant execute on function private.find_attachments(tsquery,integer,uuid) to authenticated;

-- private.find_by_mux(jsonb) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_by_mux(event jsonb, OUT tbl regclass, OUT row_id uuid)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  subject record := private.mux_subject(event);
begin
  select f.tbl, f.id into tbl, row_id from (
    select 'public."Video"'::regclass as tbl, v.id, v."muxAssetId", v."muxUploadId" from public."Video" v
    where v."muxAssetId" = subject.asset or v."muxUploadId" = subject.upload or v.passthrough = subject.ours
    union all
    select 'public."TopicVideo"'::regclass, v.id, v."muxAssetId", v."muxUploadId" from public."TopicVideo" v
    where v."muxAssetId" = subject.asset or v."muxUploadId" = subject.upload or v.passthrough = subject.ours
  ) f
  order by (f."muxAssetId" = subject.asset) is true desc, (f."muxUploadId" = subject.upload) is true desc
  limit 1;
  if row_id is not null then
    execute format('select id from %s where id = $1 for update', tbl) using row_id into row_id;
  end if;
end
$function$;
-- for its owner alone

-- private.find_objects(tsquery,integer,uuid) -----------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_objects(wanted tsquery, max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, "topicId" uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select o.id, pg_catalog.ts_rank(o.search_vector, wanted) as rank, s.id, p."promptCategoryId"
    from private.object_candidates(wanted, 500, sharer) c (id)
    join public."Object" o on o.id = c.id
    left join public."ProfileSharer" s on s."profileId" = o."userId"
    left join public."PromptResponse" r on r.id = o."promptResponseId"
    left join public."Prompt" p on p.id = r."promptId"
    order by rank desc, o."createdAt" desc, o.id desc limit max;
end
$function$;
comment on function private.find_objects(tsquery,integer,uuid) is 'Things that the caller may see and that match, the best first, of all or of one storyteller, with whose they are and the topic of their story.';
grant execute on function private.find_objects(tsquery,integer,uuid) to authenticated;

-- private.find_people(text[],integer,uuid) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_people(words text[], max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, teller boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  possible text := private.likely(words);
begin
  return query
    select f.id, f.rank, f.sharer, f.teller from (
      select c."sharerId" as id, private.likeness(words, c.key) as rank, c."sharerId" as sharer,
        true as teller, c."fullName" as name
      from (
        select *, ' ' || private.name_key(left(card."fullName", 200)) as key
        from private.sharer_cards() card where card."sharerId" = coalesce(sharer, card."sharerId")
      ) c where c.key ~ possible
      union all
      select t.id, c.rank, t."profileSharerId", false, t.name
      from private.person_candidates(words, 100, sharer) c join public."PersonTag" t on t.id = c.id
    ) f where f.rank > 0 order by f.rank desc, f.teller desc, f.name, f.id limit max;
end
$function$;
comment on function private.find_people(text[],integer,uuid) is 'Storytellers whom the caller hears (teller: id is the ProfileSharer) and people in photos that they may see (id is the PersonTag), whose names sound like one of the words, as name_words(); the most alike first.';
grant execute on function private.find_people(text[],integer,uuid) to authenticated;

-- private.find_questions(tsquery,integer) --------------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_questions(wanted tsquery, max integer)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, "topicId" uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  teller uuid := (private.told_sharers())[1];
  told uuid[];
begin
  if teller is null then
    return;
  end if;
  told := array(
    select r."promptId" from public."PromptResponse" r
    where r."profileSharerId" = teller and r."promptId" is not null
  );
  return query
    select p.id, pg_catalog.ts_rank(p.search_vector, wanted) as rank, teller, p."promptCategoryId"
    from public."Prompt" p
    where p.id in (
        select m.id from public."Prompt" m where m.search_vector @@ wanted
        union all
        select m.id from public."PromptCategory" c
        join public."Prompt" m on m."promptCategoryId" = c.id
        where private.to_search('en', c.category) @@ wanted
      )
      and p."retiredAt" is null and p.id <> all (told)
    order by rank desc, p.position, p.id limit max;
end
$function$;
comment on function private.find_questions(tsquery,integer) is 'Questions that the caller, or whom they act for, has not told yet and that match, or whose topic does; the best first. None for who tells nothing.';
grant execute on function private.find_questions(tsquery,integer) to authenticated;

-- private.find_stories(tsquery,integer,uuid) -----------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_stories(wanted tsquery, max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer, seen boolean)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select m.id, m.rank, s."profileSharerId", s."topicId",
      extract(year from coalesce(s."dateRecorded", s."createdAt"))::integer, s.seen
    from private.ranked_stories(wanted, max, sharer) m
    join api.story s on s.id = m.id
    where s."videoStatus" = 'READY' or s."canManage"
    order by m.rank desc, s."createdAt" desc, s.id desc;
end
$function$;
comment on function private.find_stories(tsquery,integer,uuid) is 'As ranked_stories(), those that can be watched and the caller''s own, with what they can be chosen by.';
grant execute on function private.find_stories(tsquery,integer,uuid) to authenticated;

-- private.find_topic_videos(tsquery,integer,uuid) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.find_topic_videos(wanted tsquery, max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real, "sharerId" uuid, "topicId" uuid, year integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select t.id, pg_catalog.ts_rank(t.search_vector, wanted) as rank, t."profileSharerId",
      t."promptCategoryId", extract(year from coalesce(t."dateRecorded", t."createdAt"))::integer
    from private.topic_video_candidates(wanted, 500, sharer) c (id)
    join public."TopicVideo" t on t.id = c.id
    where t.status = 'READY' or t."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    order by rank desc, t."createdAt" desc, t.id desc limit max;
end
$function$;
comment on function private.find_topic_videos(tsquery,integer,uuid) is 'Topics summed up that match, the best first, of all storytellers or of one: those that can be watched and the caller''s own.';
grant execute on function private.find_topic_videos(tsquery,integer,uuid) to authenticated;

-- private.finish_attachment(uuid) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.finish_attachment(upload uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  done uuid;
begin
  update private.attachment_upload u set "completedAt" = now()
  where u.id = upload and u."completedAt" is null returning u."attachmentId" into done;
  if done is null then
    return false;
  end if;
  update public."PromptResponseAttachment" set state = 'processing' where id = done;
  perform graphile_worker.add_job('attachments.process', json_build_object('attachmentId', done),
    job_key => 'attachments.process ' || done, max_attempts => 5);
  return true;
end
$function$;
comment on function private.finish_attachment(uuid) is 'All bytes lie safely on the disk. False when there is no such upload or it was finished before. Definer: enqueues the job in the transaction that needs it.';
grant execute on function private.finish_attachment(uuid) to service_role;

-- private.finish_setup(text,uuid) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.finish_setup(hash text, profile uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  lock table private.setup_token in share row exclusive mode;
  if not private.setup_is_open(hash) then
    return false;
  end if;
  update private.setup_token set used_at = now() where token_hash = hash;
  insert into public."ProfileRole" ("profileId", role) values (profile, 'ADMIN')
  on conflict do nothing;
  return true;
end
$function$;
comment on function private.finish_setup(text,uuid) is 'Definer: the sign-in service makes the first admin with it, given an unused link.';
grant execute on function private.finish_setup(text,uuid) to supabase_auth_admin;

-- private.finish_upload(uuid,bigint) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.finish_upload(upload uuid, size bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  done private.upload;
begin
  update private.upload u set bytes = size, "completedAt" = now()
  where u.id = upload and u."completedAt" is null returning u.* into done;
  if done.id is null then
    return false;
  end if;
  perform public.handle_mux_webhook(jsonb_build_object(
    'id', 'local-uploaded-' || upload,
    'type', 'video.upload.asset_created',
    'data', jsonb_build_object('id', 'local-' || upload, 'asset_id', 'local-' || done."videoId",
      'new_asset_settings', jsonb_build_object('passthrough', done."videoId"))));
  perform graphile_worker.add_job('videos.process', json_build_object('videoId', done."videoId"),
    job_key => 'videos.process ' || done."videoId", max_attempts => 5);
  return true;
end
$function$;
comment on function private.finish_upload(uuid,bigint) is 'Definer: enqueues the job in the transaction that needs it. False when it was finished before.';
grant execute on function private.finish_upload(uuid,bigint) to service_role;

-- private.follow_access() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if private.payments_on() then
    perform private.agree_access(case tg_op
      when 'INSERT' then array[new."userId"]
      when 'DELETE' then array[old."userId"]
      else array[old."userId", new."userId"] end);
  end if;
  return null;
end
$function$;
comment on function private.follow_access() is 'Definer: whoever writes a Subscription, the status of its person follows.';
-- for its owner alone

-- private.follow_changed_address() ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_changed_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  address text := nullif(lower(btrim(new.email)), '');
begin
  update public."Profile" p set email = case
    when not exists (select from public."Profile" o where o.email = address and o.id <> new.id)
    then address end
  where p.id = new.id;
  return null;
end
$function$;
comment on function private.follow_changed_address() is 'Definer: the sign-in service has no right on public. Profile.email follows the address one signs in with.';
-- for its owner alone

-- private.follow_cues() --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_cues()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  timed boolean := jsonb_typeof(new.cues) = 'array' and new.cues <> '[]';
  problem text := case when timed then private.cues_problem(new.cues) end;
begin
  if problem is not null then
    raise invalid_parameter_value using message = problem;
  end if;
  if tg_op = 'UPDATE' and timed and new.cues = old.cues
    and new.transcript is distinct from old.transcript
  then
    raise invalid_parameter_value using message = 'the text follows the cues: change those';
  end if;
  if timed then
    new.transcript := private.cues_text(new.cues);
  end if;
  if tg_op = 'UPDATE' and (new.transcript, new.cues, new.language, new.source, new."isChecked")
    is distinct from (old.transcript, old.cues, old.language, old.source, old."isChecked")
  then
    new.version := old.version + 1;
  end if;
  return new;
end
$function$;
-- for its owner alone

-- private.follow_links() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  was record := private.part_of(old."videoId");
  is_now record := private.part_of(new."videoId");
begin
  new."summaryLinks" := (
    select jsonb_agg(l.link || jsonb_build_object('start', l.at - is_now."start") order by l.n)
    from (
      select link, n, (link ->> 'start')::double precision + was."start" as at
      from jsonb_array_elements(new."summaryLinks") with ordinality as e (link, n)
    ) l
    where was.whole = is_now.whole and l.at >= is_now."start" and (l.at < is_now."end") is not false
  );
  return new;
end
$function$;
comment on function private.follow_links() is 'Definer: the links are nobody''s to write, whoever changes what a story or a topic video shows.';
-- for its owner alone

-- private.follow_recording() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_recording()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- the trigger above does the copying
  update public."TopicVideo" set "videoId" = new.id where "videoId" = new.id;
  return null;
end
$function$;
comment on function private.follow_recording() is 'Definer: a topic video follows its recording, whoever moves that.';
-- for its owner alone

-- private.follow_words() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.follow_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'DELETE' then
    perform private.copy_words(old."videoId");
  else
    perform private.copy_words(new."videoId");
  end if;
  return null;
end
$function$;
comment on function private.follow_words() is 'Definer: the words of a topic video follow those of its recording, whoever writes them.';
-- for its owner alone

-- private.followed_sharers() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.followed_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select "sharerId" from public."ProfileListener"
    where "listenerId" = private.uid() and "hasAccess" and private.acting_for() is null
  );
end
$function$;
comment on function private.followed_sharers() is 'Definer: the sharers whom the caller may listen to now.';
grant execute on function private.followed_sharers() to authenticated;
grant execute on function private.followed_sharers() to service_role;
grant execute on function private.followed_sharers() to telloom_admin;

-- private.forget_sign_in() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.forget_sign_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.users where id = old.id;
  return null;
end
$function$;
comment on function private.forget_sign_in() is 'Definer: auth.users is nobody''s to write. Whoever deletes their Profile is signed out everywhere and keeps no way to sign in.';
-- for its owner alone

-- private.forget_trimmed() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.forget_trimmed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.removed_part ("videoId") values (old."videoId");
  -- withdrawn before anybody saw it, or what should have shown it is gone
  if num_nonnulls(old."promptResponseId", old."topicVideoId") > 0 then
    delete from public."Video" where id = old."videoId";
  end if;
  return null;
end
$function$;
comment on function private.forget_trimmed() is 'Definer: whoever deletes a recording, a story or a person holds no right on the list of files.';
-- for its owner alone

-- private.forget_unconfirmed() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.forget_unconfirmed()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  forgotten integer;
begin
  -- An address that nobody ever confirmed, and a profile that nothing hangs on.
  delete from public."Profile" p using auth.users u
  where u.id = p.id and u.email_confirmed_at is null and u.phone_confirmed_at is null
    and u.last_sign_in_at is null and u.created_at < now() - interval '30 days'
    and not exists (select from public."ProfileSharer" s where s."profileId" = p.id)
    and not exists (select from public."ProfileExecutor" e where e."executorId" = p.id)
    and not exists (select from public."ProfileListener" l where l."listenerId" = p.id);
  get diagnostics forgotten = row_count;
  -- On Supabase these are not there: its own sign-in service tidies up after itself.
  if to_regclass('auth.ba_sessions') is not null then
    delete from auth.ba_sessions where "expiresAt" < now();
    delete from auth.ba_verifications where "expiresAt" < now();
  end if;
  return forgotten;
end
$function$;
comment on function private.forget_unconfirmed() is 'Definer: auth is nobody''s. Forgets sign-ups that were never confirmed within 30 days, and sessions and codes that no longer work. Says how many sign-ups.';
grant execute on function private.forget_unconfirmed() to service_role;

-- private.grant_functions(regprocedure[],text) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.grant_functions(functions regprocedure[], roles text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare f regprocedure;
begin
  foreach f in array functions loop
    execute format('revoke all on function %s from public, anon, authenticated, service_role', f);
    if roles <> '' then
      execute format('grant execute on function %s to %s', f, roles);
    end if;
  end loop;
end
$function$;
-- for its owner alone

-- private.guard_follow_request() -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.guard_follow_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.status is distinct from old.status and (old.status, new.status) not in (
    ('PENDING', 'APPROVED'), ('PENDING', 'DENIED'), ('DENIED', 'APPROVED')
  ) then
    raise insufficient_privilege using message =
      format('a follow request does not go from %s to %s', old.status, new.status);
  end if;
  return new;
end
$function$;
-- for its owner alone

-- private.guard_leaving() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.guard_leaving()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  return coalesce(new, old);
end
$function$;
comment on function private.guard_leaving() is 'No key deletes its person''s account, or takes that back.';
-- for its owner alone

-- private.guard_profile_listener() ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.guard_profile_listener()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new."hasAccess" is distinct from old."hasAccess"
    and not (old."sharerId" = any (private.managed_sharers()))
  then
    raise insufficient_privilege using message = 'only the storyteller or their keeper changes hasAccess';
  end if;
  if (new.notifications, new."lastViewed") is distinct from (old.notifications, old."lastViewed")
    and old."listenerId" is distinct from private.uid()
  then
    raise insufficient_privilege using message = 'only the listener changes notifications and lastViewed';
  end if;
  return new;
end
$function$;
-- for its owner alone

-- private.guard_prompt_response() ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.guard_prompt_response()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new."videoId", new."promptId", new."privacyLevel")
      is distinct from (old."videoId", old."promptId", old."privacyLevel")
    and not (old."profileSharerId" = any (private.managed_sharers()))
  then
    raise insufficient_privilege using message = 'a listener may change summary and responseNotes alone';
  end if;
  return new;
end
$function$;
-- for its owner alone

-- private.guard_suggestion() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.guard_suggestion()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.status <> 'PENDING' then
    raise object_not_in_prerequisite_state using message = 'this suggestion is settled';
  end if;
  return new;
end
$function$;
-- for its owner alone

-- private.has_admin() ----------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.has_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from public."ProfileRole" where role = 'ADMIN')
$function$;
-- for its owner alone

-- private.hash_token(text) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.hash_token(token text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO ''
AS $function$
  select encode(sha256(convert_to(token, 'UTF8')), 'hex')
$function$;
-- for its owner alone

-- private.heard_sharers() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.heard_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  acting_for uuid := private.acting_for();
begin
  return array(
    select id from public."ProfileSharer" where "profileId" = me and acting_for is null
    union all select "sharerId" from public."ProfileExecutor"
      where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId")
    union all select "sharerId" from public."ProfileListener"
      where "listenerId" = me and "hasAccess" and acting_for is null
  );
end
$function$;
comment on function private.heard_sharers() is 'Definer: whom the caller manages or listens to now; the same one may be in it twice.';
grant execute on function private.heard_sharers() to authenticated;
grant execute on function private.heard_sharers() to service_role;
grant execute on function private.heard_sharers() to telloom_admin;

-- private.hits(tsquery,text,text[],text[],text,jsonb) --------------------------------------------
CREATE OR REPLACE FUNCTION private.hits(wanted tsquery, language text, fields text[], written text[], transcript text, cues jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  config regconfig;
  spoken jsonb := case when jsonb_array_length(cues) > 0 then cues end;
begin
  if numnode(wanted) = 0 then
    return '[]'::jsonb;
  end if;
  config := private.shown_config(language);
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object('field', h.field, 'at', h.at, 'snippet', h.snippet) order by h.place, h.at
      ), '[]')
    from (
      select f.place, f.field, null::double precision as at,
        private.mark_words(config, f.body, wanted, length(f.body) <= 300) as snippet
      from unnest(fields || 'transcript'::text,
        written || case when spoken is null then transcript end) with ordinality f (field, body, place)
      where to_tsvector(config, left(f.body, 100000)) @@ wanted
      union all (
        select 100, 'transcript', s.start, private.mark_words(config, s.passage, wanted, true)
        from private.spoken_passages(spoken, config) s
        where s.words @@ wanted
        order by pg_catalog.ts_rank(s.words, wanted) desc, s.start limit 3
      )
    ) h
  );
end
$function$;
comment on function private.hits(tsquery,text,text[],text[],text,jsonb) is 'Where something has any of the wanted words: of what is written, in fields, and of what is said, at the second where it is said. snippet is plain text with the words between U+E000 and U+E001. The texts come from whoever may read them.';
grant execute on function private.hits(tsquery,text,text[],text[],text,jsonb) to authenticated;

-- private.hold_admins(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.hold_admins(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.hold_admins(uuid) is 'Before an admin takes something from a person: 55000 from themselves; P0002 no such person.';
-- for its owner alone

-- private.hold_teller(uuid,uuid[]) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.hold_teller(teller uuid, sharers uuid[], OUT video uuid, OUT is_story boolean)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  select r."videoId", true into video, is_story from public."PromptResponse" r
  where r.id = teller and r."profileSharerId" = any (sharers) for update;
  if not found then
    select t."videoId", false into video, is_story from public."TopicVideo" t
    where t.id = teller and t."profileSharerId" = any (sharers) for update;
  end if;
end
$function$;
-- for its owner alone

-- private.hour_in(text,timestamp with time zone) -------------------------------------------------
CREATE OR REPLACE FUNCTION private.hour_in(zone text, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return extract(hour from moment at time zone zone);
exception when invalid_parameter_value then
  return null;
end
$function$;
comment on function private.hour_in(text,timestamp with time zone) is 'The hour of the day there; null where no such time zone is known.';
grant execute on function private.hour_in(text,timestamp with time zone) to authenticated;
grant execute on function private.hour_in(text,timestamp with time zone) to service_role;
grant execute on function private.hour_in(text,timestamp with time zone) to telloom_admin;

-- private.i_am_admin() ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.i_am_admin()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select from public."ProfileRole" where "profileId" = private.uid() and role = 'ADMIN'
  ) and 'admin' = any (coalesce(private.key_scopes(), '{admin}'));
end
$function$;
comment on function private.i_am_admin() is 'Definer: ProfileRole is behind policies, and this decides them.';
grant execute on function private.i_am_admin() to authenticated;
grant execute on function private.i_am_admin() to service_role;
grant execute on function private.i_am_admin() to telloom_admin;

-- private.index_attachment() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.index_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  spoken text := (
    select coalesce(t.language, v."languageCode") from public."PromptResponse" r
    join public."Video" v on v.id = r."videoId"
    left join public."VideoTranscript" t on t."videoId" = v.id where r.id = new."promptResponseId"
  );
  people text := (
    select string_agg(t.name, ' ' order by t.name) from public."PromptResponseAttachmentPersonTag" j
    join public."PersonTag" t on t.id = j."personTagId" where j."promptResponseAttachmentId" = new.id
  );
begin
  new.search_vector :=
    setweight(private.to_search_widely(spoken, new.title), 'A')
    || setweight(private.to_search_widely(spoken, people), 'B')
    || setweight(private.to_search_widely(spoken, new.description), 'C')
    || setweight(private.to_search_widely(spoken, concat_ws(' ', extract(year from new."dateCaptured"),
      new."yearCaptured", new."estimatedYear", translate(new."fileName", '._-', '   '))), 'D');
  return new;
end
$function$;
comment on function private.index_attachment() is 'Definer: whoever writes it, the words are all there: its own, its years, and who is in it.';
-- for its owner alone

-- private.index_object() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.index_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.search_vector :=
    setweight(private.to_search_widely('en', new."objectName"), 'A')
    || setweight(private.to_search_widely('en', new."objectDescription"), 'C');
  return new;
end
$function$;
-- for its owner alone

-- private.index_topic_video() --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.index_topic_video()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  topic text := (select c.category from public."PromptCategory" c where c.id = new."promptCategoryId");
  said text;
  spoken text;
begin
  select t.transcript, t.language into said, spoken
  from public."TopicVideoTranscript" t where t."topicVideoId" = new.id limit 1;
  spoken := coalesce(spoken, new."languageCode");
  new.search_vector :=
    setweight(private.to_search_widely(spoken, concat_ws(' ', new.title, topic)), 'A')
    || setweight(private.to_search(spoken, left(new.summary, 20000)), 'B')
    || setweight(private.to_search(spoken, left(new.description, 20000)), 'C')
    -- three hours of speech, which are sure to fit into the megabyte of a tsvector
    || setweight(private.to_search(spoken, left(said, 200000)), 'D');
  return new;
end
$function$;
comment on function private.index_topic_video() is 'Definer: whoever writes it, the words are all there: its own, its topic''s, and what is said.';
-- for its owner alone

-- private.is_push_endpoint(text) -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.is_push_endpoint(endpoint text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select endpoint ~ '^https://(fcm\.googleapis\.com|([a-z0-9-]+\.)*push\.services\.mozilla\.com|([a-z0-9-]+\.)*push\.apple\.com|([a-z0-9-]+\.)+notify\.windows\.com)/[A-Za-z0-9_.~:/?=&%+-]+$'
$function$;
comment on function private.is_push_endpoint(text) is 'Whether it is an address of a known push service, without a port or a user: the server calls no other.';
grant execute on function private.is_push_endpoint(text) to service_role;
grant execute on function private.is_push_endpoint(text) to telloom_admin;

-- private.is_subscribed(uuid) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.is_subscribed(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from public."Subscription" s where s."userId" = person and s."givesAccess")
$function$;
grant execute on function private.is_subscribed(uuid) to service_role;

-- private.is_told_by(uuid,uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.is_told_by(video uuid, teller uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from public."PromptResponse" r where r.id = teller and r."videoId" = video)
    or exists (select from public."TopicVideo" t where t.id = teller and t."videoId" = video)
    or exists (select from public."EarlierTelling" e
      where e."videoId" = video and teller in (e."promptResponseId", e."topicVideoId"))
$function$;
grant execute on function private.is_told_by(uuid,uuid) to authenticated;

-- private.is_untold(uuid) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.is_untold(video uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select not exists (select from public."PromptResponse" r where r."videoId" = video)
    and not exists (select from public."TopicVideo" t where t."videoId" = video)
    and not exists (select from public."EarlierTelling" e where e."videoId" = video)
    and not exists (select from public."TrimmedVideo" t where t."videoId" = video)
$function$;
grant execute on function private.is_untold(uuid) to authenticated;
grant execute on function private.is_untold(uuid) to service_role;

-- private.issue_setup_token(text) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.issue_setup_token(new_hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if private.has_admin() then
    return false;
  end if;
  -- The newest link is the one that works: an older one may be in a log somewhere.
  delete from private.setup_token where used_at is null;
  insert into private.setup_token (token_hash) values (new_hash);
  return true;
end
$function$;
comment on function private.issue_setup_token(text) is 'Definer: keeps the hash of a new setup link; false where there is an admin already.';
grant execute on function private.issue_setup_token(text) to service_role;

-- private.keep_earlier_telling() -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.keep_earlier_telling()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  is_story boolean := tg_table_name = 'PromptResponse';
begin
  delete from public."EarlierTelling" where "videoId" = new."videoId";
  insert into public."EarlierTelling" ("promptResponseId", "topicVideoId", "videoId", "profileSharerId")
  values (case when is_story then old.id end, case when not is_story then old.id end,
    old."videoId", old."profileSharerId");
  if is_story then
    -- where people left off was in the other recording
    update public."PromptResponseRecentlyWatched" set position = null
    where "promptResponseId" = old.id and position is not null;
  end if;
  return null;
end
$function$;
comment on function private.keep_earlier_telling() is 'Definer: nobody writes this history, whoever puts another recording in place.';
-- for its owner alone

-- private.keep_version() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  of_topic boolean := tg_table_name = 'TopicVideoTranscript';
begin
  -- of a transcript from before versions were kept, what it was until now
  if tg_op = 'UPDATE' and not exists (
    select from public."TranscriptVersion" v
    where v."videoTranscriptId" = old.id or v."topicVideoTranscriptId" = old.id
  ) then
    perform private.write_version(of_topic, to_jsonb(old), null);
  end if;
  perform private.write_version(of_topic, to_jsonb(new), private.uid());
  return null;
end
$function$;
comment on function private.keep_version() is 'Definer: nobody writes history, whoever changes a transcript.';
-- for its owner alone

-- private.key_scopes() ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.key_scopes()
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select nullif(current_setting('telloom.key_scopes', true), '')::text[]
$function$;
comment on function private.key_scopes() is 'The scopes of the key that this transaction was opened with; null: with a session, which may all that its person may.';
grant execute on function private.key_scopes() to authenticated;
grant execute on function private.key_scopes() to telloom_admin;

-- private.let_listen(uuid,uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.let_listen(listener uuid, sharer uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  insert into public."ProfileListener" ("listenerId", "sharerId") values (listener, sharer)
  on conflict ("listenerId", "sharerId")
  do update set "hasAccess" = true, "sharedSince" = now() where not "ProfileListener"."hasAccess";
  insert into public."ProfileRole" ("profileId", role) values (listener, 'LISTENER')
  on conflict do nothing;
end
$function$;
-- for its owner alone

-- private.lies_within(double precision,double precision,double precision,double precision) -------
CREATE OR REPLACE FUNCTION private.lies_within(starts double precision, ends double precision, lower double precision, upper double precision)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select greatest(0, lower - starts) + greatest(0, ends - upper)
    <= least(0.3, (ends - starts) * 0.25)
$function$;
-- for its owner alone

-- private.likely(text[]) -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.likely(words text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select string_agg(' ' || case when n > 0 then private.as_pattern(left(word, 1)) || '[^ ]*' else '' end
      || private.as_pattern(substr(word, 1 + n * l / pieces, (n + 1) * l / pieces - n * l / pieces)), '|')
    from unnest(words) word,
      lateral (select length(word) as l, 1 + private.slips_allowed(word) as pieces) w,
      generate_series(0, pieces - 1) n
  );
end
$function$;
comment on function private.likely(text[]) is 'A regular expression that every name whose likeness() to one of the words is above 0 meets, as "nameKey".';
grant execute on function private.likely(text[]) to authenticated;

-- private.likeness(text[],text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.likeness(words text[], key text)
 RETURNS real
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  parts text[] := string_to_array(ltrim(coalesce(key, '')), ' ');
  total real := 0;
  word text;
  part text;
  best real;
  slips integer;
  allowed integer;
begin
  foreach word in array words loop
    best := 0;
    allowed := private.slips_allowed(word);
    foreach part in array parts loop
      if starts_with(part, word) then
        best := greatest(best, case when part = word then 1 else 0.9 end);
      elsif allowed > 0 and left(part, 1) = left(word, 1) then
        slips := extensions.levenshtein_less_equal(part, word, allowed);
        if slips <= allowed then
          best := greatest(best, 1 - slips::real / length(word));
        end if;
      end if;
    end loop;
    total := total + best;
  end loop;
  return total;
end
$function$;
comment on function private.likeness(text[],text) is 'How much a name is like the words, all as name_key(): 1 for each that is a part of it, 0.9 for the beginning of one, less with one slip in four letters or two in six, 0 for another name. The first letter is never a slip.';
grant execute on function private.likeness(text[],text) to authenticated;

-- private.mail_has_failed(uuid,text) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mail_has_failed(mail_id uuid, reason text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update private.mail m set status = 'failed', last_error = reason
  where m.id = mail_id and m.status <> 'sent';
end
$function$;
comment on function private.mail_has_failed(uuid,text) is 'Definer: says why an attempt failed. The worker tries again.';
grant execute on function private.mail_has_failed(uuid,text) to service_role;

-- private.mail_invitation(uuid,text,text,boolean) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.mail_invitation(invitation uuid, subject text, body text, deliver boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  address text := (
    select i."inviteeEmail" from public."Invitation" i
    where i.id = invitation and i."inviterId" = private.uid() and i.status = 'PENDING'
      and i."createdAt" = now() -- made, or renewed, in this very transaction
  );
begin
  if address is null then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  perform private.count_act('invited', address, 50, 5);
  perform private.queue_mail(address, subject, body, null, true, deliver);
end
$function$;
comment on function private.mail_invitation(uuid,text,text,boolean) is 'Queues the mail of an invitation that the caller makes or renews in this transaction: 50 a day, 5 to one address. Definer: nobody sends mail to whom they like. Raises P0002, TL429.';
grant execute on function private.mail_invitation(uuid,text,text,boolean) to authenticated;

-- private.mail_leaving(text,text,boolean) --------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mail_leaving(subject text, body text, deliver boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  address text := (
    select p.email from public."AccountDeletion" l join public."Profile" p on p.id = l."profileId"
    where p.id = private.uid() and l."askedAt" = now() -- asked in this very transaction
  );
begin
  -- Asking, taking it back and asking anew fills nobody's letter box.
  if address is not null and not exists (
    select from private.mail m
    where m.created_at > now() - interval '1 hour'
      and m.to_address = address and m.subject = mail_leaving.subject
  ) then
    perform private.queue_mail(address, mail_leaving.subject, body, null, false, deliver);
  end if;
end
$function$;
comment on function private.mail_leaving(text,text,boolean) is 'Queues the mail to the caller, who asks in this transaction that their account be deleted: the owner of the letter box hears of it, whoever asked. Definer: nobody sends mail by themselves.';
grant execute on function private.mail_leaving(text,text,boolean) to authenticated;

-- private.mail_to_send(uuid) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mail_to_send(mail_id uuid)
 RETURNS TABLE(to_address text, subject text, body text, html text, unsubscribe_url text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    update private.mail m set attempts = m.attempts + 1
    where m.id = mail_id and m.status in ('queued', 'failed')
    returning m.to_address, m.subject, m.text, m.html, m.unsubscribe_url;
end
$function$;
comment on function private.mail_to_send(uuid) is 'Definer: counts an attempt and gives the mail; no row where it was sent before.';
grant execute on function private.mail_to_send(uuid) to service_role;

-- private.mail_was_sent(uuid) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mail_was_sent(mail_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update private.mail m set status = 'sent', sent_at = now(), last_error = null,
    text = case when m.is_secret then '(sent, and forgotten here)' else m.text end,
    html = case when m.is_secret then null else m.html end
  where m.id = mail_id;
end
$function$;
comment on function private.mail_was_sent(uuid) is 'Definer: forgets what a secret mail said.';
grant execute on function private.mail_was_sent(uuid) to service_role;

-- private.managed_sharers() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.managed_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  acting_for uuid := private.acting_for();
begin
  -- one function rather than the two above: it is asked by nearly every statement
  return array(
    select id from public."ProfileSharer" where "profileId" = me and acting_for is null
    union all select "sharerId" from public."ProfileExecutor"
      where "executorId" = me and "sharerId" = coalesce(acting_for, "sharerId")
  );
end
$function$;
comment on function private.managed_sharers() is 'Definer: manager means owner or executor.';
grant execute on function private.managed_sharers() to authenticated;
grant execute on function private.managed_sharers() to service_role;
grant execute on function private.managed_sharers() to telloom_admin;

-- private.managers_of(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.managers_of(sharer uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select array[(select s."profileId" from public."ProfileSharer" s where s.id = sharer)]
    || array(select e."executorId" from public."ProfileExecutor" e where e."sharerId" = sharer)
$function$;
comment on function private.managers_of(uuid) is 'The storyteller, and after them their keeper.';
-- for its owner alone

-- private.manages_video(uuid) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.manages_video(video uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (
    select from public."Video" v
    where v.id = video and v."profileSharerId" = any (private.managed_sharers())
  );
end
$function$;
comment on function private.manages_video(uuid) is 'Definer: whether the caller manages the recording''s sharer, without the policies that let listeners read it.';
grant execute on function private.manages_video(uuid) to authenticated;
grant execute on function private.manages_video(uuid) to service_role;
grant execute on function private.manages_video(uuid) to telloom_admin;

-- private.mark_found(text[],regconfig,tsquery) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.mark_found(texts text[], config regconfig, wanted tsquery)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return array(
    select case when to_tsvector(config, left(t.body, 100000)) @@ wanted
      then private.mark_words(config, t.body, wanted, length(t.body) <= 300) end
    from unnest(texts) with ordinality t (body, place) order by t.place
  );
end
$function$;
comment on function private.mark_found(text[],regconfig,tsquery) is 'Each of the texts with the wanted words between U+E000 and U+E001, and null for those that have none of them.';
grant execute on function private.mark_found(text[],regconfig,tsquery) to authenticated;

-- private.mark_name(text,text[]) -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mark_name(name text, words text[])
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    select string_agg(
      case when private.likeness(words, private.name_key(part.word)) > 0 then U&'\E000' || part.word || U&'\E001'
        else part.word end, ' ' order by part.place)
    from regexp_split_to_table(translate(name, U&'\E000\E001', ''), '[[:space:]]+')
      with ordinality part (word, place)
  );
end
$function$;
comment on function private.mark_name(text,text[]) is 'A name, its words that are like one of these between U+E000 and U+E001.';
grant execute on function private.mark_name(text,text[]) to authenticated;

-- private.mark_words(regconfig,text,tsquery,boolean) ---------------------------------------------
CREATE OR REPLACE FUNCTION private.mark_words(config regconfig, body text, wanted tsquery, whole boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN ts_headline(config, translate("left"(body, 100000), ''::text, ''::text), wanted, ('StartSel=, StopSel=, '::text || CASE WHEN whole THEN 'HighlightAll=true'::text ELSE 'MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "'::text END));
comment on function private.mark_words(regconfig,text,tsquery,boolean) is 'The text, or the parts of it that matter, with the wanted words between U+E000 and U+E001. Plain text, no markup.';
grant execute on function private.mark_words(regconfig,text,tsquery,boolean) to authenticated;

-- private.may_be_told(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.may_be_told(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from auth.users u where u.id = person
    and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now()))
$function$;
comment on function private.may_be_told(uuid) is 'Whether what is new may leave for this person, by mail or to their devices: whoever private.enter() would let in, so nobody whom an admin suspended. Definer: sign-ins are nobody''s to read.';
grant execute on function private.may_be_told(uuid) to service_role;

-- private.may_concern(regclass,jsonb) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.may_concern(entity regclass, row_ jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE STRICT
 SET search_path TO ''
AS $function$
declare
  sharer uuid;
begin
  if entity = 'public."Profile"'::regclass then
    return array[row_ ->> 'id'];
  end if;
  sharer := case entity
    when 'public."VideoTranscript"'::regclass then (
      select v."profileSharerId" from public."Video" v where v.id = (row_ ->> 'videoId')::uuid)
    when 'public."TopicVideoTranscript"'::regclass then (
      select v."profileSharerId" from public."TopicVideo" v where v.id = (row_ ->> 'topicVideoId')::uuid)
    else (row_ ->> 'profileSharerId')::uuid
  end;
  return case when sharer is not null then array(
    select s."profileId"::text from public."ProfileSharer" s where s.id = sharer
    union select e."executorId"::text from public."ProfileExecutor" e where e."sharerId" = sharer
    union select l."listenerId"::text from public."ProfileListener" l where l."sharerId" = sharer
  ) end;
end
$function$;
comment on function private.may_concern(regclass,jsonb) is 'Whom it is worth asking the policies of this row as: everyone around the storyteller that it names, whoever of them may read it; null: everybody. It spares questions and decides nothing, so it may name too many and never too few.';
grant execute on function private.may_concern(regclass,jsonb) to service_role;

-- private.may_hear(uuid,text,uuid,uuid[],uuid[],uuid[]) ------------------------------------------
CREATE OR REPLACE FUNCTION private.may_hear(sharer uuid, level text, response uuid, managed uuid[], refused uuid[], named uuid[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ((sharer = ANY (managed)) OR ((level = 'Public'::text) AND (response <> ALL (refused))) OR ((level = 'Custom'::text) AND (response = ANY (named))));
comment on function private.may_hear(uuid,text,uuid,uuid[],uuid[],uuid[]) is 'Whether a response may be read, given whom one manages and for which responses one is named with none, or with read or write. That one hears the sharer is asked beside it.';
grant execute on function private.may_hear(uuid,text,uuid,uuid[],uuid[],uuid[]) to authenticated;
grant execute on function private.may_hear(uuid,text,uuid,uuid[],uuid[],uuid[]) to service_role;
grant execute on function private.may_hear(uuid,text,uuid,uuid[],uuid[],uuid[]) to telloom_admin;

-- private.may_summarise(text,text,boolean) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.may_summarise(summary text, source text, asked boolean)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case
    when btrim(coalesce(summary, '')) = '' then asked or source is distinct from 'person'
    else source <> 'person' is true
  end
$function$;
grant execute on function private.may_summarise(text,text,boolean) to service_role;

-- private.mux_asset_columns(jsonb) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_asset_columns(data jsonb, OUT playback_id text, OUT duration double precision, OUT aspect_ratio text, OUT quality text, OUT max_width numeric, OUT max_height numeric, OUT max_frame_rate numeric, OUT language text, OUT tier text)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  tracks jsonb := case when jsonb_typeof(data -> 'tracks') = 'array' then data -> 'tracks' else '[]' end;
  ids jsonb := case when jsonb_typeof(data -> 'playback_ids') = 'array' then data -> 'playback_ids' else '[]' end;
  picture jsonb := (select t from jsonb_array_elements(tracks) t where t ->> 'type' = 'video' limit 1);
begin
  -- a signed address where there is one: a public one would outlive the right to watch
  playback_id := (
    select p ->> 'id' from jsonb_array_elements(ids) p
    order by p ->> 'policy' = 'signed' desc limit 1
  );
  duration := private.to_number(data ->> 'duration');
  aspect_ratio := data ->> 'aspect_ratio';
  -- the older name of the same, with older names of its values
  quality := coalesce(data ->> 'video_quality', case data ->> 'encoding_tier'
    when 'baseline' then 'basic' when 'smart' then 'plus' else data ->> 'encoding_tier' end);
  max_width := private.to_number(picture ->> 'max_width');
  max_height := private.to_number(picture ->> 'max_height');
  -- Mux says -1 where it does not know
  max_frame_rate := coalesce(
    nullif(private.to_number(picture ->> 'max_frame_rate'), -1),
    nullif(private.to_number(data ->> 'max_stored_frame_rate'), -1));
  language := (
    select t ->> 'language_code' from jsonb_array_elements(tracks) t
    where t ->> 'type' in ('text', 'audio') and t ->> 'language_code' not in ('auto', 'und', '')
    order by t ->> 'type' = 'text' desc limit 1
  );
  -- not max_resolution_tier, which is a setting and no measure
  tier := data ->> 'resolution_tier';
end
$function$;
-- for its owner alone

-- private.mux_error_message(text,jsonb) ----------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_error_message(event text, data jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case event
    when 'video.upload.cancelled' then 'The upload was cancelled.'
    when 'video.asset.deleted' then 'The video host no longer has this recording.'
    else coalesce(
      (select nullif(string_agg(m, ' '), '') from jsonb_array_elements_text(
        case when jsonb_typeof(data #> '{errors,messages}') = 'array'
          then data #> '{errors,messages}' else '[]' end) m),
      data #>> '{error,message}',
      'The recording could not be made ready.')
  end
$function$;
-- for its owner alone

-- private.mux_gone(text,text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_gone(kind text, mux_id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from private.mux_event e
    where e.payload #>> '{data,id}' = mux_id and e.type = kind || '.deleted')
$function$;
-- for its owner alone

-- private.mux_is_of_another(regclass,uuid,jsonb) -------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_is_of_another(tbl regclass, row_id uuid, event jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  subject record := private.mux_subject(event);
  kept_asset text;
  kept_upload text;
begin
  execute format('select "muxAssetId", "muxUploadId" from %s where id = $1', tbl)
    using row_id into kept_asset, kept_upload;
  if kept_asset is not null and subject.asset is not null then
    return kept_asset <> subject.asset;
  end if;
  return kept_upload <> subject.upload
    and not (kept_upload like 'local-%' and subject.upload not like 'local-%');
end
$function$;
-- for its owner alone

-- private.mux_subject(jsonb) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_subject(event jsonb, OUT asset text, OUT upload text, OUT ours text)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  type text := event ->> 'type';
  data jsonb := event -> 'data';
begin
  if type like 'video.upload.%' then
    upload := data ->> 'id';
    asset := data ->> 'asset_id';
    ours := data #>> '{new_asset_settings,passthrough}';
  elsif type ~ '^video\.asset\.(track|static_rendition|shots)\.' then
    asset := coalesce(data ->> 'asset_id', event #>> '{object,id}');
  elsif type like 'video.asset.%' then
    asset := data ->> 'id';
    upload := data ->> 'upload_id';
    ours := data ->> 'passthrough';
  end if;
end
$function$;
grant execute on function private.mux_subject(jsonb) to telloom_admin;

-- private.mux_transition_event(jsonb,text) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.mux_transition_event(event jsonb, asset text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select case
    when private.mux_gone('video.asset', asset) then 'video.asset.deleted'
    when event ->> 'type' = 'video.asset.updated' then case event #>> '{data,status}'
      when 'preparing' then 'video.asset.created'
      when 'ready' then 'video.asset.ready'
      when 'errored' then 'video.asset.errored' end
    else event ->> 'type'
  end
$function$;
-- for its owner alone

-- private.my_confirmed_email() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.my_confirmed_email()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (
    select lower(email) from auth.users
    where id = private.uid() and email_confirmed_at is not null
  );
end
$function$;
comment on function private.my_confirmed_email() is 'Definer: clients do not read auth.users. The caller''s own confirmed address, or null.';
grant execute on function private.my_confirmed_email() to authenticated;
grant execute on function private.my_confirmed_email() to service_role;
grant execute on function private.my_confirmed_email() to telloom_admin;

-- private.name_key(text) -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_key(name text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN translate(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(extensions.unaccent(name)), 'ph'::text, 'f'::text), 'th'::text, 't'::text), 'ck'::text, 'k'::text), 'ae'::text, 'a'::text), 'oe'::text, 'o'::text), 'ue'::text, 'u'::text), 'ff'::text, 'f'::text), 'll'::text, 'l'::text), 'nn'::text, 'n'::text), 'ss'::text, 's'::text), 'tt'::text, 't'::text), 'rr'::text, 'r'::text), 'zcqvwyh'::text, 'skkffi'::text);
comment on function private.name_key(text) is 'Josephine and Jozefine, Müller and Mueller, Stephen and Steven have the same.';
grant execute on function private.name_key(text) to authenticated;

-- private.name_of_person(uuid) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_of_person(person uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select p."fullName" from public."Profile" p where p.id = person
$function$;
-- for its owner alone

-- private.name_of_recording(uuid) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_of_recording(recording uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(private.name_of_story(r.id), p."promptText", private.name_of_topic_video(t.id))
  from public."Video" v
  left join public."PromptResponse" r on r."videoId" = v.id
  left join public."Prompt" p on p.id = v."promptId"
  left join public."TopicVideo" t on t."videoId" = v.id where v.id = recording
$function$;
-- for its owner alone

-- private.name_of_story(uuid) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_of_story(story uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select p."promptText" from public."PromptResponse" r join public."Prompt" p on p.id = r."promptId"
  where r.id = story
$function$;
-- for its owner alone

-- private.name_of_topic_video(uuid) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_of_topic_video(topic_video uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(t.title, c.category) from public."TopicVideo" t
  left join public."PromptCategory" c on c.id = t."promptCategoryId" where t.id = topic_video
$function$;
-- for its owner alone

-- private.name_requestor() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_requestor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new."askedAs" := (select p."fullName" from public."Profile" p where p.id = new."requestorId");
  return new;
end
$function$;
comment on function private.name_requestor() is 'Definer: a row may be imported by somebody who reads no Profile.';
-- for its owner alone

-- private.name_words(text,text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.name_words(query text, language text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return (
    with words as (
      select private.name_key(word) as key, private.to_search(language, word) = '' as common
      from regexp_split_to_table(left(query, 1000), '[[:space:][:punct:]]+') word limit 50
    )
    select array(
      select distinct left(w.key, 50) from words w
      -- Will and May are names too, where nothing else was asked for
      where length(w.key) > 1 and (not w.common or not exists (select from words o where not o.common))
      limit 8
    )
  );
end
$function$;
comment on function private.name_words(text,text) is 'What of a search may be a name, as name_key(), 8 at the most.';
grant execute on function private.name_words(text,text) to authenticated;

-- private.names_for_log(text,jsonb) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.names_for_log(thing text, it jsonb, OUT name text, OUT about text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  story uuid := coalesce(it ->> 'promptResponseId', it ->> 'responseId')::uuid;
begin
  name := case thing
    when 'story' then (select p."promptText" from public."Prompt" p where p.id = (it ->> 'promptId')::uuid)
    when 'recording' then (select p."promptText" from public."Prompt" p where p.id = (it ->> 'promptId')::uuid)
    when 'words' then coalesce(private.name_of_recording((it ->> 'videoId')::uuid),
      private.name_of_topic_video((it ->> 'topicVideoId')::uuid))
    when 'topicVideo' then coalesce(it ->> 'title', (
      select c.category from public."PromptCategory" c where c.id = (it ->> 'promptCategoryId')::uuid))
    when 'topic' then (
      select c.category from public."PromptCategory" c where c.id = (it ->> 'promptCategoryId')::uuid)
    when 'attachment' then coalesce(it ->> 'title', it ->> 'fileName')
    when 'person' then it ->> 'name'
    when 'personInPhoto' then (
      select t.name from public."PersonTag" t where t.id = (it ->> 'personTagId')::uuid)
    when 'object' then it ->> 'objectName'
    when 'permission' then private.name_of_person((it ->> 'userId')::uuid)
    when 'listener' then private.name_of_person((it ->> 'listenerId')::uuid)
    when 'keeper' then private.name_of_person((it ->> 'executorId')::uuid)
    when 'followRequest' then private.name_of_person((it ->> 'requestorId')::uuid)
    when 'invitation' then it ->> 'inviteeEmail'
    when 'suggestion' then left(it ->> 'suggested', 200)
    when 'drawnOn' then private.name_of_story((it ->> 'A')::uuid)
  end;
  about := case
    when thing = 'drawnOn' then private.name_of_topic_video((it ->> 'B')::uuid)
    when thing = 'personInPhoto' then (
      select coalesce(a.title, a."fileName") from public."PromptResponseAttachment" a
      where a.id = (it ->> 'promptResponseAttachmentId')::uuid)
    when story is not null then private.name_of_story(story)
  end;
end
$function$;
-- for its owner alone

-- private.nearest_words(text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.nearest_words(asked text)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  plain text := extensions.unaccent(lower(asked));
  allowed integer := private.slips_allowed(plain);
begin
  return query
    select near.word from (
      select w.word, w.times,
        extensions.levenshtein_less_equal(extensions.unaccent(left(w.word, 60)), plain, allowed) as slips
      from private.words_around() w
      where abs(length(w.word) - length(plain)) <= allowed and w.word ~ '^[[:alpha:]]+$'
    ) near
    where near.slips between 1 and allowed
    order by near.slips, near.times desc, near.word limit 3;
end
$function$;
comment on function private.nearest_words(text) is 'Three words that the caller may read and that differ from this one by one slip in four letters or two in six, the nearest first.';
grant execute on function private.nearest_words(text) to authenticated;

-- private.need_access() --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.need_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if private.payments_on()
    and not (select s."subscriptionStatus" from public."ProfileSharer" s where s.id = new."profileSharerId")
    -- a part of what was recorded is nothing recorded anew; its row arrives in the same statement
    and not exists (select from public."TrimmedVideo" t where t."videoId" = new.id)
  then
    raise insufficient_privilege using message = 'recording anew waits for the subscription',
      detail = 'subscription-ended';
  end if;
  return null;
end
$function$;
comment on function private.need_access() is 'Definer: refuses a new recording, by whichever way a client makes it, while access has ended. Everything else goes on.';
-- for its owner alone

-- private.need_admin() ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.need_admin()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if not private.i_am_admin() then
    raise insufficient_privilege using message = 'for admins alone';
  end if;
end
$function$;
comment on function private.need_admin() is 'What every definer for admins asks first.';
-- for its owner alone

-- private.need_new_session(text) -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.need_new_session(session_token text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_scope('account');
  if not exists (
    select from auth.ba_sessions s
    where s.token = session_token and s."userId" = private.uid()
      and s."createdAt" > now() - interval '1 hour'
  ) then
    raise insufficient_privilege using message = 'this was signed in too long ago',
      detail = 'sign-in-again';
  end if;
end
$function$;
comment on function private.need_new_session(text) is 'Definer: sessions are nobody''s to read. Refuses what lets somebody in for good unless its person signed in within the hour: a tablet left open on a table is no leave to make a key.';
grant execute on function private.need_new_session(text) to authenticated;
grant execute on function private.need_new_session(text) to telloom_admin;

-- private.need_scope(text) -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.need_scope(scope text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if scope <> all (private.key_scopes()) then
    raise insufficient_privilege using message = 'this key has another scope',
      detail = 'insufficient-scope';
  end if;
end
$function$;
comment on function private.need_scope(text) is 'Refuses a key without this scope. No key has the scope "account": ways to sign in, keys and leaving are for the person alone.';
grant execute on function private.need_scope(text) to authenticated;
grant execute on function private.need_scope(text) to telloom_admin;

-- private.new_changes(pg_snapshot,integer) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.new_changes(seen pg_snapshot, most integer)
 RETURNS TABLE(snapshot text, changes jsonb, messages jsonb)
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  -- one statement: the snapshot that is given back is the one that it looked with
  with noted as (
    select c.entity, c.action, c.row_id, min(c.id) as n, max(c.changed_at) as changed_at
    from private.change c
    where c.xid >= pg_snapshot_xmin(seen) and not pg_visible_in_snapshot(c.xid, seen)
    group by c.entity, c.action, c.row_id
  ), wanted as (
    select * from noted
    where exists (select from realtime.subscription s where s.entity = noted.entity)
    order by n limit most + 1
  )
  select pg_current_snapshot()::text,
    (select case when count(*) <= most then coalesce(jsonb_agg(jsonb_build_object(
        'entity', entity::oid, 'action', action, 'id', row_id, 'at', changed_at) order by n), '[]') end
      from wanted),
    (select coalesce(jsonb_agg(jsonb_build_object('topic', m.topic, 'event', m.event,
        'payload', m.payload::text, 'bytes', encode(m.binary_payload, 'base64')) order by n), '[]')
      from noted join realtime.messages m on m.id = noted.row_id
      where noted.entity = 'realtime.messages'::regclass)
$function$;
comment on function private.new_changes(pg_snapshot,integer) is 'What was committed after `seen`: rows that somebody subscribes to, each change once, or null where there are more than `most`; and messages to topics. `snapshot` is what to ask with next.';
grant execute on function private.new_changes(pg_snapshot,integer) to service_role;

-- private.note_admin_act(text,text,text) ---------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_admin_act(act text, thing_id text, name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.need_admin();
  insert into private.admin_log ("actorId", "actorName", action, thing, "thingId", name)
  select me.id, me."fullName", 'ACT', act, thing_id, left(note_admin_act.name, 255)
  from public."Profile" me where me.id = private.uid();
end
$function$;
comment on function private.note_admin_act(text,text,text) is 'Writes down what an admin did that no row of the data model shows, in their own name. Definer: nobody writes this log by hand.';
grant execute on function private.note_admin_act(text,text,text) to telloom_admin;

-- private.note_change() --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.change (entity, action, row_id) values (
    -- a partition's trigger is told which table it is part of
    coalesce(tg_argv[0]::regclass, tg_relid), tg_op,
    case tg_op when 'DELETE' then old.id else new.id end);
  perform pg_notify('telloom_changes', ''); -- once for each transaction, however often it is said
  return null;
end
$function$;
comment on function private.note_change() is 'Definer: whoever changes a row, private.change is nobody''s to write.';
grant execute on function private.note_change() to supabase_realtime_admin;

-- private.note_download_attempt(uuid,text,text,bigint,text) --------------------------------------
CREATE OR REPLACE FUNCTION private.note_download_attempt(download uuid, outcome text, file text, bytes bigint, problem text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tbl text;
  tries integer;
begin
  foreach tbl in array array['VideoDownload', 'TopicVideoDownload'] loop
    execute format($sql$
      update public.%I d set retries = d.retries + 1, last_attempted = now(), file = $3, bytes = $4,
        status = case when $2 = 'preparing' and d.retries >= 19 then 'failed' else $2 end,
        problem = case when $2 = 'preparing' and d.retries >= 19 then 'gave-up' else $5 end,
        "expiresAt" = case when $2 = 'ready' then now() + interval '7 days' end
      where d.id = $1 and d.status = 'preparing'
      returning case when d.status = 'preparing' then d.retries end
    $sql$, tbl) into tries using download, outcome, file, bytes, problem;
    if tries is not null then
      perform private.wake_download(download, least(interval '15 seconds' * 2 ^ (tries - 1), interval '1 hour'));
    end if;
  end loop;
end
$function$;
comment on function private.note_download_attempt(uuid,text,text,bigint,text) is 'What one attempt came to: ready with its file, failed with its problem, or preparing, to be looked for again. Definer: enqueues the job in the transaction that needs it.';
grant execute on function private.note_download_attempt(uuid,text,text,bigint,text) to service_role;

-- private.note_downloaded(uuid) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_downloaded(download uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  update public."VideoDownload" set status = 'completed', "downloadedAt" = now()
  where id = download and status in ('ready', 'completed');
  update public."TopicVideoDownload" set status = 'completed', "downloadedAt" = now()
  where id = download and status in ('ready', 'completed');
$function$;
comment on function private.note_downloaded(uuid) is 'The last byte of the file was sent, or the host was left to send it.';
grant execute on function private.note_downloaded(uuid) to service_role;

-- private.note_failed_mux_event(jsonb,text) ------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_failed_mux_event(payload jsonb, reason text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  insert into private.mux_event as known (id, type, payload, error)
  values (coalesce(payload ->> 'id', 'unnamed-' || md5(payload::text)), payload ->> 'type', payload, reason)
  on conflict (id) do update set error = excluded.error where known.error is not null
$function$;
comment on function private.note_failed_mux_event(jsonb,text) is 'Keeps an event that could not be taken, in a transaction of its own.';
grant execute on function private.note_failed_mux_event(jsonb,text) to service_role;

-- private.note_name_key() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_name_key()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."nameKey" := ' ' || private.name_key(left(coalesce(new.name, ''), 200));
  return new;
end
$function$;
-- for its owner alone

-- private.note_removed_asset() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_removed_asset()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  noted uuid;
begin
  insert into private.removed_asset ("assetId", "uploadId") values (
    case when old."muxAssetId" not like 'local-%' then old."muxAssetId" end,
    case when old."muxUploadId" not like 'local-%' then old."muxUploadId" end)
  returning id into noted;
  perform private.enqueue_mux('mux.delete', json_build_object('id', noted), 'mux.delete ' || noted);
  return null;
end
$function$;
comment on function private.note_removed_asset() is 'Definer: whoever deletes a recording, a sharer or a person holds no right on this list.';
-- for its owner alone

-- private.note_removed_attachment() --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_removed_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.removed_attachment (id, attachment, upload, tags) values (
    old.id,
    to_jsonb(old),
    (select to_jsonb(u) from private.attachment_upload u where u."attachmentId" = old.id),
    (select coalesce(jsonb_agg(j."personTagId"), '[]')
     from public."PromptResponseAttachmentPersonTag" j where j."promptResponseAttachmentId" = old.id)
  );
  return old;
end
$function$;
comment on function private.note_removed_attachment() is 'Definer: whoever deletes an attachment, its story or a person holds no right on this list.';
-- for its owner alone

-- private.note_removed_upload() ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.note_removed_upload()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into private.removed_upload ("uploadId", "videoId") values (old.id, old."videoId");
  return null;
end
$function$;
comment on function private.note_removed_upload() is 'Definer: whoever deletes a recording, a sharer or a person holds no right on this list.';
-- for its owner alone

-- private.notifies_about(text) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.notifies_about(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case
    when kind = 'story' then 'stories'
    when kind in ('follow-request', 'invitation', 'invitation-answered') then 'people'
    when kind in ('access-given', 'access-paused') then 'access'
    when kind in ('recording-ready', 'recording-failed') then 'recordings'
  end
$function$;
comment on function private.notifies_about(text) is 'Which switches rule over a kind of notification.';
grant execute on function private.notifies_about(text) to authenticated;

-- private.notify(uuid[],text,uuid,uuid,uuid) -----------------------------------------------------
CREATE OR REPLACE FUNCTION private.notify(people uuid[], kind text, sharer uuid, subject uuid, person uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId", "personId")
  select distinct p, notify.kind, sharer, subject, person from unnest(people) p
  where p is not null and p is distinct from private.uid() and p is distinct from person
  on conflict ("subjectId", kind, "profileId") do nothing
$function$;
comment on function private.notify(uuid[],text,uuid,uuid,uuid) is 'Tells these people once, but for the caller and whom it is about. For the triggers below alone.';
-- for its owner alone

-- private.object_candidates(tsquery,integer,uuid) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.object_candidates(query tsquery, newest integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id from (
      select s."profileId" as id, s.id = any (managed) as own
      from public."ProfileSharer" s where s.id = any (heard) and s.id = coalesce(sharer, s.id)
      -- who tells nothing keeps things all the same
      union select private.uid(), true where private.acting_for() is null and sharer is null
    ) o cross join lateral (
      select t.id, t."createdAt" from public."Object" t
      left join public."PromptResponse" r on r.id = t."promptResponseId"
      where t."userId" = o.id and t.search_vector @@ query and (o.own or (
        r."profileSharerId" = any (heard)
        and private.may_hear(r."profileSharerId", r."privacyLevel", r.id, managed, refused, named)
      ))
    ) f order by f."createdAt" desc, f.id desc limit newest;
end
$function$;
comment on function private.object_candidates(tsquery,integer,uuid) is 'Definer: behind a policy no index serves @@. The newest matches among the things that the caller may see, as ids.';
grant execute on function private.object_candidates(tsquery,integer,uuid) to authenticated;

-- private.open_invitation(text) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.open_invitation(raw_token text)
 RETURNS public."Invitation"
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  invitation public."Invitation";
begin
  select * into invitation from public."Invitation" i
  where i.token = private.hash_token(raw_token) for update;
  if invitation.id is null then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  if invitation.status = 'PENDING' and invitation."createdAt" <= now() - interval '14 days' then
    update public."Invitation" i set status = 'EXPIRED' where i.id = invitation.id returning i.* into invitation;
  end if;
  return invitation;
end
$function$;
comment on function private.open_invitation(text) is 'For definers alone: nobody reads tokens. P0002 when no invitation has this token.';
-- for its owner alone

-- private.owned_sharers() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.owned_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select id from public."ProfileSharer"
    where "profileId" = private.uid() and private.acting_for() is null
  );
end
$function$;
comment on function private.owned_sharers() is 'Definer: the ProfileSharer that the caller is, as an array of none or one.';
grant execute on function private.owned_sharers() to authenticated;
grant execute on function private.owned_sharers() to service_role;
grant execute on function private.owned_sharers() to telloom_admin;

-- private.part_of(uuid) --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.part_of(video uuid, OUT whole uuid, OUT start double precision, OUT "end" double precision)
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(t."wholeId", video), coalesce(t."start", 0), t."end"
  from (select) nothing left join public."TrimmedVideo" t on t."videoId" = video
$function$;
comment on function private.part_of(uuid) is 'The whole that a recording is a part of, as its managers see it, and from which second to which; end is null for a whole itself.';
grant execute on function private.part_of(uuid) to authenticated;
grant execute on function private.part_of(uuid) to service_role;

-- private.passkey_by_credential(text) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.passkey_by_credential(credential text)
 RETURNS TABLE(id uuid, "profileId" uuid, "publicKey" bytea, counter bigint, transports text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select k.id, k.profile_id, k.public_key, k.counter, k.transports
    from private.passkey k join auth.users u on u.id = k.profile_id
    where k.credential_id = credential
      and u.deleted_at is null
      and (u.banned_until is null or u.banned_until <= now());
end
$function$;
comment on function private.passkey_by_credential(text) is 'Definer: passkeys are nobody''s to read. What the sign-in service checks an answer with; none for whoever is banned.';
grant execute on function private.passkey_by_credential(text) to supabase_auth_admin;

-- private.payments_on() --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.payments_on()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return exists (select from private.payments);
end
$function$;
comment on function private.payments_on() is 'Definer: clients do not read private.payments.';
grant execute on function private.payments_on() to authenticated;
grant execute on function private.payments_on() to service_role;
grant execute on function private.payments_on() to telloom_admin;

-- private.permitted_responses(text[]) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.permitted_responses(levels text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return array(
    select "responseId" from public."ResponsePermission"
    where "userId" = private.uid() and "permissionLevel" = any (levels)
  );
end
$function$;
comment on function private.permitted_responses(text[]) is 'Definer: the responses for which the caller is named with one of these levels. Whether the caller still listens to the sharer is asked beside it.';
grant execute on function private.permitted_responses(text[]) to authenticated;
grant execute on function private.permitted_responses(text[]) to service_role;
grant execute on function private.permitted_responses(text[]) to telloom_admin;

-- private.person_candidates(text[],integer,uuid) -------------------------------------------------
CREATE OR REPLACE FUNCTION private.person_candidates(words text[], most integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  possible text := private.likely(words);
  heard uuid[] := private.heard_sharers();
  managed uuid[] := private.managed_sharers();
  refused uuid[] := private.permitted_responses('{none}');
  named uuid[] := private.permitted_responses('{read,write}');
begin
  return query
    select f.id, f.rank from (
      select t.id, s.id as sharer, private.likeness(words, t."nameKey") as rank
      from (select distinct unnest(heard)) s (id) cross join lateral (
        -- A family has as many people as it has: their names are read, and no index is needed. The
        -- limit holds off whoever makes up a hundred thousand.
        select t.id, t."nameKey" from public."PersonTag" t
        where t."profileSharerId" = s.id and t."nameKey" ~ possible limit 2000
      ) t
      where s.id = coalesce(sharer, s.id)
    ) f
    where f.rank > 0 and (f.sharer = any (managed) or exists (
      select from public."PromptResponseAttachmentPersonTag" j
      join public."PromptResponseAttachment" a on a.id = j."promptResponseAttachmentId"
      join public."PromptResponse" r on r.id = a."promptResponseId"
      where j."personTagId" = f.id and a.state = 'ready'
        and private.may_hear(f.sharer, r."privacyLevel", r.id, managed, refused, named)
    ))
    order by f.rank desc, f.id limit most;
end
$function$;
comment on function private.person_candidates(text[],integer,uuid) is 'Definer: asking the policies for each name would take longer than comparing it. People in photos that the caller may see, of all or of one storyteller, whose names are like one of the words.';
grant execute on function private.person_candidates(text[],integer,uuid) to authenticated;

-- private.person_of_customer(text) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.person_of_customer(customer text)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select id from (
    select p.id, p."createdAt", 1 as rank from public."Profile" p
    where p."revenuecatAppUserId" = customer
    union all
    select p.id, p."createdAt", 2 from public."Profile" p
    where p."revenuecatAppUserId" is null and p.id = (case
      when customer ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then customer::uuid end)
  ) found
  order by rank, "createdAt", id limit 1
$function$;
grant execute on function private.person_of_customer(text) to service_role;

-- private.person_writes_summary() ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.person_writes_summary()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."summarySource" := 'person';
  -- a sentence that was left as it is still comes from its second
  new."summaryLinks" := (
    select jsonb_agg(link) from jsonb_array_elements(old."summaryLinks") link
    where position(link ->> 'text' in new.summary) > 0
  );
  return new;
end
$function$;
-- for its owner alone

-- private.place_to_resume(double precision,double precision) -------------------------------------
CREATE OR REPLACE FUNCTION private.place_to_resume(at double precision, duration double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when at >= 5 and (duration is null or at < duration - greatest(3, duration * 0.03)) then at end
$function$;
grant execute on function private.place_to_resume(double precision,double precision) to authenticated;

-- private.prepare_download() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.prepare_download()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.wake_download(new.id);
  return null;
end
$function$;
comment on function private.prepare_download() is 'Definer: who asks holds no right on the job queue.';
-- for its owner alone

-- private.queue_digest(uuid,uuid[],text,text,text) -----------------------------------------------
CREATE OR REPLACE FUNCTION private.queue_digest(person uuid, told uuid[], subject text, body text, unsubscribe text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  address text := (
    select lower(u.email) from auth.users u
    -- asked again: somebody may be suspended after their mail was asked for
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
$function$;
comment on function private.queue_digest(uuid,uuid[],text,text,text) is 'Queues a mail to the person and notes of what it tells, or does neither; null where they have no confirmed address, or may not be told. 55000: not all of it is unread and unmailed any more. Definer: the outbox is nobody''s to write.';
grant execute on function private.queue_digest(uuid,uuid[],text,text,text) to service_role;

-- private.queue_mail(text,text,text,text,boolean,boolean) ----------------------------------------
CREATE OR REPLACE FUNCTION private.queue_mail(to_address text, subject text, body text, html text DEFAULT NULL::text, is_secret boolean DEFAULT false, deliver boolean DEFAULT false)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  mail_id uuid;
begin
  insert into private.mail (to_address, subject, text, html, is_secret, status)
  values (queue_mail.to_address, queue_mail.subject, body, queue_mail.html, queue_mail.is_secret,
    case when deliver then 'queued' else 'kept' end)
  returning id into mail_id;
  if deliver then
    -- In the same transaction: the mail leaves if, and only if, what it tells of happened.
    perform graphile_worker.add_job('mail.send', json_build_object('mailId', mail_id),
      job_key => 'mail.send ' || mail_id);
  end if;
  return mail_id;
end
$function$;
comment on function private.queue_mail(text,text,text,text,boolean,boolean) is 'Definer: the one way to write a mail. deliver: hand it to the job mail.send, which needs a mail server.';
grant execute on function private.queue_mail(text,text,text,text,boolean,boolean) to service_role;
grant execute on function private.queue_mail(text,text,text,text,boolean,boolean) to supabase_auth_admin;

-- private.ranked_stories(tsquery,integer,uuid) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.ranked_stories(wanted tsquery, max integer, sharer uuid)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE ROWS 20
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select r.id, pg_catalog.ts_rank(r.search_vector, wanted) as rank
    from private.search_candidates(wanted, 500, sharer) c (id)
    join public."PromptResponse" r on r.id = c.id
    order by rank desc, r."createdAt" desc, r.id desc limit max;
end
$function$;
comment on function private.ranked_stories(tsquery,integer,uuid) is 'Stories that the caller may read and that match, the best first: of the newest 500 matches, of all or of one storyteller.';
grant execute on function private.ranked_stories(tsquery,integer,uuid) to authenticated;
grant execute on function private.ranked_stories(tsquery,integer,uuid) to telloom_admin;

-- private.read_of_story() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.read_of_story()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  update public."Notification" n set "readAt" = now()
  where n."subjectId" = new."promptResponseId" and n.kind = 'story' and n."profileId" = new."profileId"
    and n."readAt" is null;
  return null;
end
$function$;
-- for its owner alone

-- private.read_rows(regclass,uuid[]) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.read_rows(entity regclass, ids uuid[])
 RETURNS TABLE(id uuid, columns jsonb)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  columns_ constant text := string_agg(
    format('jsonb_build_object(''name'', %L, ''type'', %L, ''typeoid'', %s, ''value'', t.%I::text)',
      attname, atttypid::regtype, atttypid, attname), ', ' order by attnum)
    from pg_catalog.pg_attribute where attrelid = entity and attnum > 0 and not attisdropped;
begin
  return query execute format(
    'select t.id, jsonb_build_array(%s) from %s t where t.id = any ($1)', columns_, entity) using ids;
end
$function$;
comment on function private.read_rows(regclass,uuid[]) is 'Rows as realtime.apply_rls takes them: each column with its type and its value in text form.';
grant execute on function private.read_rows(regclass,uuid[]) to service_role;

-- private.refresh_catalogue() --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_catalogue()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform graphile_worker.add_job('subscriptions.catalogue', queue_name => 'revenuecat',
    job_key => 'subscriptions.catalogue');
end
$function$;
comment on function private.refresh_catalogue() is 'Definer: service_role holds no right on the job queue.';
grant execute on function private.refresh_catalogue() to service_role;

-- private.refresh_search_of_person() -------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."PromptResponseAttachment" set search_vector = null
  where id in (
    select j."promptResponseAttachmentId" from public."PromptResponseAttachmentPersonTag" j
    where j."personTagId" = new.id
  );
  return null;
end
$function$;
comment on function private.refresh_search_of_person() is 'Definer: an attachment is found by the names of those in it, whoever changes them.';
-- for its owner alone

-- private.refresh_search_of_prompt() -------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_prompt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."PromptResponse" set search_vector = null where "promptId" = new.id;
  return null;
end
$function$;
comment on function private.refresh_search_of_prompt() is 'Definer: the search vector of a response follows its question, whoever changes it.';
-- for its owner alone

-- private.refresh_search_of_tagging() ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_tagging()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."PromptResponseAttachment" set search_vector = null
  where id = case tg_op when 'DELETE' then old."promptResponseAttachmentId"
    else new."promptResponseAttachmentId" end;
  return null;
end
$function$;
comment on function private.refresh_search_of_tagging() is 'Definer: an attachment is found by who is in it, whoever says so.';
-- for its owner alone

-- private.refresh_search_of_topic() --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_topic()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."TopicVideo" set search_vector = null where "promptCategoryId" = new.id;
  return null;
end
$function$;
comment on function private.refresh_search_of_topic() is 'Definer: a topic video is found by the name of its topic, whoever changes that.';
-- for its owner alone

-- private.refresh_search_of_topic_words() --------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_topic_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."TopicVideo" set search_vector = null
  where id = case tg_op when 'DELETE' then old."topicVideoId" else new."topicVideoId" end;
  return null;
end
$function$;
comment on function private.refresh_search_of_topic_words() is 'Definer: a topic video is found by what is said in it, whoever writes that down.';
-- for its owner alone

-- private.refresh_search_of_transcript() ---------------------------------------------------------
CREATE OR REPLACE FUNCTION private.refresh_search_of_transcript()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."PromptResponse" set search_vector = null
  where "videoId" = case tg_op when 'DELETE' then old."videoId" else new."videoId" end;
  return null;
end
$function$;
comment on function private.refresh_search_of_transcript() is 'Definer: the search vector of a response follows its transcript, whoever changes it.';
-- for its owner alone

-- private.release_changes(uuid[]) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.release_changes(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from realtime.subscription where subscription_id = any (ids) and claims ? 'telloom_server'
$function$;
comment on function private.release_changes(uuid[]) is 'Definer: service_role does not write realtime.subscription. Ends subscriptions.';
grant execute on function private.release_changes(uuid[]) to service_role;

-- private.release_lost_changes() -----------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.release_lost_changes()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from realtime.subscription s
  where s.claims ? 'telloom_server' and not exists (
    select from pg_catalog.pg_locks l
    join pg_catalog.pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      and l.classid = 7355608 and l.objid::bigint = (s.claims ->> 'telloom_server')::bigint
  )
$function$;
comment on function private.release_lost_changes() is 'Definer: service_role does not write realtime.subscription. Ends the subscriptions of servers that are gone: one that lives holds the advisory lock (7355608, its number).';
grant execute on function private.release_lost_changes() to service_role;

-- private.remove_leavers() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.remove_leavers()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  removed integer;
begin
  delete from public."Profile" p using public."AccountDeletion" l
  where l."profileId" = p.id and l."dueAt" <= now();
  get diagnostics removed = row_count;
  return removed;
end
$function$;
comment on function private.remove_leavers() is 'Definer: deletes the people whose days are over, and with each row what is theirs. Says how many.';
grant execute on function private.remove_leavers() to service_role;

-- private.request_customer_sync(text,timestamp with time zone) -----------------------------------
CREATE OR REPLACE FUNCTION private.request_customer_sync(customer text, earliest timestamp with time zone DEFAULT now())
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- One queue: what is fetched is written before anything is fetched again.
  perform graphile_worker.add_job('subscriptions.sync', json_build_object('customer', customer),
    queue_name => 'revenuecat', run_at => earliest, job_key => 'subscriptions.sync ' || md5(customer));
end
$function$;
comment on function private.request_customer_sync(text,timestamp with time zone) is 'Definer: service_role holds no right on the job queue.';
grant execute on function private.request_customer_sync(text,timestamp with time zone) to service_role;

-- private.request_digests(timestamp with time zone) ----------------------------------------------
CREATE OR REPLACE FUNCTION private.request_digests(moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  person uuid;
  asked integer := 0;
begin
  for person in select d from private.due_digests(moment) d loop
    perform graphile_worker.add_job('notifications.digest', json_build_object('profileId', person),
      job_key => 'notifications.digest ' || person, max_attempts => 5);
    asked := asked + 1;
  end loop;
  return asked;
end
$function$;
comment on function private.request_digests(timestamp with time zone) is 'Definer: service_role holds no right on the job queue. Says for how many people it asked.';
grant execute on function private.request_digests(timestamp with time zone) to service_role;

-- private.request_pushes(uuid,uuid[]) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.request_pushes(person uuid, told uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.request_pushes(uuid,uuid[]) is 'Notes that the person''s devices are told of these, and has it done, each device by itself; 0 where they were told before, or may not be. Definer: service_role holds no right on the job queue.';
grant execute on function private.request_pushes(uuid,uuid[]) to service_role;

-- private.request_summary(uuid,boolean,interval) -------------------------------------------------
CREATE OR REPLACE FUNCTION private.request_summary(video uuid, asked boolean, wait interval)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform graphile_worker.add_job('summaries.make', json_build_object('videoId', video, 'asked', asked),
    job_key => 'summaries.make ' || video, run_at => now() + wait, max_attempts => 3);
end
$function$;
comment on function private.request_summary(uuid,boolean,interval) is 'Definer: service_role holds no right on the job queue.';
grant execute on function private.request_summary(uuid,boolean,interval) to service_role;

-- private.request_transcript(uuid,boolean) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.request_transcript(video uuid, again boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."Video" set "transcriptPending" = true where id = video;
  perform graphile_worker.add_job('transcripts.make', json_build_object('videoId', video, 'again', again),
    job_key => 'transcripts.make ' || video, max_attempts => 3);
end
$function$;
comment on function private.request_transcript(uuid,boolean) is 'Definer: service_role holds no right on the job queue.';
grant execute on function private.request_transcript(uuid,boolean) to service_role;

-- private.search_candidates(tsquery,integer,uuid) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.search_candidates(query tsquery, newest integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  heard uuid[];
  managed uuid[];
  refused uuid[];
  named uuid[];
begin
  if current_setting('role') = 'telloom_admin' then
    if private.i_am_admin() then
      -- planned for this query: a common word is met soon on the way back in time, a rare one is not
      return query execute 'select r.id from public."PromptResponse" r where r.search_vector @@ $1'
        || case when sharer is null then '' else ' and r."profileSharerId" = $3' end
        || ' order by r."createdAt" desc, r.id desc limit $2' using query, newest, sharer;
    end if;
    return;
  end if;
  heard := private.heard_sharers();
  managed := private.managed_sharers();
  refused := private.permitted_responses('{none}');
  named := private.permitted_responses('{read,write}');
  return query
    select f.id from (select distinct unnest(heard)) s (id) cross join lateral (
      select r.id, r."createdAt" from public."PromptResponse" r
      where r."profileSharerId" = s.id and r.search_vector @@ query
        and private.may_hear(s.id, r."privacyLevel", r.id, managed, refused, named)
    ) f where s.id = coalesce(sharer, s.id)
    order by f."createdAt" desc, f.id desc limit newest;
end
$function$;
comment on function private.search_candidates(tsquery,integer,uuid) is 'Definer: behind a policy no index serves @@. The newest matches among the stories that the caller may read, of all or of one storyteller, as ids.';
grant execute on function private.search_candidates(tsquery,integer,uuid) to authenticated;
grant execute on function private.search_candidates(tsquery,integer,uuid) to telloom_admin;

-- private.search_config(text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.search_config(language text)
 RETURNS regconfig
 LANGUAGE sql
 IMMUTABLE
RETURN CASE lower(split_part(split_part(COALESCE(language, 'en'::text), '-'::text, 1), '_'::text, 1)) WHEN 'da'::text THEN 'danish'::regconfig WHEN 'de'::text THEN 'german'::regconfig WHEN 'en'::text THEN 'english'::regconfig WHEN 'es'::text THEN 'spanish'::regconfig WHEN 'fi'::text THEN 'finnish'::regconfig WHEN 'fr'::text THEN 'french'::regconfig WHEN 'it'::text THEN 'italian'::regconfig WHEN 'nl'::text THEN 'dutch'::regconfig WHEN 'no'::text THEN 'norwegian'::regconfig WHEN 'pt'::text THEN 'portuguese'::regconfig WHEN 'ro'::text THEN 'romanian'::regconfig WHEN 'ru'::text THEN 'russian'::regconfig WHEN 'sv'::text THEN 'swedish'::regconfig WHEN 'tr'::text THEN 'turkish'::regconfig ELSE 'simple'::regconfig END;
grant execute on function private.search_config(text) to authenticated;
grant execute on function private.search_config(text) to service_role;
grant execute on function private.search_config(text) to telloom_admin;

-- private.search_configs(text) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.search_configs(language text)
 RETURNS regconfig[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  asked regconfig := private.search_config(language);
begin
  return asked || array_remove('{pg_catalog.english,pg_catalog.spanish}'::regconfig[], asked);
end
$function$;
comment on function private.search_configs(text) is 'The dictionary of a language, and after it those of the languages that the pages are written in.';
grant execute on function private.search_configs(text) to authenticated;
grant execute on function private.search_configs(text) to service_role;
grant execute on function private.search_configs(text) to telloom_admin;

-- private.searched_for(text,text,integer) --------------------------------------------------------
CREATE OR REPLACE FUNCTION private.searched_for(query text, language text, max integer)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if query is null or max is null then
    raise null_value_not_allowed using message = 'query and max are needed';
  end if;
  if max not between 1 and 100 then
    raise invalid_parameter_value using message = 'max is 1 to 100';
  end if;
  if length(query) > 1000 then
    raise invalid_parameter_value using message = 'query is longer than 1000 characters';
  end if;
  return private.to_query(language, query);
end
$function$;
comment on function private.searched_for(text,text,integer) is 'What the searches of api begin with: their input, looked at once for all of them. Raises 22004, 22023.';
grant execute on function private.searched_for(text,text,integer) to authenticated;
grant execute on function private.searched_for(text,text,integer) to telloom_admin;

-- private.send_to_mux(uuid) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.send_to_mux(video uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  select private.enqueue_mux('mux.send', json_build_object('videoId', video), 'mux.send ' || video)
$function$;
grant execute on function private.send_to_mux(uuid) to service_role;

-- private.set_payments(boolean) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.set_payments(connected boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if connected is null then
    raise null_value_not_allowed using message = 'connected is needed';
  end if;
  if connected then
    insert into private.payments default values on conflict do nothing;
    perform private.agree_access(array(select "profileId" from public."ProfileSharer"));
  else
    delete from private.payments;
    update public."ProfileSharer" set "subscriptionStatus" = true where not "subscriptionStatus";
  end if;
end
$function$;
comment on function private.set_payments(boolean) is 'Said at each start: whether a payment service is connected. Every status agrees afterwards.';
grant execute on function private.set_payments(boolean) to service_role;

-- private.settle_trim() --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.settle_trim()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update public."TrimmedVideo" set "promptResponseId" = null, "topicVideoId" = null
  where ("promptResponseId" = new.id or "topicVideoId" = new.id) and "videoId" = new."videoId";
  delete from public."TrimmedVideo" where "promptResponseId" = new.id or "topicVideoId" = new.id;
  return null;
end
$function$;
comment on function private.settle_trim() is 'Definer: nobody writes TrimmedVideo, whoever changes what a story or a topic video shows.';
-- for its owner alone

-- private.setup_is_open(text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.setup_is_open(hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return not private.has_admin()
    and exists (select from private.setup_token t where t.token_hash = hash and t.used_at is null);
end
$function$;
comment on function private.setup_is_open(text) is 'Definer: whether this link still makes an admin.';
grant execute on function private.setup_is_open(text) to supabase_auth_admin;

-- private.sharer_cards() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sharer_cards()
 RETURNS TABLE("sharerId" uuid, "fullName" text, "avatarUrl" text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  circle uuid[] := private.heard_sharers();
begin
  return query
  select s.id, p."fullName", p."avatarUrl"
  from public."ProfileSharer" s join public."Profile" p on p.id = s."profileId"
  where s.id = any (circle);
end
$function$;
comment on function private.sharer_cards() is 'Definer: as cards(), of the storytellers alone whose stories the caller manages or listens to.';
grant execute on function private.sharer_cards() to authenticated;
grant execute on function private.sharer_cards() to service_role;
grant execute on function private.sharer_cards() to telloom_admin;

-- private.show_trimmed() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.show_trimmed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  cut public."TrimmedVideo";
  teller uuid;
  told record;
  shown integer;
begin
  select t.* into cut from public."TrimmedVideo" t where t."videoId" = new.id;
  if not found then
    return null;
  end if;
  teller := coalesce(cut."promptResponseId", cut."topicVideoId");
  told := private.hold_teller(teller, array[cut."profileSharerId"]);
  perform private.carry_words(cut, told.video);
  if new."muxAssetId" not like 'local-%' then
    perform private.drop_copied_tracks(new.id);
  end if;
  -- a machine's summary may hold what was cut away
  execute format($sql$
    update public.%I set "videoId" = $1,
      summary = case when "summarySource" <> 'person' then null else summary end,
      "summaryLinks" = case when "summarySource" <> 'person' then null else "summaryLinks" end
    where id = $2
  $sql$, case when told.is_story then 'PromptResponse' else 'TopicVideo' end) using new.id, teller;
  get diagnostics shown = row_count;
  if shown > 0 then
    perform private.request_summary(new.id, false, '0');
  end if;
  return null;
end
$function$;
comment on function private.show_trimmed() is 'Definer: the host says that a part can be watched, and the story or topic video shows it, whoever asked for it.';
-- for its owner alone

-- private.shown_config(text) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.shown_config(language text)
 RETURNS regconfig
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return ('private.' || (
    select c.cfgname from pg_catalog.pg_ts_config c where c.oid = private.search_config(language)
  ))::regconfig;
end
$function$;
comment on function private.shown_config(text) is 'As search_config(), for text that still has its accents.';
grant execute on function private.shown_config(text) to authenticated;

-- private.slips_allowed(text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.slips_allowed(word text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (length(word) < 4) THEN 0 WHEN (length(word) < 6) THEN 1 ELSE 2 END;
comment on function private.slips_allowed(text) is 'How many letters may be wrong, missing or too many in a word of this length: Levenshtein''s distance.';
grant execute on function private.slips_allowed(text) to authenticated;

-- private.spoken_passages(jsonb,regconfig) -------------------------------------------------------
CREATE OR REPLACE FUNCTION private.spoken_passages(cues jsonb, config regconfig)
 RETURNS TABLE(start double precision, passage text, words tsvector)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT c.start,
     concat_ws(' '::text, lag(c.said) OVER told, c.said, lead(c.said) OVER told) AS concat_ws,
     to_tsvector(spoken_passages.config, c.said) AS to_tsvector
    FROM ( SELECT "left"((cue.value ->> 'text'::text), 2000) AS said,
                 CASE
                     WHEN ((cue.value ->> 'start'::text) ~ '^\d{1,6}(\.\d{1,15})?$'::text) THEN ((cue.value ->> 'start'::text))::double precision
                     ELSE NULL::double precision
                 END AS start
            FROM jsonb_array_elements(spoken_passages.cues) cue(value)) c
   WHERE ((c.start IS NOT NULL) AND (c.said IS NOT NULL))
   WINDOW told AS (ORDER BY c.start);
END;
comment on function private.spoken_passages(jsonb,regconfig) is 'Captions with the ones beside them, so that a hit can be read in its sentence.';
grant execute on function private.spoken_passages(jsonb,regconfig) to authenticated;

-- private.start_upload(uuid,uuid,uuid,text,text,text,uuid) ---------------------------------------
CREATE OR REPLACE FUNCTION private.start_upload(sharer uuid, prompt uuid, topic uuid, kind text, content_type text, file_name text, idempotency_key uuid, OUT "videoId" uuid, OUT "uploadId" uuid)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not (sharer = any (private.managed_sharers())) then
    raise insufficient_privilege using message = 'only the storyteller or their keeper records';
  end if;
  if not exists (
    select from public."Prompt" p where p.id = prompt
    union all select from public."PromptCategory" c where c.id = topic
  ) then
    raise no_data_found using message = 'there is no such question or topic';
  end if;
  -- a device whose connection broke asks again while its first request is still under way
  perform pg_advisory_xact_lock(hashtextextended(idempotency_key::text, 1000));
  select u."videoId", u.id into "videoId", "uploadId" from private.upload u
  where u."createdBy" = private.uid() and u."idempotencyKey" = idempotency_key;
  if "uploadId" is not null then
    return;
  end if;
  "videoId" := gen_random_uuid();
  "uploadId" := gen_random_uuid();
  insert into public."Video" (id, "profileSharerId", "promptId", passthrough, "muxUploadId")
  values ("videoId", sharer, prompt, "videoId"::text, 'local-' || "uploadId");
  insert into private.upload
    (id, "videoId", "createdBy", "idempotencyKey", kind, "fileName", "contentType", "topicId")
  values ("uploadId", "videoId", private.uid(), idempotency_key, kind, left(file_name, 255),
    left(content_type, 255), topic);
end
$function$;
-- for its owner alone

-- private.stuck_at_mux(boolean) ------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.stuck_at_mux(all_kept boolean)
 RETURNS TABLE(id uuid, "isTopic" boolean, "assetId" text, "uploadId" text, kept boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select f.id, f.is_topic,
    case when f."muxAssetId" not like 'local-%' then f."muxAssetId" end,
    case when f."muxUploadId" not like 'local-%' then f."muxUploadId" end,
    f.kept
  from (
    select v.id, false as is_topic, v."muxAssetId", v."muxUploadId", v.status, v."updatedAt",
      v."transcriptPending", exists (
        select from private.upload u where u."videoId" = v.id and u."completedAt" is not null) as kept
    from public."Video" v
    union all
    select v.id, true, v."muxAssetId", v."muxUploadId", v.status, v."updatedAt", false, false
    from public."TopicVideo" v
  ) f
  where (f.status in ('WAITING', 'ASSET_CREATED', 'PREPARING') or (f.status = 'READY' and f."transcriptPending"))
    and f."updatedAt" < now() - interval '10 minutes'
    and (f."muxAssetId" not like 'local-%' or f."muxUploadId" not like 'local-%'
      or (all_kept and f.kept and f.status = 'ASSET_CREATED'))
  order by f."updatedAt"
$function$;
grant execute on function private.stuck_at_mux(boolean) to service_role;

-- private.subscribe_changes(integer,jsonb,integer) -----------------------------------------------
CREATE OR REPLACE FUNCTION private.subscribe_changes(server integer, wanted jsonb, most integer, OUT person uuid, OUT tables integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  w record;
  added integer;
begin
  person := private.uid();
  tables := 0;
  if person is null then
    raise exception using errcode = 'TL401', message = 'nobody is signed in';
  end if;
  for w in
    select * from jsonb_to_recordset(wanted)
      as _ (id uuid, schema text, "table" text, action text, filters jsonb, columns text[])
  loop
    insert into realtime.subscription
      (subscription_id, entity, filters, claims, action_filter, selected_columns)
    select w.id, c.oid,
      array(
        select (f ->> 'column', f ->> 'op', f ->> 'value', f ->> 'negate')::realtime.user_defined_filter
        from jsonb_array_elements(w.filters) f),
      jsonb_build_object('sub', person, 'role', 'authenticated', 'telloom_server', server),
      w.action, w.columns
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'private.note_change()'::regprocedure and t.tgnargs = 0
      and c.relnamespace::regnamespace::text = w.schema and c.relname = coalesce(w."table", c.relname);
    get diagnostics added = row_count;
    tables := tables + added;
    if added = 0 then
      raise exception using errcode = 'no_data_found',
        message = format('changes of %s.%s are not sent', w.schema, coalesce(w."table", '*'));
    elsif tables > most then
      raise exception using errcode = 'program_limit_exceeded', message = 'too many subscriptions';
    end if;
  end loop;
end
$function$;
comment on function private.subscribe_changes(integer,jsonb,integer) is 'Definer: clients do not write realtime.subscription. Subscribes the caller, as nobody but themselves, on behalf of the server whose number is given: [{id, schema, table (null: all), action, filters: [{column, op, value, negate}], columns (null: all)}]. Gives the caller''s id and how many tables it came to. P0002: no such changes. 54000: more tables than `most`.';
grant execute on function private.subscribe_changes(integer,jsonb,integer) to authenticated;

-- private.sweep_changes() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sweep_changes()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  delete from private.change where changed_at < now() - interval '10 minutes';
  if to_regprocedure('realtime.ensure_message_partitions(integer, integer)') is not null then
    perform realtime.ensure_message_partitions();
  end if;
end
$function$;
comment on function private.sweep_changes() is 'Forgets changes that every server has long delivered, and messages of days ago. To be run again and again.';
grant execute on function private.sweep_changes() to service_role;

-- private.sweep_customers() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sweep_customers()
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  asked integer;
begin
  perform private.request_customer_sync(stale.customer) from (
    select distinct p."revenuecatAppUserId" as customer from public."Profile" p
    left join private.revenuecat_customer c on c.id = p."revenuecatAppUserId"
    where p."revenuecatAppUserId" is not null and (
      c.id is null or c."fetchedAt" < now() - interval '7 days'
      or exists (
        select from public."Subscription" s
        where s."userId" = p.id and s."givesAccess" and s."currentPeriodEndsAt" < now()
      )
    )
  ) stale;
  get diagnostics asked = row_count;
  return asked;
end
$function$;
comment on function private.sweep_customers() is 'Asks for customers whose access should have ended, and for those not fetched in a week; says how many.';
grant execute on function private.sweep_customers() to service_role;

-- private.sweep_downloads() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sweep_downloads()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  tbl text;
begin
  foreach tbl in array array['VideoDownload', 'TopicVideoDownload'] loop
    execute format($sql$update public.%I set status = 'expired'
      where status in ('ready', 'completed') and "expiresAt" <= now()$sql$, tbl);
    -- what somebody has fetched stays, until they take it off their list
    execute format($sql$delete from public.%I
      where status in ('expired', 'failed') and "downloadedAt" is null
        and coalesce("expiresAt", last_attempted, "requestedAt") < now() - interval '30 days'$sql$, tbl);
    execute format($sql$select private.wake_download(id) from public.%I
      where status = 'preparing' and coalesce(last_attempted, "requestedAt") < now() - interval '2 hours'$sql$, tbl);
  end loop;
end
$function$;
comment on function private.sweep_downloads() is 'Ends what is over, forgets what nobody fetched, and takes up what lost its job. Definer: service_role holds no right on the job queue.';
grant execute on function private.sweep_downloads() to service_role;

-- private.switched_on(text) ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.switched_on(wanted text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select array(select s.about from api.notification_switch s where s.channel = wanted and s."isOn")
$function$;
comment on function private.switched_on(text) is 'What the caller wants to hear about by this channel.';
grant execute on function private.switched_on(text) to authenticated;

-- private.sync_is_admin() ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sync_is_admin()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  touched uuid[] := case tg_op
    when 'INSERT' then array[new."profileId"]
    when 'DELETE' then array[old."profileId"]
    else array[old."profileId", new."profileId"] end;
begin
  update public."Profile" p set "isAdmin" = is_admin
  from (
    select t.id, exists (
      select from public."ProfileRole" r where r."profileId" = t.id and r.role = 'ADMIN'
    ) as is_admin
    from unnest(touched) t (id)
  ) truth
  where p.id = truth.id and p."isAdmin" is distinct from truth.is_admin;
  return null;
end
$function$;
comment on function private.sync_is_admin() is 'Definer: nobody but this may write Profile.isAdmin, which follows ProfileRole.';
-- for its owner alone

-- private.sync_problem(text[]) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.sync_problem(customers text[])
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return (select j.last_error from graphile_worker.jobs j
    where j.key in (select 'subscriptions.sync ' || md5(c) from unnest(customers) c)
      and j.last_error is not null limit 1);
end
$function$;
comment on function private.sync_problem(text[]) is 'Why fetching one of these customers fails, if it does. Definer: the queue belongs to the owner of the database.';
grant execute on function private.sync_problem(text[]) to telloom_admin;

-- private.take_from_revenuecat(regclass,jsonb) ---------------------------------------------------
CREATE OR REPLACE FUNCTION private.take_from_revenuecat(tbl regclass, listed jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  columns text;
  theirs text;
  ours text;
begin
  if jsonb_array_length(listed) = 0 then
    return;
  end if;
  select string_agg(quote_ident(key), ', '), string_agg(format('excluded.%I', key), ', '),
    string_agg(format('t.%I', key), ', ')
  into columns, theirs, ours
  from jsonb_object_keys(listed -> 0) key where key <> 'revenuecatId';
  execute format($sql$
    insert into %1$s as t ("revenuecatId", %2$s)
    select "revenuecatId", %2$s from jsonb_populate_recordset(null::%1$s, $1)
    on conflict ("revenuecatId") do update set (%2$s) = row (%3$s)
    where (%4$s) is distinct from (%3$s) $sql$, tbl, columns, theirs, ours)
  using listed;
end
$function$;
grant execute on function private.take_from_revenuecat(regclass,jsonb) to service_role;

-- private.take_mux_event(regclass,uuid,jsonb) ----------------------------------------------------
CREATE OR REPLACE FUNCTION private.take_mux_event(tbl regclass, row_id uuid, event jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform private.apply_mux_event(tbl, row_id, event);
  if event ->> 'type' like 'video.asset.track.%' then
    if not private.drop_copied_tracks(row_id) then
      perform private.take_mux_track(tbl, row_id, event);
    end if;
  elsif event ->> 'type' ~ '^video\.asset\.static_renditions?\.' then
    perform private.take_mux_rendition(tbl, row_id, event);
  end if;
end
$function$;
-- for its owner alone

-- private.take_mux_rendition(regclass,uuid,jsonb) ------------------------------------------------
CREATE OR REPLACE FUNCTION private.take_mux_rendition(tbl regclass, row_id uuid, event jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  what text := event ->> 'type';
  data jsonb := event -> 'data';
  files jsonb := case when what like 'video.asset.static_renditions.%' then data #> '{static_renditions,files}'
    else jsonb_build_array(data) end;
  made text;
begin
  if what in ('video.asset.static_rendition.ready', 'video.asset.static_renditions.ready')
    and jsonb_typeof(files) = 'array'
  then
    made := (
      select f ->> 'name' from jsonb_array_elements(files) f
      where f ->> 'name' is not null and coalesce(f ->> 'status', 'ready') = 'ready'
        and not private.mux_gone('video.asset.static_rendition', f ->> 'id')
      order by private.download_rank(f ->> 'name') desc limit 1);
    execute format($sql$update %s set "downloadFile" = $2
      where id = $1 and private.download_rank($2) > private.download_rank("downloadFile")$sql$, tbl)
      using row_id, made;
  elsif what = 'video.asset.static_rendition.deleted' then
    execute format('update %s set "downloadFile" = null where id = $1 and "downloadFile" = $2', tbl)
      using row_id, data ->> 'name';
  elsif what = 'video.asset.static_renditions.deleted' then
    execute format('update %s set "downloadFile" = null where id = $1', tbl) using row_id;
  end if;
end
$function$;
-- for its owner alone

-- private.take_mux_track(regclass,uuid,jsonb) ----------------------------------------------------
CREATE OR REPLACE FUNCTION private.take_mux_track(tbl regclass, row_id uuid, event jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  track jsonb := event -> 'data';
  asset text := (private.mux_subject(event)).asset;
  what text := event ->> 'type';
  language text := nullif(nullif(track ->> 'language_code', 'auto'), 'und');
  is_new boolean;
  over boolean := exists (select from private.mux_event e where e.payload #>> '{data,id}' = track ->> 'id'
    and e.type in ('video.asset.track.ready', 'video.asset.track.errored', 'video.asset.track.deleted'));
begin
  if track ->> 'type' is distinct from 'text' or track ->> 'id' is null then
    return;
  end if;
  if tbl = 'public."Video"'::regclass and (what = 'video.asset.track.errored' or not over) then
    update public."Video" set "transcriptPending" = not over where id = row_id;
  end if;
  if what <> 'video.asset.track.ready' or private.mux_gone('video.asset.track', track ->> 'id') then
    return;
  end if;
  execute format('update %s set "languageCode" = coalesce($2, "languageCode") where id = $1', tbl)
    using row_id, language;
  if tbl = 'public."Video"'::regclass then
    insert into public."VideoTranscript" ("videoId", source, type, language, name, "muxTrackId", "muxAssetId")
    values (row_id, 'Mux', 'captions', language, track ->> 'name', track ->> 'id', asset)
    on conflict ("videoId") do nothing;
    is_new := found;
    update public."Video" set "transcriptPending" = true where id = row_id and is_new;
  else
    insert into public."TopicVideoTranscript" ("topicVideoId", source, type, language, name, "muxTrackId", "muxAssetId")
    select row_id, 'Mux', 'captions', language, track ->> 'name', track ->> 'id', asset
    where not exists (select from public."TopicVideoTranscript" t where t."topicVideoId" = row_id);
    is_new := found;
  end if;
  if is_new then
    perform private.enqueue_mux('mux.captions', json_build_object('trackId', track ->> 'id'),
      'mux.captions ' || (track ->> 'id'));
  end if;
end
$function$;
-- for its owner alone

-- private.take_revenuecat_event(text,text,text[],text) -------------------------------------------
CREATE OR REPLACE FUNCTION private.take_revenuecat_event(event_id text, event_type text, customers text[], payload text)
 RETURNS TABLE(fresh boolean, known boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  ours text[] := array(
    select distinct c from unnest(customers) c where private.person_of_customer(c) is not null);
begin
  known := ours <> '{}';
  insert into private.revenuecat_event (id, type, customers, "isKnown", payload)
  values (event_id, event_type, take_revenuecat_event.customers, known, take_revenuecat_event.payload)
  on conflict (id) do nothing;
  fresh := found;
  if fresh then
    perform private.request_customer_sync(c) from unnest(ours) c;
  end if;
  return next;
end
$function$;
comment on function private.take_revenuecat_event(text,text,text[],text) is 'Keeps an event and asks for its customers in one transaction.';
grant execute on function private.take_revenuecat_event(text,text,text[],text) to service_role;

-- private.tell_of_access() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from public."Notification" n
  where n."subjectId" = new.id and n.kind in ('access-given', 'access-paused');
  if new.notifications then
    perform private.notify(array[new."listenerId"],
      case when new."hasAccess" then 'access-given' else 'access-paused' end, new."sharerId", new.id);
  end if;
  return null;
end
$function$;
comment on function private.tell_of_access() is 'Definer: notifications are nobody''s to write. The newest word takes the place of the one before.';
-- for its owner alone

-- private.tell_of_answer() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.tell_of_answer() is 'Definer: notifications are nobody''s to write.';
-- for its owner alone

-- private.tell_of_follow_request() ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_follow_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.notify(private.managers_of(new."sharerId"), 'follow-request', new."sharerId", new.id,
    new."requestorId");
  return null;
end
$function$;
comment on function private.tell_of_follow_request() is 'Definer: notifications are nobody''s to write.';
-- for its owner alone

-- private.tell_of_invitation() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  invited uuid[] := array(
    select u.id from auth.users u
    where lower(u.email) = lower(btrim(new."inviteeEmail")) and u.email_confirmed_at is not null);
begin
  perform private.notify(invited, 'invitation', new."sharerId", new.id,
    (select s."profileId" from public."ProfileSharer" s where s.id = new."sharerId"));
  return null;
end
$function$;
comment on function private.tell_of_invitation() is 'Definer: notifications are nobody''s to write. Tells those who have an account with the invited address.';
-- for its owner alone

-- private.tell_of_permission() -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_permission()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  named public."ResponsePermission" := case tg_op when 'DELETE' then old else new end;
begin
  perform private.tell_of_story(r."videoId", named."userId") from public."PromptResponse" r
  where r.id = named."responseId" and r."privacyLevel" <> 'Private' and r."videoId" is not null;
  return null;
end
$function$;
comment on function private.tell_of_permission() is 'Definer: notifications are nobody''s to write.';
-- for its owner alone

-- private.tell_of_recording() --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_recording()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.tell_of_recording() is 'Definer: notifications are nobody''s to write. Tells whoever recorded, or the storyteller, what became of it.';
-- for its owner alone

-- private.tell_of_response() ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_response()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform private.tell_of_story(new."videoId");
  return null;
end
$function$;
comment on function private.tell_of_response() is 'Definer: notifications are nobody''s to write.';
-- for its owner alone

-- private.tell_of_story(uuid,uuid) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.tell_of_story(video uuid, listener uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.tell_of_story(uuid,uuid) is 'Tells the listeners who may hear the story of this recording, once it can be played; each once. listener: only this one. For the triggers below alone.';
-- for its owner alone

-- private.to_number(text) ------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.to_number(value text)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when value ~ '^-?\d{1,15}(\.\d{1,30})?$' then value::double precision end
$function$;
-- for its owner alone

-- private.to_query(text,text) --------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.to_query(language text, query text)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  plain text := extensions.unaccent(query);
  wanted tsquery[];
  config regconfig;
  one tsquery;
begin
  foreach config in array private.search_configs(language) loop
    one := websearch_to_tsquery(config, plain);
    if one <> all (wanted) is not false then
      wanted := wanted || one;
    end if;
    -- Words too common for the asked language are looked for in no other; and what one language leaves
    -- out, by its stem, the next would bring in again.
    exit when numnode(one) = 0 or strpos(one::text, '!') > 0;
  end loop;
  one := wanted[1];
  for place in 2 .. cardinality(wanted) loop
    one := one || wanted[place];
  end loop;
  return one;
end
$function$;
comment on function private.to_query(text,text) is 'What to look for, by the stems of the language that the query is written in and of those of the pages. Empty where nothing is left to look for.';
grant execute on function private.to_query(text,text) to authenticated;
grant execute on function private.to_query(text,text) to telloom_admin;

-- private.to_search(text,text) -------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.to_search(language text, document text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE
RETURN to_tsvector(private.search_config(language), extensions.unaccent(COALESCE(document, ''::text)));
grant execute on function private.to_search(text,text) to authenticated;
grant execute on function private.to_search(text,text) to service_role;
grant execute on function private.to_search(text,text) to telloom_admin;

-- private.to_search_widely(text,text) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.to_search_widely(language text, document text)
 RETURNS tsvector
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare
  plain text := extensions.unaccent(left(coalesce(document, ''), 20000));
  words tsvector := ''::tsvector;
  config regconfig;
begin
  foreach config in array private.search_configs(language) loop
    words := words || to_tsvector(config, plain);
  end loop;
  return words;
end
$function$;
grant execute on function private.to_search_widely(text,text) to authenticated;
grant execute on function private.to_search_widely(text,text) to service_role;
grant execute on function private.to_search_widely(text,text) to telloom_admin;

-- private.told_profile() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.told_profile()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select case when private.acting_for() is null then private.uid()
    else (select s."profileId" from public."ProfileSharer" s where s.id = private.acting_for()) end
$function$;
comment on function private.told_profile() is 'Whose stories the caller tells: their own, or those of whom they act for.';
grant execute on function private.told_profile() to authenticated;
grant execute on function private.told_profile() to telloom_admin;

-- private.told_sharers() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.told_sharers()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if private.acting_for() is null then
    return private.owned_sharers();
  end if;
  return private.managed_sharers();
end
$function$;
comment on function private.told_sharers() is 'The ProfileSharer whose stories the caller tells now, as an array of none or one: their own, or of whom they act for.';
grant execute on function private.told_sharers() to authenticated;
grant execute on function private.told_sharers() to service_role;
grant execute on function private.told_sharers() to telloom_admin;

-- private.topic_rights(text,uuid[]) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.topic_rights(topic_ text, callers uuid[])
 RETURNS TABLE(caller uuid, may_hear boolean, may_speak boolean)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  probe constant uuid := gen_random_uuid();
begin
  begin
    perform set_config('realtime.topic', topic_, true);
    insert into realtime.messages (id, topic, extension, event, payload, private)
    values (probe, topic_, 'broadcast', 'probe', '{}', true);
    foreach caller in array callers loop
      perform set_config('role', 'authenticated', true), set_config('request.jwt.claims',
        jsonb_build_object('sub', caller, 'role', 'authenticated')::text, true);
      may_hear := exists (select from realtime.messages m where m.id = probe);
      may_speak := true;
      begin
        insert into realtime.messages (topic, extension, event, payload, private)
        values (topic_, 'broadcast', 'probe', '{}', true);
      exception when insufficient_privilege then
        may_speak := false;
      end;
      return next;
    end loop;
    raise exception using errcode = 'TL000', message = 'what was tried is taken back';
  exception when sqlstate 'TL000' then
    null;
  end;
end
$function$;
comment on function private.topic_rights(text,uuid[]) is 'What each of these people may do on a topic now: tries it as they, as Supabase''s Realtime does, and takes it back.';
grant execute on function private.topic_rights(text,uuid[]) to service_role;

-- private.topic_video_candidates(tsquery,integer,uuid) -------------------------------------------
CREATE OR REPLACE FUNCTION private.topic_video_candidates(query tsquery, newest integer, sharer uuid DEFAULT NULL::uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  heard uuid[] := private.heard_sharers();
begin
  return query
    select t.id from (select distinct unnest(heard)) s (id)
    join public."TopicVideo" t on t."profileSharerId" = s.id
    where t.search_vector @@ query and s.id = coalesce(sharer, s.id)
    order by t."createdAt" desc, t.id desc limit newest;
end
$function$;
comment on function private.topic_video_candidates(tsquery,integer,uuid) is 'Definer: behind a policy no index serves @@. The newest matches among the topic videos of whom the caller manages or listens to, as ids.';
grant execute on function private.topic_video_candidates(tsquery,integer,uuid) to authenticated;

-- private.touch() --------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.touch()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."updatedAt" := now();
  return new;
end
$function$;
comment on function private.touch() is 'Keeps "updatedAt". For every table that has the column.';
-- for its owner alone

-- private.uid() ----------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.uid()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return auth.uid();
exception when invalid_text_representation then
  return null;
end
$function$;
grant execute on function private.uid() to authenticated;
grant execute on function private.uid() to service_role;
grant execute on function private.uid() to telloom_admin;

-- private.use_passkey(uuid,bigint,timestamp with time zone) --------------------------------------
CREATE OR REPLACE FUNCTION private.use_passkey(passkey_id uuid, new_counter bigint, challenge_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update private.passkey k
  set counter = new_counter, last_used_at = now(), last_challenge_at = challenge_at
  where k.id = passkey_id and k.last_challenge_at < challenge_at;
  return found;
end
$function$;
comment on function private.use_passkey(uuid,bigint,timestamp with time zone) is 'Definer: passkeys are nobody''s to write. Notes that a challenge was answered; false where this one or a newer one was before.';
grant execute on function private.use_passkey(uuid,bigint,timestamp with time zone) to supabase_auth_admin;

-- private.wake_download(uuid,interval) -----------------------------------------------------------
CREATE OR REPLACE FUNCTION private.wake_download(download uuid, pause interval DEFAULT '00:00:00'::interval)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  -- On a database without Telloom's worker nobody would take it; the sweep of a later one finds it.
  if to_regnamespace('graphile_worker') is not null then
    perform graphile_worker.add_job('downloads.prepare', json_build_object('downloadId', download),
      job_key => 'downloads.prepare ' || download, run_at => now() + pause,
      job_key_mode => case when pause > '0' then 'preserve_run_at' else 'replace' end);
  end if;
end
$function$;
-- for its owner alone

-- private.wake_downloads() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.wake_downloads()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  asset text := (private.mux_subject(new.payload)).asset;
begin
  perform private.wake_download(d.id) from (
    select v.id from public."VideoDownload" v where v."muxAssetId" = asset and v.status = 'preparing'
    union all
    select t.id from public."TopicVideoDownload" t where t."muxAssetId" = asset and t.status = 'preparing'
  ) d;
  return null;
end
$function$;
comment on function private.wake_downloads() is 'Definer: events come from no person.';
-- for its owner alone

-- private.withhold_columns(regclass,text,text[],text) --------------------------------------------
CREATE OR REPLACE FUNCTION private.withhold_columns(name regclass, privilege text, columns text[], roles text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  others text := (
    select string_agg(quote_ident(attname), ', ') from pg_catalog.pg_attribute
    where attrelid = name and attnum > 0 and not attisdropped and attname <> all (columns)
  );
begin
  execute format('revoke %s on table %s from %s', privilege, name, roles);
  execute format('grant %s (%s) on table %s to %s', privilege, others, name, roles);
end
$function$;
-- for its owner alone

-- private.words_around() -------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.words_around()
 RETURNS TABLE(word text, times bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    with texts (said) as (
      (
        select concat_ws(' ', s.question, s."topicTitle", s.summary, s."responseNotes", left(t.transcript, 20000))
        from (select * from api.story n order by n."createdAt" desc limit 500) s
        left join public."VideoTranscript" t on t."videoId" = s."videoId"
      )
      union all (
        select concat_ws(' ', v.title, v."topicTitle", v.summary, v.description, left(t.transcript, 20000))
        from (select * from api.topic_video n order by n."createdAt" desc limit 100) v
        left join public."TopicVideoTranscript" t on t."topicVideoId" = v.id
      )
      union all (
        select concat_ws(' ', a.title, a.description) from public."PromptResponseAttachment" a
        where a.title is not null or a.description is not null
        order by a."uploadedAt" desc limit 1000
      )
      union all (
        select concat_ws(' ', o."objectName", o."objectDescription") from public."Object" o
        order by o."createdAt" desc limit 1000
      )
    ), written as (
      -- told apart before they are looked at: most words are said again and again
      select w, count(*) as times from texts, string_to_table(texts.said, ' ') w group by w
    )
    select btrim(lower(written.w), E' \t\n\r.,;:!?¡¿"''“”‘’«»()[]…–—-') as word, sum(written.times)::bigint
    from written group by 1;
end
$function$;
comment on function private.words_around() is 'The words of the newest stories, topic videos, photos and things that the caller may read, and how often they are there. The policies decide, so no word comes from elsewhere.';
grant execute on function private.words_around() to authenticated;

-- private.write_admin_log() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.write_admin_log()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  become jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  it jsonb := coalesce(become, was);
  what_changed text[] := '{}'::text[];
begin
  if tg_op = 'UPDATE' then
    what_changed := array(
      select key from jsonb_each(become)
      where value is distinct from was -> key and key not in ('updatedAt', 'search_vector', 'isAdmin') order by key
    );
  end if;
  if tg_op <> 'UPDATE' or what_changed <> '{}' then
    insert into private.admin_log ("actorId", "actorName", action, thing, "thingId", name, changed)
    select me.id, me."fullName", tg_op, tg_table_name,
      coalesce(it ->> 'id', concat_ws(' ', it ->> 'A', it ->> 'B')), left(coalesce(
        it ->> 'promptText', it ->> 'category', it ->> 'categoryName', it ->> 'objectName',
        it ->> 'title', it ->> 'fullName', it ->> 'name', it ->> 'fileName', it ->> 'inviteeEmail',
        concat_ws(' · ', it ->> 'role', holder."fullName")), 255), what_changed
    from (select) one
    left join public."Profile" me on me.id = private.uid()
    left join public."Profile" holder on tg_table_name = 'ProfileRole' and holder.id = (it ->> 'profileId')::uuid;
  end if;
  return null;
end
$function$;
comment on function private.write_admin_log() is 'Definer: nobody writes this log by hand.';
-- for its owner alone

-- private.write_log() ----------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION private.write_log()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  it record;
  sharer uuid;
  acted_as public."Role";
  what_changed text[] := '{}'::text[];
  of_it jsonb;
begin
  if me is null then
    return null; -- a job, a webhook, a command: nobody's act
  end if;
  if tg_op = 'DELETE' then it := old; else it := new; end if;
  case tg_argv[1]
    when 'profileSharerId' then sharer := it."profileSharerId";
    when 'sharerId' then sharer := it."sharerId";
    when 'profileId' then
      sharer := (select s.id from public."ProfileSharer" s where s."profileId" = it."profileId");
    when 'userId' then
      sharer := (select s.id from public."ProfileSharer" s where s."profileId" = it."userId");
    when 'videoId' then
      sharer := (select v."profileSharerId" from public."Video" v where v.id = it."videoId");
    when 'topicVideoId' then
      sharer := (select t."profileSharerId" from public."TopicVideo" t where t.id = it."topicVideoId");
    when 'responseId' then
      sharer := (select r."profileSharerId" from public."PromptResponse" r where r.id = it."responseId");
    when 'promptResponseAttachmentId' then
      sharer := (select a."profileSharerId" from public."PromptResponseAttachment" a
        where a.id = it."promptResponseAttachmentId");
    when 'B' then
      sharer := (select t."profileSharerId" from public."TopicVideo" t where t.id = it."B");
  end case;
  -- whoever acts on what is their own needs no entry, and pays for no more than this
  if not exists (select from public."ProfileSharer" s where s.id = sharer and s."profileId" <> me) then
    return null;
  end if;
  of_it := to_jsonb(it);
  acted_as := private.acts_as(sharer, tg_argv[0], of_it);
  if acted_as is null then
    return null; -- their own tie to the storyteller: an invitation answered, a connection ended
  end if;
  if tg_op = 'UPDATE' then
    what_changed := array(select c from unnest(tg_argv[2:]) c
      where to_jsonb(old) -> c is distinct from of_it -> c);
  end if;
  insert into public."SharerLogEntry" ("profileSharerId", "actorId", "actorName", "actedAs", action,
    thing, "thingId", name, about, changed, became, "editSession")
  select sharer, me, private.name_of_person(me), acted_as, tg_op,
    tg_argv[0], (of_it ->> 'id')::uuid, n.name, n.about, what_changed, (
      select of_it ->> c from unnest(array['privacyLevel', 'hasAccess', 'permissionLevel', 'status']) c
      where c = any (what_changed) or (tg_op = 'INSERT' and c = 'permissionLevel') limit 1
    ), (of_it ->> 'editSession')::uuid
  from private.names_for_log(tg_argv[0], of_it) n
  on conflict do nothing; -- more words in a sitting that is written down
  return null;
end
$function$;
comment on function private.write_log() is 'Definer: nobody writes this log by hand, and the names in it are of rows that the writer may not read.';
-- for its owner alone

-- private.write_summary(uuid,text,jsonb,text,boolean) --------------------------------------------
CREATE OR REPLACE FUNCTION private.write_summary(video uuid, made text, links jsonb, made_by text, asked boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
comment on function private.write_summary(uuid,text,jsonb,text,boolean) is 'Writes the summary of a recording''s story or topic video, or of a topic video that came without a recording, unless a person has; how many it wrote.';
grant execute on function private.write_summary(uuid,text,jsonb,text,boolean) to service_role;

-- private.write_version(boolean,jsonb,uuid) ------------------------------------------------------
CREATE OR REPLACE FUNCTION private.write_version(of_topic boolean, state jsonb, maker uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  this public."TranscriptVersion" := jsonb_populate_record(null::public."TranscriptVersion", state);
  newest public."TranscriptVersion";
begin
  this.id := gen_random_uuid();
  this."madeBy" := maker;
  this."createdAt" := now();
  if of_topic then
    this."topicVideoTranscriptId" := (state ->> 'id')::uuid;
    this."profileSharerId" := (select v."profileSharerId" from public."TopicVideo" v
      where v.id = (state ->> 'topicVideoId')::uuid);
  else
    this."videoTranscriptId" := (state ->> 'id')::uuid;
    this."profileSharerId" := (select v."profileSharerId" from public."Video" v
      where v.id = (state ->> 'videoId')::uuid);
  end if;
  select v.* into newest from public."TranscriptVersion" v
  where v."videoTranscriptId" = this."videoTranscriptId"
    or v."topicVideoTranscriptId" = this."topicVideoTranscriptId"
  order by v.version desc limit 1;
  if newest."editSession" = this."editSession" and newest."madeBy" = maker then
    update public."TranscriptVersion" v set version = this.version, transcript = this.transcript,
      cues = this.cues, language = this.language, source = this.source, "isChecked" = this."isChecked"
    where v.id = newest.id;
  else
    insert into public."TranscriptVersion" select this.*;
  end if;
end
$function$;
-- for its owner alone

-- public.accept_invitation_by_token(text) --------------------------------------------------------
CREATE OR REPLACE FUNCTION public.accept_invitation_by_token(token text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  address text := private.my_confirmed_email();
  invitation public."Invitation";
begin
  if token is null then
    raise null_value_not_allowed using message = 'token is needed';
  end if;
  if me is null or not exists (select from public."Profile" where id = me) then
    raise insufficient_privilege using message = 'sign in to accept an invitation';
  end if;
  invitation := private.open_invitation(token);
  if address is null then
    raise insufficient_privilege using message = 'confirm your e-mail address to accept an invitation',
      detail = 'email-unconfirmed';
  end if;
  if address <> lower(btrim(invitation."inviteeEmail")) then
    raise insufficient_privilege using message = 'this invitation is for another e-mail address',
      detail = 'email-mismatch';
  end if;
  if invitation.status = 'ACCEPTED' then
    return invitation.id;
  end if;
  if invitation.status = 'EXPIRED' then
    return null;
  end if;
  if invitation.status <> 'PENDING' then
    raise object_not_in_prerequisite_state using message = 'this invitation was withdrawn or declined',
      detail = 'invitation-closed';
  end if;
  if exists (
    select from public."ProfileSharer" s where s.id = invitation."sharerId" and s."profileId" = me
  ) then
    raise invalid_parameter_value using message = 'storytellers cannot invite themselves';
  end if;
  if invitation.role = 'EXECUTOR' then
    insert into public."ProfileExecutor" ("sharerId", "executorId") values (invitation."sharerId", me);
    insert into public."ProfileRole" ("profileId", role) values (me, 'EXECUTOR') on conflict do nothing;
  else
    perform private.let_listen(me, invitation."sharerId");
  end if;
  update public."Invitation" i
  set status = 'ACCEPTED', "acceptedAt" = now() at time zone 'utc' where i.id = invitation.id;
  return invitation.id;
end
$function$;
comment on function public.accept_invitation_by_token(text) is 'Accepts for the caller and returns the invitation''s id; accepting twice changes nothing. Null when it is past 14 days: it is EXPIRED then. P0002 unknown token, 42501 not confirmed or another''s e-mail (detail email-unconfirmed, email-mismatch), 22023 one''s own invitation, 55000 withdrawn or declined, 23505 when the storyteller has a keeper already. Definer: clients never insert into ProfileListener or ProfileExecutor.';
grant execute on function public.accept_invitation_by_token(text) to authenticated;
grant execute on function public.accept_invitation_by_token(text) to service_role;
grant execute on function public.accept_invitation_by_token(text) to telloom_admin;

-- public.create_invitation(uuid,text,public."Role") ----------------------------------------------
CREATE OR REPLACE FUNCTION public.create_invitation(sharer_id uuid, invitee_email text, invitee_role public."Role", OUT id uuid, OUT token text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  address text := lower(btrim(invitee_email));
begin
  if sharer_id is null or invitee_role is null or address is null then
    raise null_value_not_allowed using message = 'sharer_id, invitee_email and invitee_role are needed';
  end if;
  if invitee_role not in ('LISTENER', 'EXECUTOR') then
    raise invalid_parameter_value using message = 'people are invited as LISTENER or EXECUTOR';
  end if;
  if length(address) > 320 or address !~ '^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$' then
    raise invalid_parameter_value using message = 'invitee_email is not an e-mail address';
  end if;
  if not (
    sharer_id = any (private.owned_sharers())
    -- the role the caller acts in, which a definer's current_user is not: as authenticated an
    -- admin is an ordinary person
    or (current_setting('role') = 'telloom_admin' and private.i_am_admin())
    or current_setting('role') = 'service_role'
    or (sharer_id = any (private.executed_sharers()) and invitee_role = 'LISTENER')
  ) then
    raise insufficient_privilege using message = 'only the storyteller invites, and their keeper invites listeners';
  end if;
  if exists (
    select from public."ProfileSharer" s
    left join public."Profile" p on p.id = s."profileId"
    left join auth.users u on u.id = s."profileId"
    where s.id = sharer_id and address in (lower(p.email), lower(u.email))
  ) then
    raise invalid_parameter_value using message = 'storytellers cannot invite themselves';
  end if;
  create_invitation.token := public.generate_invitation_token();
  insert into public."Invitation" ("sharerId", "inviterId", "inviteeEmail", role, token)
  values (sharer_id, private.uid(), address, invitee_role, private.hash_token(create_invitation.token))
  returning "Invitation".id into create_invitation.id;
end
$function$;
comment on function public.create_invitation(uuid,text,public."Role") is 'Makes a PENDING invitation and returns its id and its raw token, this once. 22004 for a null, 22023 for a bad address, role or oneself, 42501 where the caller may not invite. Definer: clients never insert into Invitation.';
grant execute on function public.create_invitation(uuid,text,public."Role") to authenticated;
grant execute on function public.create_invitation(uuid,text,public."Role") to service_role;
grant execute on function public.create_invitation(uuid,text,public."Role") to telloom_admin;

-- public.decline_invitation(text) ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.decline_invitation(token text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  invitation public."Invitation";
begin
  if token is null then
    raise null_value_not_allowed using message = 'token is needed';
  end if;
  invitation := private.open_invitation(token);
  if lower(btrim(invitation."inviteeEmail")) is distinct from private.my_confirmed_email() then
    raise insufficient_privilege using message = 'this invitation is for another e-mail address',
      detail = 'email-mismatch';
  end if;
  if invitation.status = 'ACCEPTED' then
    raise object_not_in_prerequisite_state using message = 'this invitation was accepted',
      detail = 'invitation-closed';
  end if;
  if invitation.status = 'PENDING' then
    update public."Invitation" i set status = 'DECLINED' where i.id = invitation.id;
  end if;
end
$function$;
comment on function public.decline_invitation(text) is 'Declines for the caller. P0002 unknown token, 42501 another''s e-mail, 55000 accepted already. Definer: the invitee holds no right on the row but reading it.';
grant execute on function public.decline_invitation(text) to authenticated;
grant execute on function public.decline_invitation(text) to service_role;
grant execute on function public.decline_invitation(text) to telloom_admin;

-- public.generate_attachment_filename(uuid,uuid,text) --------------------------------------------
CREATE OR REPLACE FUNCTION public.generate_attachment_filename(profile_sharer_id uuid, prompt_response_id uuid, original_name text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  -- the last part of a path of any system, without what no file system should see
  base text := regexp_replace(original_name, '^.*[/\\]', '');
  extension text := lower(substring(base from '\.([A-Za-z0-9]{1,10})$'));
  stem text := left(public.slugify(regexp_replace(base, '\.[A-Za-z0-9]{1,10}$', '')), 80);
begin
  if profile_sharer_id is null or prompt_response_id is null or original_name is null then
    raise null_value_not_allowed
      using message = 'profile_sharer_id, prompt_response_id and original_name are needed';
  end if;
  return profile_sharer_id || '/' || prompt_response_id || '/'
    || coalesce(nullif(btrim(stem, '-'), ''), 'file') || '-'
    || encode(extensions.gen_random_bytes(6), 'hex') || coalesce('.' || extension, '');
end
$function$;
comment on function public.generate_attachment_filename(uuid,uuid,text) is 'A new name in bucket attachments: <sharer>/<response>/<slug>-<12 hex digits>.<extension>. 22004 for a null.';
grant execute on function public.generate_attachment_filename(uuid,uuid,text) to authenticated;
grant execute on function public.generate_attachment_filename(uuid,uuid,text) to service_role;
grant execute on function public.generate_attachment_filename(uuid,uuid,text) to telloom_admin;

-- public.generate_invitation_token() -------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.generate_invitation_token()
 RETURNS text
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  select encode(extensions.gen_random_bytes(32), 'hex')
$function$;
comment on function public.generate_invitation_token() is '64 hex digits: 256 random bits.';
grant execute on function public.generate_invitation_token() to authenticated;
grant execute on function public.generate_invitation_token() to service_role;
grant execute on function public.generate_invitation_token() to telloom_admin;

-- public.handle_approved_follow_request() --------------------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_approved_follow_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.status = 'APPROVED' and old.status is distinct from 'APPROVED' then
    perform private.let_listen(new."requestorId", new."sharerId");
  end if;
  return null;
end
$function$;
comment on function public.handle_approved_follow_request() is 'Definer: the manager who approves may not insert into ProfileListener.';
-- for its owner alone

-- public.handle_follow_request(uuid) -------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_follow_request(sharer_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  me uuid := private.uid();
  request uuid;
begin
  if sharer_id is null then
    raise null_value_not_allowed using message = 'sharer_id is needed';
  end if;
  if me is null then
    raise insufficient_privilege using message = 'sign in to follow somebody';
  end if;
  if sharer_id = any (private.owned_sharers()) then
    raise insufficient_privilege using message = 'storytellers cannot follow themselves';
  end if;
  insert into public."FollowRequest" ("sharerId", "requestorId") values (sharer_id, me)
  on conflict ("sharerId", "requestorId") do nothing returning id into request;
  if request is null then
    select f.id into request from public."FollowRequest" f
    where f."sharerId" = sharer_id and f."requestorId" = me;
  end if;
  return request;
end
$function$;
comment on function public.handle_follow_request(uuid) is 'Asks to follow a sharer, for the caller; asking again gives the same request, whatever became of it. 22004 for a null, 42501 not signed in or oneself, 23503 no such sharer.';
grant execute on function public.handle_follow_request(uuid) to authenticated;
grant execute on function public.handle_follow_request(uuid) to service_role;
grant execute on function public.handle_follow_request(uuid) to telloom_admin;

-- public.handle_follow_request_response(uuid,boolean) --------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_follow_request_response(request_id uuid, approve boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  answer public.follow_request_status := (case when approve then 'APPROVED' else 'DENIED' end)::public.follow_request_status;
begin
  if request_id is null or approve is null then
    raise null_value_not_allowed using message = 'request_id and approve are needed';
  end if;
  update public."FollowRequest" f set status = answer
  where f.id = request_id and f.status is distinct from answer;
  if not found and not exists (
    select from public."FollowRequest" f where f.id = request_id and f.status = answer
      and (f."sharerId" = any (private.managed_sharers()) or current_user <> 'authenticated')
  ) then
    raise no_data_found using message = 'there is no such follow request';
  end if;
end
$function$;
comment on function public.handle_follow_request_response(uuid,boolean) is 'Approves or denies a request, for a manager; the same answer again changes nothing. Approving makes or restores the right to listen in the same transaction. 22004 for a null, P0002 no request that the caller may answer, 42501 an approved one cannot be denied.';
grant execute on function public.handle_follow_request_response(uuid,boolean) to authenticated;
grant execute on function public.handle_follow_request_response(uuid,boolean) to service_role;
grant execute on function public.handle_follow_request_response(uuid,boolean) to telloom_admin;

-- public.handle_mux_webhook(jsonb) ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_mux_webhook(payload jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  event_type text := payload ->> 'type';
  asset text;
  tbl regclass;
  target uuid;
  was_unknown boolean;
begin
  if payload is null or jsonb_typeof(payload) <> 'object' or event_type is null
    or jsonb_typeof(payload -> 'data') is distinct from 'object'
  then
    raise invalid_parameter_value using message = 'payload is not a Mux event: it needs type and data';
  end if;
  insert into private.mux_event as known (id, type, payload)
  values (coalesce(payload ->> 'id', 'unnamed-' || md5(payload::text)), event_type, payload)
  on conflict (id) do update set error = null where known.error is not null;
  if not found then
    return null;
  end if;
  asset := (private.mux_subject(payload)).asset;
  select f.tbl, f.row_id into tbl, target from private.find_by_mux(payload) f;
  if target is null or private.mux_is_of_another(tbl, target, payload) is true then
    return target;
  end if;
  execute format('select "muxAssetId" is null from %s where id = $1', tbl) using target into was_unknown;
  perform private.take_mux_event(tbl, target, payload);
  if was_unknown then
    -- what came before anybody knew whose asset it is
    perform private.take_mux_event(tbl, target, e.payload) from private.mux_event e
    where (e.payload #>> '{data,id}' = asset or e.payload #>> '{data,asset_id}' = asset)
      and e.payload ->> 'id' is distinct from handle_mux_webhook.payload ->> 'id';
  end if;
  return target;
end
$function$;
comment on function public.handle_mux_webhook(jsonb) is 'Takes one event as Mux sends it, and moves the Video or TopicVideo it speaks of. Returns that row''s id; null for a repeated event, or one about nothing here. 22023 when payload is no event. For service_role alone. Definer: events come from no person.';
grant execute on function public.handle_mux_webhook(jsonb) to service_role;

-- public.handle_new_user() -----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_new_user()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  full_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'full_name', new.raw_user_meta_data ->> 'name')), '');
  first_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'first_name', new.raw_user_meta_data ->> 'firstName',
    split_part(full_name, ' ', 1))), '');
  last_name text := nullif(btrim(coalesce(
    new.raw_user_meta_data ->> 'last_name', new.raw_user_meta_data ->> 'lastName',
    substr(full_name, length(split_part(full_name, ' ', 1)) + 1))), '');
  address text := nullif(lower(btrim(new.email)), '');
begin
  insert into public."Profile" (id, email, "firstName", "lastName")
  values (
    new.id,
    case when not exists (select from public."Profile" where email = address) then address end,
    first_name, last_name
  )
  on conflict (id) do nothing;
  insert into public."ProfileRole" ("profileId", role) values (new.id, 'LISTENER')
  on conflict do nothing;
  return new;
exception when unique_violation then
  -- two sign-ups with one address in the same moment: the person still gets in
  insert into public."Profile" (id, "firstName", "lastName") values (new.id, first_name, last_name)
  on conflict (id) do nothing;
  insert into public."ProfileRole" ("profileId", role) values (new.id, 'LISTENER')
  on conflict do nothing;
  return new;
end
$function$;
comment on function public.handle_new_user() is 'Definer: the sign-in service inserts into auth.users without any right on public.';
-- for its owner alone

-- public.handle_profile_updated() ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.handle_profile_updated()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."updatedAt" := now();
  return new;
end
$function$;
-- for its owner alone

-- public.has_role(uuid,text) ---------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.has_role(user_id uuid, role_name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (
    select from public."ProfileRole" r where r."profileId" = user_id and r.role::text = role_name
  )
$function$;
grant execute on function public.has_role(uuid,text) to authenticated;
grant execute on function public.has_role(uuid,text) to service_role;
grant execute on function public.has_role(uuid,text) to telloom_admin;

-- public.is_admin() ------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.is_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select public.has_role(private.uid(), 'ADMIN')
$function$;
grant execute on function public.is_admin() to authenticated;
grant execute on function public.is_admin() to service_role;
grant execute on function public.is_admin() to telloom_admin;

-- public.is_admin(uuid) --------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.is_admin(user_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select public.has_role(user_id, 'ADMIN')
$function$;
grant execute on function public.is_admin(uuid) to authenticated;
grant execute on function public.is_admin(uuid) to service_role;
grant execute on function public.is_admin(uuid) to telloom_admin;

-- public.is_executor_for(uuid,uuid) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.is_executor_for(executor_id uuid, sharer_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (
    select from public."ProfileExecutor" e
    where e."executorId" = executor_id and e."sharerId" = sharer_id
  )
$function$;
grant execute on function public.is_executor_for(uuid,uuid) to authenticated;
grant execute on function public.is_executor_for(uuid,uuid) to service_role;
grant execute on function public.is_executor_for(uuid,uuid) to telloom_admin;

-- public.is_listener_for(uuid,uuid) --------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.is_listener_for(listener_id uuid, sharer_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (
    select from public."ProfileListener" l
    where l."listenerId" = listener_id and l."sharerId" = sharer_id and l."hasAccess"
  )
$function$;
grant execute on function public.is_listener_for(uuid,uuid) to authenticated;
grant execute on function public.is_listener_for(uuid,uuid) to service_role;
grant execute on function public.is_listener_for(uuid,uuid) to telloom_admin;

-- public.prompt_response_search_update() ---------------------------------------------------------
CREATE OR REPLACE FUNCTION public.prompt_response_search_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  question text := (select "promptText" from public."Prompt" where id = new."promptId");
  said text;
  spoken text;
begin
  select t.transcript, coalesce(t.language, v."languageCode") into said, spoken
  from public."Video" v left join public."VideoTranscript" t on t."videoId" = v.id
  where v.id = new."videoId";
  loop
    begin
      new.search_vector :=
        setweight(private.to_search(spoken, question), 'A')
        || setweight(private.to_search(spoken, new.summary), 'B')
        || setweight(private.to_search(spoken, new."responseNotes"), 'C')
        || setweight(private.to_search(spoken, said), 'D');
      return new;
    exception when program_limit_exceeded then
      if coalesce(said, '') = '' then
        raise program_limit_exceeded using message = 'summary and responseNotes are too long';
      end if;
      -- a tsvector holds 1 MB: the rest of a very long recording is kept, and not searched
      said := left(said, length(said) / 2);
    end;
  end loop;
end
$function$;
comment on function public.prompt_response_search_update() is 'Definer: a writer may be someone who does not see every part that is searched.';
-- for its owner alone

-- public.prompt_search_vector_update() -----------------------------------------------------------
CREATE OR REPLACE FUNCTION public.prompt_search_vector_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.search_vector := private.to_search('en', new."promptText");
  return new;
end
$function$;
-- for its owner alone

-- public.set_video_date_recorded() ---------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.set_video_date_recorded()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."dateRecorded" := coalesce(new."dateRecorded", new."createdAt");
  return new;
end
$function$;
-- for its owner alone

-- public.slugify(text) ---------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.slugify(value text)
 RETURNS text
 LANGUAGE sql
 STABLE STRICT
 SET search_path TO ''
AS $function$
  select btrim(regexp_replace(lower(extensions.unaccent(value)), '[^a-z0-9]+', '-', 'g'), '-')
$function$;
comment on function public.slugify(text) is 'Lower case, without accents, everything else a hyphen: ''Año Nuevo, 1952!'' → ''ano-nuevo-1952''. Empty where nothing is left; null for null.';
grant execute on function public.slugify(text) to authenticated;
grant execute on function public.slugify(text) to service_role;
grant execute on function public.slugify(text) to telloom_admin;

-- public.update_follow_request_status_timestamps() -----------------------------------------------
CREATE OR REPLACE FUNCTION public.update_follow_request_status_timestamps()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.status is distinct from old.status then
    if new.status = 'APPROVED' then new."approvedAt" := now(); end if;
    if new.status = 'DENIED' then new."deniedAt" := now(); end if;
  end if;
  return new;
end
$function$;
-- for its owner alone

-- public.update_full_name() ----------------------------------------------------------------------
CREATE OR REPLACE FUNCTION public.update_full_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new."fullName" := coalesce(
    nullif(btrim(concat_ws(' ', nullif(btrim(new."firstName"), ''), nullif(btrim(new."lastName"), ''))), ''),
    case when tg_op = 'INSERT' then new."fullName" end
  );
  return new;
end
$function$;
-- for its owner alone

-- public.update_video_status(uuid,public."VideoStatus") ------------------------------------------
CREATE OR REPLACE FUNCTION public.update_video_status(video_id uuid, new_status public."VideoStatus")
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if video_id is null or new_status is null then
    raise null_value_not_allowed using message = 'video_id and new_status are needed';
  end if;
  update public."Video" set status = new_status,
    "errorMessage" = case when new_status = 'ERRORED' then "errorMessage" end
  where id = video_id;
  if not found then
    raise no_data_found using message = 'there is no such video';
  end if;
end
$function$;
comment on function public.update_video_status(uuid,public."VideoStatus") is 'Sets a status by hand, also backwards, for service_role and admins. 22004 for a null, P0002 when there is no such video.';
grant execute on function public.update_video_status(uuid,public."VideoStatus") to service_role;
grant execute on function public.update_video_status(uuid,public."VideoStatus") to telloom_admin;

-- on auth.users ----------------------------------------------------------------------------------
CREATE TRIGGER on_auth_user_created AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION public.handle_new_user();
CREATE TRIGGER on_auth_user_email_changed AFTER UPDATE OF email ON auth.users FOR EACH ROW WHEN (((new.email)::text IS DISTINCT FROM (old.email)::text)) EXECUTE FUNCTION private.follow_changed_address();

-- on realtime.messages ---------------------------------------------------------------------------
CREATE TRIGGER messages_change AFTER INSERT ON realtime.messages FOR EACH ROW WHEN ((new.extension = 'broadcast'::text)) EXECUTE FUNCTION private.note_change('realtime.messages');
create policy family_select on realtime.messages for select to authenticated
  using (((extension = 'broadcast'::text) AND ("substring"(topic, '^sharer:(.*)$'::text) = ANY ((( SELECT private.heard_sharers() AS heard_sharers))::text[]))));
create policy manager_insert on realtime.messages for insert to authenticated
  with check (((extension = 'broadcast'::text) AND ("substring"(topic, '^sharer:(.*)$'::text) = ANY ((( SELECT private.managed_sharers() AS managed_sharers))::text[]))));

-- on realtime.messages_default -------------------------------------------------------------------
CREATE TRIGGER messages_change AFTER INSERT ON realtime.messages_default FOR EACH ROW WHEN ((new.extension = 'broadcast'::text)) EXECUTE FUNCTION private.note_change('realtime.messages');

-- on realtime.subscription -----------------------------------------------------------------------
create policy own_subscriptions on realtime.subscription for select to authenticated
  using (((claims ->> 'sub'::text) = ((NULLIF(current_setting('request.jwt.claims'::text, true), ''::text))::jsonb ->> 'sub'::text)));

-- on storage.buckets -----------------------------------------------------------------------------
create policy telloom_admin_all on storage.buckets for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));

-- on storage.objects -----------------------------------------------------------------------------
create policy telloom_admin_all on storage.objects for all to telloom_admin
  using (( SELECT private.i_am_admin() AS i_am_admin))
  with check (( SELECT private.i_am_admin() AS i_am_admin));
create policy telloom_attachments_select on storage.objects for select to authenticated
  using (((bucket_id = 'attachments'::text) AND (EXISTS ( SELECT
   FROM (private.attachment_path(objects.name) path(sharer, response)
     JOIN public."PromptResponse" r ON (((r.id = path.response) AND (r."profileSharerId" = path.sharer))))))));
create policy telloom_avatars_select on storage.objects for select to anon, authenticated
  using ((bucket_id = 'avatars'::text));
create policy telloom_owner_delete on storage.objects for delete to authenticated
  using ((((bucket_id = 'avatars'::text) AND (private.avatar_owner(name) = (( SELECT private.uid() AS uid))::text)) OR ((bucket_id = 'attachments'::text) AND (EXISTS ( SELECT
   FROM (private.attachment_path(objects.name) path(sharer, response)
     JOIN public."PromptResponse" r ON (((r.id = path.response) AND (r."profileSharerId" = path.sharer))))
  WHERE (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])))))));
create policy telloom_owner_insert on storage.objects for insert to authenticated
  with check ((((bucket_id = 'avatars'::text) AND (private.avatar_owner(name) = (( SELECT private.uid() AS uid))::text)) OR ((bucket_id = 'attachments'::text) AND (EXISTS ( SELECT
   FROM (private.attachment_path(objects.name) path(sharer, response)
     JOIN public."PromptResponse" r ON (((r.id = path.response) AND (r."profileSharerId" = path.sharer))))
  WHERE (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])))))));
create policy telloom_owner_update on storage.objects for update to authenticated
  using ((((bucket_id = 'avatars'::text) AND (private.avatar_owner(name) = (( SELECT private.uid() AS uid))::text)) OR ((bucket_id = 'attachments'::text) AND (EXISTS ( SELECT
   FROM (private.attachment_path(objects.name) path(sharer, response)
     JOIN public."PromptResponse" r ON (((r.id = path.response) AND (r."profileSharerId" = path.sharer))))
  WHERE (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])))))))
  with check ((((bucket_id = 'avatars'::text) AND (private.avatar_owner(name) = (( SELECT private.uid() AS uid))::text)) OR ((bucket_id = 'attachments'::text) AND (EXISTS ( SELECT
   FROM (private.attachment_path(objects.name) path(sharer, response)
     JOIN public."PromptResponse" r ON (((r.id = path.response) AND (r."profileSharerId" = path.sharer))))
  WHERE (r."profileSharerId" = ANY (( SELECT private.managed_sharers() AS managed_sharers)::uuid[])))))));
