import { id, moment, type SourceDatabase } from './testing-source.ts';

const later = '2023-01-01 00:00:00';
/** A token that may be raw or a hash. */
export const hex = 'ab'.repeat(32);

/** What real databases hold beside a family: repeats, rows without parents, odd spellings. */
export async function addOddities(source: SourceDatabase): Promise<void> {
  await addPeople(source);
  await addTies(source);
  await addStories(source);
  await addInvitations(source);
}

async function addPeople({ add }: SourceDatabase): Promise<void> {
  await add('Profile', { id: id(5), username: 'eve', isAdmin: true });
  await add('Profile', { id: id(6), username: 'eve', email: 'Gone@Example.org' });
  await add('auth.users', { id: id(6), email: 'Gone@Example.org' });
  await add('auth.users', { id: id(7), email: 'new@example.org' });
  await add('ProfileRole', { id: id(101), profileId: id(2), role: 'LISTENER' });
  await add('ProfileRole', { id: id(102), profileId: id(999), role: 'ADMIN' });
  await add('ProfileSharer', { id: id(15), profileId: id(1), createdAt: later });
}

async function addTies({ add }: SourceDatabase): Promise<void> {
  await add('ProfileListener', {
    id: id(110),
    listenerId: id(2),
    sharerId: id(15),
    hasAccess: false,
    createdAt: later,
  });
  await add('ProfileListener', {
    id: id(111),
    listenerId: id(5),
    sharerId: id(11),
    hasAccess: null,
  });
  await add('ProfileListener', { id: id(112), listenerId: id(5), sharerId: id(999) });
  await add('ProfileExecutor', {
    id: id(113),
    sharerId: id(11),
    executorId: id(5),
    createdAt: later,
  });
}

async function addStories({ add }: SourceDatabase): Promise<void> {
  for (const [n, level] of [' public ', 'PRIVATE', 'Friends', null, 'custom'].entries()) {
    await add('PromptResponse', {
      id: id(120 + n),
      profileSharerId: id(11),
      privacyLevel: level,
      promptId: id(999),
    });
  }
  await add('PromptResponse', {
    id: id(125),
    profileSharerId: id(14),
    videoId: id(50),
    privacyLevel: 'Public',
  });
  await add('PromptResponse', { id: id(126), profileSharerId: id(15), privacyLevel: 'Public' });
  await add('PromptResponse', { id: id(127), profileSharerId: id(999) });
  await add('PromptResponse', {
    id: id(60),
    profileSharerId: id(11),
    privacyLevel: 'Private',
    videoId: id(50),
  });
  await add('VideoTranscript', {
    id: id(130),
    videoId: id(50),
    transcript: ' ',
    updatedAt: '2024-01-01',
  });
  await add('VideoTranscript', {
    id: id(131),
    videoId: id(50),
    transcript: 'Newest words',
    updatedAt: later,
  });
  await add('Video', {
    id: id(132),
    profileSharerId: id(11),
    status: 'ready',
    muxAssetId: 'asset',
    createdAt: later,
  });
  await add('Video', { id: id(133) });
  await add('PromptResponse', { id: id(128), profileSharerId: id(14), videoId: id(133) });
  await add('PromptResponseAttachment', { id: id(177), promptResponseId: id(128) });
  await add('TopicVideo', {
    id: id(140),
    profileSharerId: id(11),
    promptCategoryId: id(40),
    status: 'READY',
    createdAt: moment,
  });
  await add('TopicVideo', {
    id: id(141),
    profileSharerId: id(11),
    promptCategoryId: id(40),
    status: 'ERRORED',
    createdAt: later,
  });
  await add('_PromptResponseToThematicVideo', { A: id(60), B: id(141) });
  await add('_PromptResponseToThematicVideo', { A: id(60), B: id(140) });
  await add('_PromptResponseToThematicVideo', { A: id(64), B: id(140) });
  await add('_ListenerPromptViews', { A: id(110), B: id(60) });
  await add('_ListenerPromptViews', { A: id(31), B: id(64) });
  await add('ResponsePermission', {
    id: id(150),
    userId: id(2),
    responseId: id(60),
    permissionLevel: 'write',
  });
  await add('ResponsePermission', {
    id: id(151),
    userId: id(2),
    responseId: id(60),
    permissionLevel: 'Read',
  });
  await add('ResponsePermission', {
    id: id(152),
    userId: id(2),
    responseId: id(64),
    permissionLevel: 'read',
  });
  await add('PromptResponseFavorite', {
    id: id(160),
    profileId: id(2),
    promptResponseId: id(60),
    favoritedAt: later,
  });
  await add('PromptResponseFavorite', {
    id: id(161),
    profileId: id(2),
    promptResponseId: id(60),
    favoritedAt: moment,
  });
  await add('PromptResponseAttachment', {
    id: id(170),
    promptResponseId: id(60),
    profileSharerId: id(14),
  });
  await add('PromptResponseAttachment', {
    id: id(171),
    promptResponseId: id(60),
    profileSharerId: id(15),
    fileSize: '9999999999',
  });
  await add('PersonTag', { id: id(172), profileSharerId: id(14), relation: 'mother-in-law' });
  await add('PersonTag', { id: id(173), profileSharerId: id(11), relation: 'Blacksmith' });
  await add('PromptResponseAttachmentPersonTag', {
    id: id(174),
    promptResponseAttachmentId: id(171),
    personTagId: id(172),
  });
  await add('Object', { id: id(175), userId: id(4), promptResponseId: id(60) });
  await add('Prompt', { id: id(176), promptText: 'x'.repeat(256) });
}

async function addInvitations({ add }: SourceDatabase): Promise<void> {
  const invite = {
    sharerId: id(11),
    inviteeEmail: 'kim@example.org',
    role: 'LISTENER',
    status: 'PENDING',
  };
  await add('Invitation', { id: id(180), ...invite, token: 'plain tökén' });
  await add('Invitation', { id: id(181), ...invite, token: hex });
  await add('Invitation', { id: id(182), ...invite, token: '' });
  await add('Invitation', { id: id(183), ...invite, role: 'ADMIN', token: 'a' });
  await add('Invitation', { id: id(184), ...invite, status: 'Accepted?', token: 'b' });
  await add('FollowRequest', {
    id: id(185),
    sharerId: id(11),
    requestorId: id(5),
    status: 'approved',
  });
}
