// Rows of the tables and views of public and api, as `pg` returns them, and the enums.
// Made by `npx tsx db/generate.ts` from the catalogue; a test fails when it is stale.
//
// numeric and bigint come as text, so that no digit is lost; date and timestamps as Date (a
// timestamp without a zone and a date are read as local time); json as parsed. The catalogue does
// not know which columns of a view are never null, so all of them may be.

export type InvitationStatus =
  | 'PENDING'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED';

export type Role =
  | 'LISTENER'
  | 'SHARER'
  | 'EXECUTOR'
  | 'ADMIN';

export type Theme =
  | 'LIFE_EXPERIENCES'
  | 'HEALTH_AND_WELLBEING'
  | 'FOOD'
  | 'FAMILY'
  | 'WORK'
  | 'FAITH_AND_VALUES'
  | 'PLACES'
  | 'CUSTOM';

export type VideoStatus =
  | 'WAITING'
  | 'PREPARING'
  | 'ASSET_CREATED'
  | 'READY'
  | 'ERRORED';

export type FollowRequestStatus =
  | 'PENDING'
  | 'APPROVED'
  | 'DENIED';

export type PersonRelation =
  | 'Self'
  | 'Spouse'
  | 'Partner'
  | 'Mother'
  | 'Father'
  | 'Stepmother'
  | 'Stepfather'
  | 'Daughter'
  | 'Son'
  | 'Stepdaughter'
  | 'Stepson'
  | 'Child'
  | 'Sister'
  | 'Brother'
  | 'Sibling'
  | 'Grandmother'
  | 'Grandfather'
  | 'Grandparent'
  | 'GreatGrandmother'
  | 'GreatGrandfather'
  | 'Granddaughter'
  | 'Grandson'
  | 'Grandchild'
  | 'GreatGrandchild'
  | 'Aunt'
  | 'Uncle'
  | 'Niece'
  | 'Nephew'
  | 'Cousin'
  | 'MotherInLaw'
  | 'FatherInLaw'
  | 'DaughterInLaw'
  | 'SonInLaw'
  | 'SisterInLaw'
  | 'BrotherInLaw'
  | 'Godparent'
  | 'Godchild'
  | 'Guardian'
  | 'Friend'
  | 'Neighbor'
  | 'Colleague'
  | 'Teacher'
  | 'Other';

/** public.AccountDeletion */
export interface AccountDeletionRow {
  profileId: string;
  askedAt: Date;
  dueAt: Date;
}

/** public.ContactPreference */
export interface ContactPreferenceRow {
  profileId: string;
  language: string | null;
  timeZone: string | null;
  updatedAt: Date;
}

/** public.EarlierTelling */
export interface EarlierTellingRow {
  id: string;
  promptResponseId: string | null;
  topicVideoId: string | null;
  videoId: string;
  profileSharerId: string;
  createdAt: Date;
}

