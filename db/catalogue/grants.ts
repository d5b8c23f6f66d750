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
  'api.invitation': 'select',
  'api.listener': 'select',
  'api.me': 'select',
  'api.people': 'select',
  'api.question': 'select',
  'api.story': 'select',
  'api.topic': 'select',
  'public.Invitation':
    'delete select(acceptedAt createdAt id inviteeEmail inviterId role sharerId status updatedAt) update(status)',
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
  'public.PromptResponseRecentlyWatched':
    'delete insert(id profileId promptResponseId watchedAt) select update(watchedAt)',
  'public.Video':
    'delete insert(dateRecorded id languageCode profileSharerId promptId) select update(dateRecorded languageCode promptId)',
  'public.VideoTranscript':
    'delete insert(cues id language name source transcript type videoId) select update(cues language name source transcript type)',
};

/**
 * service_role and telloom_admin hold select, insert, update and delete on each table of public,
 * but for these: isAdmin follows the role, and secrets are not for looking at.
 */
export const withheldColumns: Record<string, Record<string, string>> = {
  service_role: { 'public.Profile': 'insert(isAdmin) update(isAdmin)' },
  telloom_admin: {
    'public.Profile':
      'insert(isAdmin passwordHash) select(passwordHash) update(isAdmin passwordHash)',
    'public.Invitation': 'select(token)',
  },
};
