import { useLingui } from '@lingui/react/macro';

/** What a table holds; one without words goes by its name. */
export function useThingWords(): (thing: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    Prompt: t`A question`,
    PromptCategory: t`A topic`,
    ObjectCategory: t`A kind of things`,
    Profile: t`A person`,
    ProfileRole: t`The role of a person`,
    PromptResponse: t`A story`,
    Video: t`A recording`,
  };
  return (thing) => words[thing] ?? thing;
}

/** What an admin did beside changing rows; what has no words goes by its name. */
export function useActWords(): (act: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    'person.suspend': t`Kept a person out`,
    'person.restore': t`Let a person in again`,
    'person.password': t`Helped with a new password`,
    'job.retry': t`Had work tried again`,
    'job.give-up': t`Gave up work`,
    'mail.again': t`Sent an e-mail again`,
    'webhook.again': t`Took a message of a service again`,
    'subscription.fetch': t`Fetched a subscription again`,
    'subscription.fetch-all': t`Fetched all subscriptions again`,
    'setting.keep': t`Entered a setting`,
    'setting.forget': t`Took a setting away`,
    'integration.test': t`Tested a service`,
  };
  return (act) => words[act] ?? act;
}
