import { useLingui } from '@lingui/react/macro';
import type { BackgroundJob } from '../../../web/contract.ts';

/** What a job does; those that have no words go by their name. */
export function useTaskWords(): (task: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    'account.sweep': t`Closing accounts whose time has come`,
    'attachments.process': t`Looking into a photo or paper`,
    'attachments.remove': t`Clearing away photos and papers that are gone`,
    'mail.send': t`Sending an e-mail`,
    'mux.captions': t`Fetching captions from Mux`,
    'mux.delete': t`Clearing away a recording at Mux`,
    'mux.send': t`Sending a recording to Mux`,
    'mux.sweep': t`Comparing recordings with Mux`,
    'recording.finish': t`Taking in recordings that have arrived`,
    'recording.remove': t`Clearing away recordings that are gone`,
    'recording.sweep': t`Clearing away recordings that never came`,
    'subscriptions.catalogue': t`Fetching what can be bought`,
    'subscriptions.sweep': t`Comparing all subscriptions`,
    'subscriptions.sync': t`Fetching a subscription`,
    'summaries.make': t`Summing up a story`,
    'transcripts.make': t`Writing down what was said`,
    'videos.first': t`Making a recording watchable`,
    'videos.ladder': t`Making more qualities of a recording`,
    'videos.process': t`Taking up a recording`,
  };
  return (task) => words[task] ?? task;
}

export function useStateWords(): Record<BackgroundJob['state'], string> {
  const { t } = useLingui();
  return {
    failed: t`given up`,
    retrying: t`failed, and tried again`,
    running: t`under way`,
    waiting: t`waits its turn`,
    later: t`due later`,
  };
}
