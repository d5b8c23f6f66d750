/**
 * What clients hold on tables and views, in full. A privilege on the whole table stands alone, one
 * on single columns names them: `select delete insert(id role)`. A table that is not named here is
 * closed to everybody but service_role and telloom_admin.
 */
export type Grants = Record<string, string>;

/** What is open to the internet. */
export const anonGrants: Grants = {
  'public.Prompt': 'select',
  'public.PromptCategory': 'select',
};

/** What somebody who is signed in may ask for at all; the policies say of which rows. */
export const authenticatedGrants: Grants = {
  'api.attachment': 'select',
  'api.download': 'select',
  'api.follow_request': 'select',
  'api.invitation': 'select',
  'api.listener': 'select',
  'api.looked_after': 'select',
  'api.me': 'select',
  'api.my_details': 'select update',
  'api.notification': 'select',
  'api.notification_switch': 'select',
  'api.object': 'select',
  'api.people': 'select',
  'api.person_tag': 'select',
  'api.question': 'select',
  'api.story': 'select',
  'api.topic': 'select',
  'public.AccountDeletion': 'delete insert(profileId) select',
  'api.transcript': 'select',
  'api.transcript_suggestion': 'select',
  'api.transcript_version': 'select',
  'api.topic_video': 'select',
  'public.ContactPreference':
    'insert(language profileId timeZone) select update(language timeZone)',
  'public.EarlierTelling': 'select',
  'public.Entitlement': 'select',
  'public.FollowLink': 'delete insert(sharerId) select',
  'public.FollowRequest': 'delete insert(id requestorId sharerId status) select update(status)',
  'public.Invitation':
    'delete select(acceptedAt createdAt id inviteeEmail inviterId role sharerId status updatedAt) update(status)',
  'public.Notification': 'select update(readAt)',
  'public.NotificationSwitch': 'insert select update(isOn)',
  'public.Object':
    'delete insert(categoryId id objectDescription objectName promptResponseId userId) select update(categoryId objectDescription objectName promptResponseId)',
  'public.ObjectCategory': 'select',
  'public.Offering': 'select',
  'public.Package': 'select',
  'public.PersonTag':
    'delete insert(id name profileSharerId relation) select update(name relation)',
  'public.Product': 'select',
  'public.Profile':
    'delete select(addressCity addressState addressStreet addressUnit addressZipcode airtableRecordId avatarUrl createdAt email executorEmail executorFirstName executorLastName executorPhone executorRelation firstName fullName id isAdmin lastName phone revenuecatAppUserId status updatedAt username) update(addressCity addressState addressStreet addressUnit addressZipcode avatarUrl executorEmail executorFirstName executorLastName executorPhone executorRelation firstName fullName lastName phone username)',
  'public.ProfileExecutor': 'delete select',
  'public.ProfileListener': 'delete select update(hasAccess lastViewed notifications)',
  'public.ProfileRole': 'delete insert(id profileId role) select',
  'public.ProfileSharer': 'delete insert(id profileId) select',
  'public.Prompt': 'select',
  'public.PromptCategory': 'select',
  'public.PromptResponse':
    'delete insert(id privacyLevel profileSharerId promptId responseNotes summary videoId) select update(privacyLevel promptId responseNotes summary videoId)',
  'public.PromptResponseAttachment':
    'delete insert(dateCaptured description estimatedYear fileName fileSize fileType fileUrl id profileSharerId promptResponseId title yearCaptured) select update(dateCaptured description estimatedYear fileName fileSize fileType fileUrl objectId title yearCaptured)',
  'public.PromptResponseAttachmentPersonTag':
    'delete insert(id personTagId promptResponseAttachmentId) select update(personTagId)',
  'public.PromptResponseFavorite':
    'delete insert(favoritedAt id profileId promptResponseId) select',
  'public.PromptResponseRecentlyWatched':
    'delete insert(id position profileId promptResponseId watchedAt) select update(position watchedAt)',
  'public.Purchase': 'select',
  'public.PushSubscription': 'delete select',
  'public.ResponsePermission':
    'delete insert(id permissionLevel responseId userId) select update(permissionLevel)',
  'public.SharerLogEntry': 'select',
  'public.Subscription': 'select',
  'public.SubscriptionEntitlement': 'select',
  'public.TopicFavorite': 'delete insert(id profileId promptCategoryId) select',
  'public.TopicQueueItem': 'delete insert(id profileId promptCategoryId) select',
  'public.TopicVideo':
    'delete insert(dateRecorded description id languageCode metadata profileSharerId promptCategoryId summary title url videoId) select update(dateRecorded description languageCode metadata promptCategoryId summary title url videoId)',
  'public.TopicVideoDownload': 'delete insert(id muxAssetId profileId quality) select',
  'public.TopicVideoTranscript':
    'delete insert(cues editSession id isChecked language name source topicVideoId transcript type) select update(cues editSession isChecked language name source transcript type)',
  'public.TranscriptSuggestion':
    'delete insert(id start suggested topicVideoTranscriptId videoTranscriptId was) select update(status)',
  'public.TranscriptVersion': 'select',
  'public.TrimmedVideo': 'select',
  'public.Video':
    'delete insert(dateRecorded id languageCode profileSharerId promptId) select update(dateRecorded languageCode promptId)',
  'public.VideoDownload': 'delete insert(id muxAssetId profileId quality) select',
  'public.VideoTranscript':
    'delete insert(cues editSession id isChecked language name source transcript type videoId) select update(cues editSession isChecked language name source transcript type)',
  'public.WatchingPreference':
    'insert(captions keepsHistory playsOn profileId) select update(captions keepsHistory playsOn)',
  'public._ListenerPromptViews': 'insert(A B) select',
  'public._ListenerVideoViews': 'insert(A B) select',
  'public._PromptResponseToThematicVideo': 'delete insert(A B) select',
};

/** Of the log, every column: nobody writes it by hand. */
const logged =
  'about actedAs action actorId actorName became changed createdAt editSession id name profileSharerId thing thingId';

/**
 * service_role and telloom_admin hold select, insert, update and delete on each table of public,
 * but for these: isAdmin follows the role, and secrets are not for looking at.
 */
export const withheldColumns: Record<string, Record<string, string>> = {
  service_role: {
    'public.Profile': 'insert(isAdmin) update(isAdmin)',
    'public.SharerLogEntry': `insert(${logged}) update(${logged})`,
  },
  telloom_admin: {
    'public.Profile':
      'insert(isAdmin passwordHash) select(passwordHash) update(isAdmin passwordHash)',
    'public.Invitation': 'select(token)',
    'public.SharerLogEntry': `insert(${logged}) update(${logged})`,
  },
};
