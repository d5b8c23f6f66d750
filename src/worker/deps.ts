import type { CronItem, TaskList } from 'graphile-worker';
import type { ServiceDatabase } from '../../db/session.ts';
import type { Config } from '../config.ts';
import type { Uploads } from '../features/recording/uploads.ts';
import type { TranscriptEngine } from '../features/transcripts/engine/engine.ts';
import type { Tools } from '../features/videos/local-host/tools.ts';

/** What jobs are made from. */
export interface WorkerDeps {
  config: Config;
  /** Signs what leads back here out of a mail. */
  secret: string;
  service: ServiceDatabase;
  uploads: Uploads;
  tools: Tools | null;
  engine: TranscriptEngine | null;
}

/** A feature's jobs. Their payload is an id, and running one twice does no harm. */
export interface JobList {
  tasks: TaskList;
  /** Flags of jobs that have to wait, since enough of their kind are under way here. */
  busy?: () => string[];
  /** Run once at each start. */
  atStart?: string[];
  /** Run again and again, by the clock. */
  cron?: CronItem[];
}
export type Jobs = (deps: WorkerDeps) => JobList;
