// A database to the data model as an ORM might have left it: no constraint holds, enums are text
// here and there, and most times have no zone. Columns that only Telloom has are not there.
const mux = `"muxAssetId" text, "muxPlaybackId" text, "muxUploadId" text, passthrough text,
  duration double precision, "aspectRatio" text, "videoQuality" text, "maxWidth" numeric,
  "maxHeight" numeric, "maxFrameRate" numeric, "languageCode" text, "resolutionTier" text,
  "airtableRecordId" text, "dateRecorded" timestamptz`;
const transcript = `transcript text, source text, type text, language text, name text,
  "muxTrackId" text, "muxAssetId" text`;
const times = '"createdAt" timestamp, "updatedAt" timestamp';

const columns: Record<string, string> = {
  Profile: `"fullName" text, username text, "avatarUrl" text, email text, "passwordHash" text,
    "firstName" text, "lastName" text, phone text, status text, "isAdmin" boolean,
    "favouriteColour" text, ${times}`,
  ProfileRole: '"profileId" uuid, role public."Role"',
  ProfileSharer: '"profileId" uuid, "subscriptionStatus" boolean, "createdAt" timestamptz',
  ProfileListener: `"listenerId" uuid, "sharerId" uuid, "sharedSince" timestamp, "hasAccess" boolean,
    "lastViewed" timestamp, notifications boolean, ${times}`,
  ProfileExecutor: '"sharerId" uuid, "executorId" uuid, "createdAt" timestamptz',
  PromptCategory: `category text, description text, theme text, "airtableId" text, ${times}`,
  Prompt: `"promptText" text, "promptType" text, "isContextEstablishing" boolean,
    "isObjectPrompt" boolean, "promptCategoryId" uuid, "airtableId" text, search_vector tsvector, ${times}`,
  PromptResponse: `"profileSharerId" uuid, "videoId" uuid, "promptId" uuid, "privacyLevel" text,
    search_vector tsvector, summary text, "responseNotes" text, "createdAt" timestamptz, "updatedAt" timestamptz`,
  Video: `"profileSharerId" uuid, "promptId" uuid, ${mux}, status text, ${times}`,
  VideoTranscript: `"videoId" uuid, ${transcript}, ${times}`,
  TopicVideo: `title text, description text, "profileSharerId" uuid, "promptCategoryId" uuid, ${mux},
    url text, metadata jsonb, status text, summary text, ${times}`,
  TopicVideoTranscript: `"topicVideoId" uuid, ${transcript}, ${times}`,
  PromptResponseAttachment: `"promptResponseId" uuid, "profileSharerId" uuid, "fileUrl" text,
    "fileName" text, "fileSize" bigint, title text, "dateCaptured" date, "uploadedAt" timestamp`,
  PersonTag: `name text, "profileSharerId" uuid, relation text, ${times}`,
  PromptResponseAttachmentPersonTag: `"promptResponseAttachmentId" uuid, "personTagId" uuid, ${times}`,
  PromptResponseFavorite: '"profileId" uuid, "promptResponseId" uuid, "favoritedAt" timestamp',
  PromptResponseRecentlyWatched: '"profileId" uuid, "promptResponseId" uuid, "watchedAt" timestamp',
  TopicFavorite: '"profileId" uuid, "promptCategoryId" uuid, "createdAt" timestamp',
  ResponsePermission: `"userId" uuid, "responseId" uuid, "permissionLevel" text, ${times}`,
  Object: `"userId" uuid, "objectName" text, "promptResponseId" uuid, "categoryId" uuid, ${times}`,
  Invitation: `"sharerId" uuid, "inviterId" uuid, "inviteeEmail" text, role text, status text,
    token text, ${times}, "acceptedAt" timestamptz`,
  FollowRequest: `"sharerId" uuid, "requestorId" uuid, status text, ${times}`,
  Purchase: '"revenuecatId" text, "userId" uuid, "revenueInUsd" numeric, "purchasedAt" timestamp',
};

const authAndStorage = `
  create schema auth;
  create table auth.users (instance_id uuid, id uuid, aud text, role text, email text,
    encrypted_password text, email_confirmed_at timestamptz, confirmation_token text,
    raw_app_meta_data jsonb, raw_user_meta_data jsonb, created_at timestamptz, updated_at timestamptz);
  create table auth.identities (provider_id text, user_id uuid, identity_data jsonb, provider text,
    created_at timestamptz, updated_at timestamptz, email text, id uuid);
  create schema storage;
  create table storage.buckets (id text, name text, public boolean);
  create table storage.objects (id uuid, bucket_id text, name text, owner uuid, metadata jsonb,
    user_metadata jsonb, created_at timestamptz, updated_at timestamptz);`;

/** The statements that make it. */
export const sourceSchema = [
  `create type public."Role" as enum ('LISTENER', 'SHARER', 'EXECUTOR', 'ADMIN')`,
  ...Object.entries(columns).map(
    ([name, rest]) => `create table public."${name}" (id uuid, ${rest})`,
  ),
  `create table public."_PromptResponseToThematicVideo" ("A" uuid, "B" uuid)`,
  `create table public."_ListenerPromptViews" ("A" uuid, "B" uuid)`,
  'create table public."Recipe" (id uuid, title text)',
  authAndStorage,
].join(';\n');
