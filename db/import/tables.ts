/** How repeats of one thing become one row: the first by `order` stays. */
export interface Repeats {
  columns: string[];
  /** SQL over the staged row, whose columns are text that is known to cast. */
  order: string;
  reason: string;
}

export interface TableSpec {
  schema: 'public' | 'auth' | 'storage';
  name: string;
  key: string[];
  repeats: Repeats[];
  /** Read and not written: the target works them out. */
  computed: string[];
  /** Columns that must hold something although the target would take null. */
  required: string[];
  /** Unique where it is not null, beyond what the catalogue says plainly. */
  unique: string[];
}

const table = (name: string, more: Partial<TableSpec> = {}): TableSpec => ({
  schema: 'public',
  name,
  key: ['id'],
  repeats: [],
  computed: [],
  required: [],
  unique: [],
  ...more,
});

const once = (columns: string[], order: string, reason: string): Partial<TableSpec> => ({
  repeats: [{ columns, order, reason }],
});
const oldest = (column: string) => `"${column}"::timestamptz nulls last`;
const newest = (column: string) => `"${column}"::timestamptz desc nulls last`;

const privacy = `array_position(array['Private', 'Custom', 'Public'], "privacyLevel")`;
const level = `array_position(array['none', 'read', 'write'], "permissionLevel")`;
const notEmpty = `(btrim(coalesce(transcript, '')) = '')`;

const sameDownload = once(
  ['profileId', 'muxAssetId', 'quality'],
  newest('downloadedAt'),
  'the same copy again',
);

// One-time tokens of the old sign-in service open nothing here.
const spentTokens = [
  'confirmation_token',
  'recovery_token',
  'email_change_token_new',
  'email_change_token_current',
  'reauthentication_token',
  'phone_change_token',
];

/**
 * Every table that moves, parents before children. Profile comes before auth.users, so that
 * handle_new_user() finds the person there; Video and VideoTranscript before PromptResponse, whose
 * search vector is made of them.
 */
export const tables: TableSpec[] = [
  table('PromptCategory'),
  table('Prompt', { computed: ['search_vector'] }),
  table('ObjectCategory'),
  table('Product'),
  table('Entitlement'),
  table('Offering'),
  table('Package'),
  table('Profile', { computed: ['isAdmin'] }),
  table('users', { schema: 'auth', computed: spentTokens, unique: ['email'] }),
  table('identities', {
    schema: 'auth',
    ...once(['provider_id', 'provider'], oldest('created_at'), 'the same identity again'),
  }),
  table('AccountDeletion', { key: ['profileId'] }),
  table('WatchingPreference', { key: ['profileId'] }),
  table('ContactPreference', { key: ['profileId'] }),
  table('NotificationSwitch', { key: ['profileId', 'about', 'channel'] }),
  table('ProfileRole', once(['profileId', 'role'], 'true', 'the same role again')),
  table('ProfileSharer', once(['profileId'], oldest('createdAt'), 'the person is a sharer once')),
  table(
    'ProfileListener',
    once(['listenerId', 'sharerId'], oldest('createdAt'), 'the same connection again'),
  ),
  table(
    'ProfileExecutor',
    once(['sharerId'], oldest('createdAt'), 'a sharer has one executor, the first'),
  ),
  table('Video'),
  table(
    'VideoTranscript',
    once(['videoId'], `${notEmpty}, ${newest('updatedAt')}`, 'a newer transcript stays'),
  ),
  table(
    'TopicVideo',
    once(
      ['profileSharerId', 'promptCategoryId'],
      `(status = 'READY') desc, ${newest('createdAt')}`,
      'one topic video for a sharer and topic',
    ),
  ),
  table('TopicVideoTranscript'),
  table('TranscriptVersion'),
  table('TranscriptSuggestion'),
  table('PromptResponse', { computed: ['search_vector'] }),
  table('EarlierTelling'),
  // what was being made there is not made here
  table('TrimmedVideo', { computed: ['promptResponseId', 'topicVideoId'] }),
  table('SharerLogEntry'),
  table(
    'ResponsePermission',
    once(['userId', 'responseId'], level, 'the most restrictive permission stays'),
  ),
  table(
    'PromptResponseFavorite',
    once(['profileId', 'promptResponseId'], oldest('favoritedAt'), 'the same favourite again'),
  ),
  table(
    'PromptResponseRecentlyWatched',
    once(['profileId', 'promptResponseId'], newest('watchedAt'), 'watched again later'),
  ),
  table('PersonTag'),
  table('PromptResponseAttachment', { computed: ['search_vector'] }),
  table(
    'PromptResponseAttachmentPersonTag',
    once(['promptResponseAttachmentId', 'personTagId'], oldest('createdAt'), 'the same tag again'),
  ),
  table('Object', { computed: ['search_vector'] }),
  table(
    'TopicFavorite',
    once(['profileId', 'promptCategoryId'], oldest('createdAt'), 'the same favourite again'),
  ),
  table(
    'TopicQueueItem',
    once(['profileId', 'promptCategoryId'], oldest('createdAt'), 'the same topic again'),
  ),
  table('Invitation'),
  table(
    'FollowRequest',
    once(['sharerId', 'requestorId'], newest('updatedAt'), 'a newer request stays'),
  ),
  table('FollowLink', { key: ['sharerId'] }),
  table('Notification', {
    computed: ['lineId'],
    ...once(['subjectId', 'kind', 'profileId'], oldest('createdAt'), 'told of the same again'),
  }),
  table('PushSubscription', { unique: ['endpoint'] }),
  table('Subscription'),
  table(
    'SubscriptionEntitlement',
    once(['subscriptionId', 'entitlementId'], oldest('createdAt'), 'the same entitlement again'),
  ),
  table('Purchase'),
  table('VideoDownload', sameDownload),
  table('TopicVideoDownload', sameDownload),
  table('_ListenerPromptViews', { key: ['A', 'B'] }),
  table('_ListenerVideoViews', { key: ['A', 'B'] }),
  table('_PromptResponseToThematicVideo', { key: ['A', 'B'] }),
  table('_prisma_migrations'),
  table('buckets', { schema: 'storage' }),
  table('objects', {
    schema: 'storage',
    required: ['bucket_id', 'name'],
    ...once(['bucket_id', 'name'], newest('updated_at'), 'a newer file of this name stays'),
  }),
];

/** Which of several rows with one id stays; the narrowest where access hangs on it. */
export const sameIdOrder: Record<string, string> = {
  PromptResponse: privacy,
  ResponsePermission: level,
  ProfileListener: `("hasAccess" = 'true')`,
};
