import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { HearingDatabase, ServiceDatabase, UserDatabase } from '../../db/session.ts';
import type { GivenSettings } from '../config/entered.ts';
import type { Config } from '../config.ts';
import type { Auth } from '../features/account/auth.ts';
import type { Uploads } from '../features/recording/uploads.ts';
import type { Tools } from '../features/videos/local-host/tools.ts';

/** What features are made from. Nothing else reaches them. */
export interface Deps {
  config: Config;
  /** Where the settings came from, for admins who enter others. */
  given: GivenSettings;
  /** Signs session cookies and media addresses. */
  secret: string;
  db: UserDatabase & HearingDatabase;
  /** For webhooks, uploads, noting that a file was sent, and the feed of changes: past every policy. */
  service: ServiceDatabase;
  auth: Auth;
  uploads: Uploads;
  /** null: no ffmpeg here; recordings play as they came. */
  tools: Tools | null;
  /** What writes transcripts here, or null. */
  transcriber: string | null;
}

/** A feature's routes, registered under /api/v1. */
export type Feature = (deps: Deps) => FastifyPluginAsyncTypebox;