/** public.Entitlement */
export interface EntitlementRow {
  id: string;
  revenuecatId: string | null;
  lookupKey: string | null;
  displayName: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.FollowLink */
export interface FollowLinkRow {
  sharerId: string;
  code: string;
  createdAt: Date;
}

/** public.FollowRequest */
export interface FollowRequestRow {
  id: string;
  sharerId: string;
  requestorId: string;
  status: FollowRequestStatus;
  createdAt: Date;
  updatedAt: Date;
  approvedAt: Date | null;
  deniedAt: Date | null;
  askedAs: string | null;
}

/** public.Invitation */
export interface InvitationRow {
  id: string;
  sharerId: string;
  inviterId: string | null;
  inviteeEmail: string;
  role: Role;
  status: InvitationStatus;
  token: string | null;
  createdAt: Date;
  updatedAt: Date;
  acceptedAt: Date | null;
}

/** public.Notification */
export interface NotificationRow {
  id: string;
  profileId: string;
  kind: string;
  profileSharerId: string;
  subjectId: string;
  personId: string | null;
  lineId: string;
  createdAt: Date;
  readAt: Date | null;
  mailedAt: Date | null;
  pushedAt: Date | null;
}

/** public.NotificationSwitch */
export interface NotificationSwitchRow {
  profileId: string;
  about: string;
  channel: string;
  isOn: boolean;
}

/** public.Object */
export interface ObjectRow {
  id: string;
  userId: string;
  objectName: string | null;
  objectDescription: string | null;
  airtableRecordId: string | null;
  promptResponseId: string | null;
  categoryId: string | null;
  createdAt: Date;
  updatedAt: Date;
  search_vector: string | null;
}

/** public.ObjectCategory */
export interface ObjectCategoryRow {
  id: string;
  categoryName: string | null;
  description: string | null;
  airtableRecordId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.Offering */
export interface OfferingRow {
  id: string;
  revenuecatId: string | null;
  lookupKey: string | null;
  displayName: string | null;
  isCurrent: boolean | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.Package */
export interface PackageRow {
  id: string;
  revenuecatId: string | null;
  offeringId: string | null;
  productId: string | null;
  lookupKey: string | null;
  displayName: string | null;
  position: number | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.PersonTag */
export interface PersonTagRow {
  id: string;
  name: string | null;
  profileSharerId: string;
  relation: PersonRelation | null;
  createdAt: Date;
  updatedAt: Date;
  nameKey: string | null;
}

/** public.Product */
export interface ProductRow {
  id: string;
  revenuecatId: string | null;
  storeIdentifier: string | null;
  type: string | null;
  displayName: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.Profile */
export interface ProfileRow {
  id: string;
  fullName: string | null;
  username: string | null;
  avatarUrl: string | null;
  email: string | null;
  passwordHash: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  revenuecatAppUserId: string | null;
  status: string | null;
  isAdmin: boolean;
  airtableRecordId: string | null;
  addressStreet: string | null;
  addressUnit: string | null;
  addressCity: string | null;
  addressState: string | null;
  addressZipcode: string | null;
  executorFirstName: string | null;
  executorLastName: string | null;
  executorRelation: string | null;
  executorPhone: string | null;
  executorEmail: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.ProfileExecutor */
export interface ProfileExecutorRow {
  id: string;
  sharerId: string;
  executorId: string;
  createdAt: Date;
}

/** public.ProfileListener */
export interface ProfileListenerRow {
  id: string;
  listenerId: string;
  sharerId: string;
  sharedSince: Date;
  hasAccess: boolean;
  lastViewed: Date | null;
  notifications: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** public.ProfileRole */
export interface ProfileRoleRow {
  id: string;
  profileId: string;
  role: Role;
}

/** public.ProfileSharer */
export interface ProfileSharerRow {
  id: string;
  profileId: string;
  subscriptionStatus: boolean;
  createdAt: Date;
}

/** public.Prompt */
export interface PromptRow {
  id: string;
  promptText: string;
  promptType: string;
  isContextEstablishing: boolean;
  isObjectPrompt: boolean | null;
  promptCategoryId: string | null;
  airtableId: string | null;
  categoryAirtableId: string | null;
  position: number | null;
  retiredAt: Date | null;
  search_vector: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.PromptCategory */
export interface PromptCategoryRow {
  id: string;
  category: string | null;
  description: string | null;
  theme: Theme | null;
  airtableId: string | null;
  position: number | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.PromptResponse */
export interface PromptResponseRow {
  id: string;
  profileSharerId: string;
  videoId: string | null;
  promptId: string | null;
  privacyLevel: string;
  search_vector: string | null;
  summary: string | null;
  responseNotes: string | null;
  airtableRecordId: string | null;
  createdAt: Date;
  updatedAt: Date;
  summarySource: string | null;
  summaryLinks: unknown;
}

/** public.PromptResponseAttachment */
export interface PromptResponseAttachmentRow {
  id: string;
  promptResponseId: string;
  profileSharerId: string;
  fileUrl: string | null;
  fileType: string | null;
  fileName: string | null;
  fileSize: number | null;
  title: string | null;
  description: string | null;
  estimatedYear: number | null;
  dateCaptured: Date | null;
  yearCaptured: number | null;
  uploadedAt: Date;
  state: string;
  problem: string | null;
  width: number | null;
  height: number | null;
  objectId: string | null;
  search_vector: string | null;
}

/** public.PromptResponseAttachmentPersonTag */
export interface PromptResponseAttachmentPersonTagRow {
  id: string;
  promptResponseAttachmentId: string;
  personTagId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** public.PromptResponseFavorite */
export interface PromptResponseFavoriteRow {
  id: string;
  profileId: string;
  promptResponseId: string;
  favoritedAt: Date;
}

/** public.PromptResponseRecentlyWatched */
export interface PromptResponseRecentlyWatchedRow {
  id: string;
  profileId: string;
  promptResponseId: string;
  watchedAt: Date;
  position: number | null;
}

/** public.Purchase */
export interface PurchaseRow {
  id: string;
  revenuecatId: string | null;
  userId: string | null;
  productId: string | null;
  purchasedAt: Date | null;
  store: string | null;
  revenueInUsd: string | null;
  status: string | null;
  environment: string | null;
  storePurchaseIdentifier: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.PushSubscription */
export interface PushSubscriptionRow {
  id: string;
  profileId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  createdAt: Date;
}

/** public.ResponsePermission */
export interface ResponsePermissionRow {
  id: string;
  userId: string;
  responseId: string;
  permissionLevel: string;
  createdAt: Date;
  updatedAt: Date;
}

/** public.SharerLogEntry */
export interface SharerLogEntryRow {
  id: string;
  profileSharerId: string;
  actorId: string | null;
  actorName: string | null;
  actedAs: Role;
  action: string;
  thing: string;
  thingId: string | null;
  name: string | null;
  about: string | null;
  changed: string[];
  became: string | null;
  editSession: string | null;
  createdAt: Date;
}

/** public.Subscription */
export interface SubscriptionRow {
  id: string;
  revenuecatId: string | null;
  userId: string | null;
  productId: string | null;
  startsAt: Date | null;
  currentPeriodStartsAt: Date | null;
  currentPeriodEndsAt: Date | null;
  givesAccess: boolean | null;
  autoRenewalStatus: string | null;
  status: string | null;
  store: string | null;
  environment: string | null;
  storeSubscriptionIdentifier: string | null;
  createdAt: Date;
  updatedAt: Date;
  managementUrl: string | null;
}

/** public.SubscriptionEntitlement */
export interface SubscriptionEntitlementRow {
  id: string;
  subscriptionId: string;
  entitlementId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** public.TopicFavorite */
export interface TopicFavoriteRow {
  id: string;
  profileId: string;
  promptCategoryId: string;
  createdAt: Date;
}

/** public.TopicQueueItem */
export interface TopicQueueItemRow {
  id: string;
  profileId: string;
  promptCategoryId: string;
  createdAt: Date;
}

/** public.TopicVideo */
export interface TopicVideoRow {
  id: string;
  title: string | null;
  description: string | null;
  profileSharerId: string;
  promptCategoryId: string | null;
  muxAssetId: string | null;
  muxPlaybackId: string | null;
  muxUploadId: string | null;
  passthrough: string | null;
  duration: number | null;
  aspectRatio: string | null;
  videoQuality: string | null;
  maxWidth: string | null;
  maxHeight: string | null;
  maxFrameRate: string | null;
  languageCode: string | null;
  resolutionTier: string | null;
  url: string | null;
  metadata: unknown;
  airtableRecordId: string | null;
  status: VideoStatus;
  summary: string | null;
  errorMessage: string | null;
  progress: number | null;
  dateRecorded: Date | null;
  createdAt: Date;
  updatedAt: Date;
  videoId: string | null;
  downloadFile: string | null;
  summarySource: string | null;
  summaryLinks: unknown;
  search_vector: string | null;
}

/** public.TopicVideoDownload */
export interface TopicVideoDownloadRow {
  id: string;
  profileId: string;
  muxAssetId: string | null;
  quality: string;
  downloadedAt: Date | null;
  status: string;
  retries: number;
  last_attempted: Date | null;
  file: string | null;
  bytes: string | null;
  problem: string | null;
  requestedAt: Date;
  expiresAt: Date | null;
}

/** public.TopicVideoTranscript */
export interface TopicVideoTranscriptRow {
  id: string;
  topicVideoId: string;
  transcript: string | null;
  cues: unknown;
  source: string | null;
  type: string | null;
  language: string | null;
  name: string | null;
  muxTrackId: string | null;
  muxAssetId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  isChecked: boolean;
  editSession: string | null;
}

/** public.TranscriptSuggestion */
export interface TranscriptSuggestionRow {
  id: string;
  videoTranscriptId: string | null;
  topicVideoTranscriptId: string | null;
  profileSharerId: string;
  suggestedBy: string;
  start: number;
  was: string;
  suggested: string;
  status: string;
  createdAt: Date;
  updatedAt: Date;
}

/** public.TranscriptVersion */
export interface TranscriptVersionRow {
  id: string;
  videoTranscriptId: string | null;
  topicVideoTranscriptId: string | null;
  profileSharerId: string;
  version: number;
  transcript: string | null;
  cues: unknown;
  language: string | null;
  source: string | null;
  isChecked: boolean;
  editSession: string | null;
  madeBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** public.TrimmedVideo */
export interface TrimmedVideoRow {
  id: string;
  videoId: string;
  wholeId: string;
  profileSharerId: string;
  start: number;
  end: number;
  promptResponseId: string | null;
  topicVideoId: string | null;
  createdAt: Date;
}

/** public.Video */
export interface VideoRow {
  id: string;
  profileSharerId: string;
  promptId: string | null;
  muxAssetId: string | null;
  muxPlaybackId: string | null;
  muxUploadId: string | null;
  passthrough: string | null;
  duration: number | null;
  aspectRatio: string | null;
  videoQuality: string | null;
  maxWidth: string | null;
  maxHeight: string | null;
  maxFrameRate: string | null;
  languageCode: string | null;
  resolutionTier: string | null;
  status: VideoStatus;
  errorMessage: string | null;
  progress: number | null;
  playbackFile: string | null;
  transcriptPending: boolean;
  airtableRecordId: string | null;
  dateRecorded: Date | null;
  createdAt: Date;
  updatedAt: Date;
  downloadFile: string | null;
}

/** public.VideoDownload */
export interface VideoDownloadRow {
  id: string;
  profileId: string;
  muxAssetId: string | null;
  quality: string;
  downloadedAt: Date | null;
  status: string;
  retries: number;
  last_attempted: Date | null;
  file: string | null;
  bytes: string | null;
  problem: string | null;
  requestedAt: Date;
  expiresAt: Date | null;
}

/** public.VideoTranscript */
export interface VideoTranscriptRow {
  id: string;
  videoId: string;
  transcript: string | null;
  cues: unknown;
  source: string | null;
  type: string | null;
  language: string | null;
  name: string | null;
  muxTrackId: string | null;
  muxAssetId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  isChecked: boolean;
  editSession: string | null;
}

/** public.WatchingPreference */
export interface WatchingPreferenceRow {
  profileId: string;
  keepsHistory: boolean;
  captions: boolean;
  playsOn: boolean;
  updatedAt: Date;
}

/** public._ListenerPromptViews */
export interface ListenerPromptViewsRow {
  A: string;
  B: string;
}

/** public._ListenerVideoViews */
export interface ListenerVideoViewsRow {
  A: string;
  B: string;
}

/** public._PromptResponseToThematicVideo */
export interface PromptResponseToThematicVideoRow {
  A: string;
  B: string;
}

/** public._prisma_migrations */
export interface PrismaMigrationsRow {
  id: string;
  checksum: string;
  finished_at: Date | null;
  migration_name: string;
  logs: string | null;
  rolled_back_at: Date | null;
  started_at: Date;
  applied_steps_count: number;
}

/** api.admin_log */
export interface ApiAdminLogRow {
  id: string | null;
  actorId: string | null;
  actorName: string | null;
  action: string | null;
  thing: string | null;
  thingId: string | null;
  name: string | null;
  changed: string[] | null;
  createdAt: Date | null;
  at: string | null;
}

/** api.attachment */
export interface ApiAttachmentRow {
  id: string | null;
  responseId: string | null;
  sharerId: string | null;
  question: string | null;
  topicId: string | null;
  kind: string | null;
  fileName: string | null;
  fileType: string | null;
  fileSize: number | null;
  title: string | null;
  description: string | null;
  estimatedYear: number | null;
  dateCaptured: string | null;
  yearCaptured: number | null;
  state: string | null;
  problem: string | null;
  width: number | null;
  height: number | null;
  objectId: string | null;
  uploadedAt: Date | null;
  at: string | null;
  people: unknown;
  isStored: boolean | null;
  canManage: boolean | null;
}

/** api.curated_category */
export interface ApiCuratedCategoryRow {
  id: string | null;
  category: string | null;
  description: string | null;
  theme: Theme | null;
  asked: number | null;
  retired: number | null;
  topicVideos: number | null;
  place: number | null;
}

/** api.curated_prompt */
export interface ApiCuratedPromptRow {
  id: string | null;
  text: string | null;
  type: string | null;
  isContextEstablishing: boolean | null;
  isObjectPrompt: boolean | null;
  categoryId: string | null;
  category: string | null;
  theme: Theme | null;
  retiredAt: Date | null;
  stories: number | null;
  recordings: number | null;
  place: number | null;
}

/** api.download */
export interface ApiDownloadRow {
  id: string | null;
  problem: string | null;
  file: string | null;
  bytes: string | null;
  requestedAt: Date | null;
  at: string | null;
  downloadedAt: Date | null;
  expiresAt: Date | null;
  muxAssetId: string | null;
  videoId: string | null;
  topicVideoId: string | null;
  storyId: string | null;
  quality: string | null;
  status: string | null;
  title: string | null;
  sharerName: string | null;
  dateRecorded: Date | null;
  muxPlaybackId: string | null;
  hasPicture: boolean | null;
}

/** api.follow_request */
export interface ApiFollowRequestRow {
  id: string | null;
  sharerId: string | null;
  status: FollowRequestStatus | null;
  createdAt: Date | null;
  name: string | null;
  avatarUrl: string | null;
}

/** api.invitation */
export interface ApiInvitationRow {
  id: string | null;
  email: string | null;
  role: Role | null;
  createdAt: Date | null;
  expiresAt: Date | null;
  status: InvitationStatus | null;
  sharerId: string | null;
}

/** api.listener */
export interface ApiListenerRow {
  id: string | null;
  sharerId: string | null;
  name: string | null;
  avatarUrl: string | null;
  hasAccess: boolean | null;
  sharedSince: Date | null;
  lastViewed: Date | null;
}

/** api.looked_after */
export interface ApiLookedAfterRow {
  id: string | null;
  name: string | null;
  avatarUrl: string | null;
  stories: number | null;
  newestQuestion: string | null;
  newestAt: Date | null;
  suggestions: number | null;
  troubled: number | null;
  unanswered: number | null;
}

/** api.mail */
export interface ApiMailRow {
  id: string | null;
  to: string | null;
  subject: string | null;
  text: string | null;
  createdAt: Date | null;
  status: string | null;
  at: string | null;
  attempts: number | null;
  lastError: string | null;
  sentAt: Date | null;
  canSendAgain: boolean | null;
}

/** api.me */
export interface ApiMeRow {
  id: string | null;
  fullName: string | null;
  firstName: string | null;
  lastName: string | null;
  username: string | null;
  avatarUrl: string | null;
  email: string | null;
  emailConfirmed: boolean | null;
  sharerId: string | null;
  isAdmin: boolean | null;
  followsCount: number | null;
  leavesAt: Date | null;
  keepsCount: number | null;
  actingFor: unknown;
}

/** api.my_details */
export interface ApiMyDetailsRow {
  username: string | null;
  phone: string | null;
  addressStreet: string | null;
  addressUnit: string | null;
  addressCity: string | null;
  addressState: string | null;
  addressZipcode: string | null;
  executorFirstName: string | null;
  executorLastName: string | null;
  executorRelation: string | null;
  executorPhone: string | null;
  executorEmail: string | null;
}

/** api.notification */
export interface ApiNotificationRow {
  id: string | null;
  kind: string | null;
  about: string | null;
  profileSharerId: string | null;
  subjectId: string | null;
  personId: string | null;
  lineId: string | null;
  createdAt: Date | null;
  readAt: Date | null;
  mailedAt: Date | null;
}

/** api.notification_switch */
export interface ApiNotificationSwitchRow {
  about: string | null;
  channel: string | null;
  isOn: boolean | null;
}

/** api.object */
export interface ApiObjectRow {
  id: string | null;
  userId: string | null;
  name: string | null;
  description: string | null;
  categoryId: string | null;
  category: string | null;
  responseId: string | null;
  question: string | null;
  createdAt: Date | null;
  at: string | null;
  coverId: string | null;
  canManage: boolean | null;
  sharerId: string | null;
}

/** api.people */
export interface ApiPeopleRow {
  id: string | null;
  fullName: string | null;
  username: string | null;
  avatarUrl: string | null;
}

/** api.person_for_admins */
export interface ApiPersonForAdminsRow {
  id: string | null;
  fullName: string | null;
  username: string | null;
  email: string | null;
  avatarUrl: string | null;
  createdAt: Date | null;
  at: string | null;
  roles: string[] | null;
}

/** api.person_numbers */
export interface ApiPersonNumbersRow {
  id: string | null;
  leavesAt: Date | null;
  recordings: number | null;
  attachments: number | null;
  bytes: number | null;
  stories: number | null;
  follows: number | null;
  followedBy: number | null;
  keeps: number | null;
}

/** api.person_tag */
export interface ApiPersonTagRow {
  id: string | null;
  sharerId: string | null;
  name: string | null;
  relation: PersonRelation | null;
  attachments: number | null;
  canManage: boolean | null;
}

/** api.question */
export interface ApiQuestionRow {
  id: string | null;
  text: string | null;
  isContextEstablishing: boolean | null;
  isObjectPrompt: boolean | null;
  topicId: string | null;
  topicTitle: string | null;
  topicPosition: number | null;
  number: number | null;
  of: number | null;
  responseId: string | null;
  videoStatus: VideoStatus | null;
  retired: boolean | null;
}

/** api.sharer_storage */
export interface ApiSharerStorageRow {
  id: string | null;
  profileId: string | null;
  name: string | null;
  recordings: number | null;
  attachments: number | null;
  bytes: number | null;
}

/** api.story */
export interface ApiStoryRow {
  id: string | null;
  promptId: string | null;
  profileSharerId: string | null;
  videoId: string | null;
  privacyLevel: string | null;
  summary: string | null;
  responseNotes: string | null;
  createdAt: Date | null;
  at: string | null;
  question: string | null;
  topicId: string | null;
  topicTitle: string | null;
  sharerName: string | null;
  sharerAvatarUrl: string | null;
  videoStatus: VideoStatus | null;
  progress: number | null;
  errorMessage: string | null;
  duration: number | null;
  dateRecorded: Date | null;
  hasPicture: boolean | null;
  seen: boolean | null;
  canManage: boolean | null;
}

/** api.subscriber */
export interface ApiSubscriberRow {
  id: string | null;
  profileId: string | null;
  name: string | null;
  email: string | null;
  createdAt: Date | null;
  at: string | null;
  mayRecord: boolean | null;
  plan: string | null;
  status: string | null;
  givesAccess: boolean | null;
  periodEndsAt: Date | null;
  store: string | null;
  environment: string | null;
  fetchedAt: Date | null;
}

/** api.topic */
export interface ApiTopicRow {
  id: string | null;
  title: string | null;
  description: string | null;
  theme: Theme | null;
  position: number | null;
  questions: number | null;
  told: number | null;
  favorite: boolean | null;
  queuedAt: Date | null;
}

/** api.topic_video */
export interface ApiTopicVideoRow {
  id: string | null;
  profileSharerId: string | null;
  topicId: string | null;
  topicTitle: string | null;
  title: string | null;
  description: string | null;
  summary: string | null;
  status: VideoStatus | null;
  progress: number | null;
  errorMessage: string | null;
  duration: number | null;
  dateRecorded: Date | null;
  createdAt: Date | null;
  videoId: string | null;
  hasPicture: boolean | null;
  sharerName: string | null;
  sharerAvatarUrl: string | null;
  canManage: boolean | null;
}

/** api.transcript */
export interface ApiTranscriptRow {
  videoId: string | null;
  videoTranscriptId: string | null;
  topicVideoTranscriptId: string | null;
  text: string | null;
  cues: unknown;
  language: string | null;
  source: string | null;
  version: number | null;
  isChecked: boolean | null;
  duration: number | null;
  pending: boolean | null;
  updatedAt: Date | null;
  canManage: boolean | null;
}

/** api.transcript_suggestion */
export interface ApiTranscriptSuggestionRow {
  id: string | null;
  videoId: string | null;
  start: number | null;
  was: string | null;
  suggested: string | null;
  status: string | null;
  createdAt: Date | null;
  suggestedBy: string | null;
  mine: boolean | null;
}

/** api.transcript_version */
export interface ApiTranscriptVersionRow {
  id: string | null;
  videoId: string | null;
  version: number | null;
  text: string | null;
  cues: unknown;
  language: string | null;
  source: string | null;
  isChecked: boolean | null;
  updatedAt: Date | null;
  madeBy: string | null;
}

/** api.webhook */
export interface ApiWebhookRow {
  id: string | null;
  source: string | null;
  eventId: string | null;
  type: string | null;
  receivedAt: Date | null;
  at: string | null;
  state: string | null;
  error: string | null;
}
