import type { paths } from '../../client/api-types.ts';

/**
 * The shapes that the pages use, by name, out of the types that are generated from the API's own
 * schemas. Times are ISO 8601, lengths are seconds.
 */
type Address = keyof paths;
type Short<P> = P extends `/api/v1${infer Rest}` ? Rest : never;

/** What GET answers under an address of `/api/v1`. */
export type Got<Path extends Short<Address>> = paths[`/api/v1${Path}`] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
type Posted<Path extends Short<Address>> = paths[`/api/v1${Path}`] extends {
  post: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
type ItemOf<List extends { items: unknown[] }> = List['items'][number];

export interface Paged<T> {
  items: T[];
  nextCursor: string | null;
}

export type Me = Got<'/me'>;
export type Details = Got<'/me/details'>;
export type MySubscription = Got<'/me/subscription'>;
export type Session = ItemOf<Got<'/me/sessions'>>;
export type Passkey = ItemOf<Got<'/me/passkeys'>>;
export type SignInService = ItemOf<Got<'/me/sign-in-services'>>;
export type ApiKey = ItemOf<Got<'/me/api-keys'>>;

export type Topic = ItemOf<Got<'/topics'>>;
export type TopicDetail = Got<'/topics/{id}'>;
export type TopicQuestion = TopicDetail['questions'][number];
export type TopicVideo = ItemOf<Got<'/topic-videos'>>;
export type TopicVideoDetail = Got<'/topic-videos/{id}'>;
export type NextPrompt = NonNullable<Got<'/prompts/next'>['prompt']>;
export type PromptDetail = Got<'/prompts/{id}'>;

export type Video = Got<'/videos/{id}'>;
export type VideoStatus = Video['status'];
export type TranscriptDetail = Got<'/transcripts/{id}'>;
export type TranscriptVersion = ItemOf<Got<'/transcripts/{id}/versions'>>;
export type TranscriptSuggestion = ItemOf<Got<'/transcripts/{id}/suggestions'>>;
export type Story = ItemOf<Got<'/responses'>>;
export type FeedStory = ItemOf<Got<'/feed'>>;
export type FeedTopic = ItemOf<Got<'/feed/topics'>>;
export type WatchedStory = ItemOf<Got<'/recently-watched'>>;
export type WatchingPreferences = Got<'/me/watching'>;
export type Found = Got<'/search'>;
export type FoundStory = ItemOf<Found>;
export type StoryDetail = Got<'/responses/{id}'>;
export type Trim = Got<'/responses/{id}/trim'>;
export type EarlierTelling = ItemOf<Got<'/responses/{id}/tellings'>>;
export type StoryAudience = Got<'/responses/{id}/audience'>;
export type StoryListener = ItemOf<StoryAudience>;
export type May = NonNullable<StoryListener['may']>;
export type PrivacyLevel = Story['privacyLevel'];

export type Copy = Got<'/downloads/{id}'>;

export type Attachment = Got<'/attachments/{id}'>;
export type PersonTag = Got<'/person-tags/{id}'>;
export type FamilyObject = Got<'/objects/{id}'>;
export type ObjectCategory = ItemOf<Got<'/object-categories'>>;

export type Invitation = ItemOf<Got<'/invitations'>>;
export type InvitationCard = Posted<'/invitations/look'>;
export type Listener = ItemOf<Got<'/listeners'>>;
export type FollowRequest = ItemOf<Got<'/follow-requests'>>;
export type FollowAsk = ItemOf<Got<'/follow-asks'>>;
export type FollowLinkCard = Got<'/follow-links/{code}'>;

export type LookedAfter = ItemOf<Got<'/looked-after'>>;
export type Keeper = NonNullable<Got<'/keeper'>['keeper']>;
export type LogEntry = ItemOf<Got<'/log'>>;
export type NewsLine = ItemOf<Got<'/notifications'>>;
export type NotificationSettings = Got<'/me/notifications'>;
export type NotificationSwitch = NotificationSettings['switches'][number];
export type Following = ItemOf<Got<'/following'>>;

export type KeptMail = ItemOf<Got<'/admin/mail'>>;
export type Overview = Got<'/admin/overview'>;
export type SystemHealth = Got<'/admin/health'>;
export type StorageUse = Got<'/admin/storage'>;
export type KnownPerson = ItemOf<Got<'/admin/people'>>;
export type KnownPersonDetail = Got<'/admin/people/{id}'>;
export type Webhook = ItemOf<Got<'/admin/webhooks'>>;
export type Payments = Got<'/admin/payments'>;
export type Subscriber = ItemOf<Got<'/admin/subscriptions'>>;
export type Integration = ItemOf<Got<'/admin/integrations'>>;
export type IntegrationAnswer = Posted<'/admin/integrations/{name}/test'>;
export type AdminAct = ItemOf<Got<'/admin/log'>>;
export type Jobs = Got<'/admin/jobs'>;
export type BackgroundJob = ItemOf<Jobs>;

export type CuratedPrompt = Got<'/admin/prompts/{id}'>;
export type CuratedPrompts = Got<'/admin/prompts'>;
export type AlikePrompts = ItemOf<Got<'/admin/prompts/alike'>>;
export type CuratedCategory = Got<'/admin/prompt-categories/{id}'>;
export type CuratedObjectCategory = ItemOf<Got<'/admin/object-categories'>>;
export type SheetLook = Posted<'/admin/prompts/import/look'>;
export type SheetProblem = SheetLook['problems'][number];
