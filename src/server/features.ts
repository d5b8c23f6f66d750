import { accountRoutes } from '../features/account/routes.ts';
import { healthRoutes } from '../features/admin/health.ts';
import { integrationsRoutes } from '../features/admin/integrations/routes.ts';
import { jobsRoutes } from '../features/admin/jobs.ts';
import { logRoutes } from '../features/admin/log.ts';
import { peopleRoutesForAdmins } from '../features/admin/people.ts';
import { peopleActsRoutes } from '../features/admin/people-acts.ts';
import { adminRoutes } from '../features/admin/routes.ts';
import { storageRoutes } from '../features/admin/storage.ts';
import { webhooksRoutes } from '../features/admin/webhooks.ts';
import { avatarRoutes } from '../features/attachments/avatar.ts';
import { objectsRoutes } from '../features/attachments/objects.ts';
import { personTagRoutes } from '../features/attachments/person-tags.ts';
import { attachmentsRoutes } from '../features/attachments/routes.ts';
import { connectionsRoutes } from '../features/connections/routes.ts';
import { curatedCategoriesRoutes } from '../features/curating/categories.ts';
import { sheetRoutes } from '../features/curating/csv/routes.ts';
import { curatedObjectCategoriesRoutes } from '../features/curating/object-categories.ts';
import { curatedPromptsRoutes } from '../features/curating/prompts.ts';
import { downloadsRoutes } from '../features/downloads/routes.ts';
import { executorsRoutes } from '../features/executors/routes.ts';
import { libraryRoutes } from '../features/library/routes.ts';
import { notificationListRoutes } from '../features/notifications/list.ts';
import { pushRoutes } from '../features/notifications/push/routes.ts';
import { mailRoutes } from '../features/notifications/routes.ts';
import { notificationSettingsRoutes } from '../features/notifications/settings.ts';
import { unsubscribeRoutes } from '../features/notifications/unsubscribe.ts';
import { peopleRoutes } from '../features/people/routes.ts';
import { promptsRoutes } from '../features/prompts/routes.ts';
import { receiptRoutes } from '../features/recording/receipts.ts';
import { recordingRoutes } from '../features/recording/routes.ts';
import { uploadRoutes } from '../features/recording/upload-routes.ts';
import { audienceRoutes } from '../features/responses/audience.ts';
import {
  responsesRoutes,
  storyTellingsRoutes,
  storyTrimsRoutes,
} from '../features/responses/routes.ts';
import { subscriptionsRoutes } from '../features/subscriptions/routes.ts';
import { subscribersRoutes } from '../features/subscriptions/subscribers.ts';
import { topicsRoutes } from '../features/topics/routes.ts';
import {
  topicTellingsRoutes,
  topicTrimsRoutes,
  topicVideosRoutes,
} from '../features/topics/topic-videos.ts';
import { transcriptsRoutes } from '../features/transcripts/routes.ts';
import { muxWebhook } from '../features/videos/mux/webhook.ts';
import { videosRoutes } from '../features/videos/routes.ts';
import type { Feature } from './deps.ts';

/** Every feature that answers requests, in the order of the reference. */
export const features: Feature[] = [
  accountRoutes,
  peopleRoutes,
  topicsRoutes,
  topicVideosRoutes,
  topicTellingsRoutes,
  topicTrimsRoutes,
  promptsRoutes,
  recordingRoutes,
  receiptRoutes,
  uploadRoutes,
  videosRoutes,
  muxWebhook,
  transcriptsRoutes,
  responsesRoutes,
  storyTrimsRoutes,
  storyTellingsRoutes,
  audienceRoutes,
  attachmentsRoutes,
  personTagRoutes,
  objectsRoutes,
  avatarRoutes,
  libraryRoutes,
  downloadsRoutes,
  connectionsRoutes,
  executorsRoutes,
  subscriptionsRoutes,
  subscribersRoutes,
  notificationListRoutes,
  notificationSettingsRoutes,
  unsubscribeRoutes,
  pushRoutes,
  mailRoutes,
  curatedPromptsRoutes,
  curatedCategoriesRoutes,
  curatedObjectCategoriesRoutes,
  sheetRoutes,
  adminRoutes,
  peopleRoutesForAdmins,
  peopleActsRoutes,
  healthRoutes,
  storageRoutes,
  jobsRoutes,
  webhooksRoutes,
  integrationsRoutes,
  logRoutes,
];
