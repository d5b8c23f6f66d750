import { useLingui } from '@lingui/react/macro';
import { ApiError } from './api.ts';
import { useWhose } from './whose-context.ts';

/** What a failed request means, in a sentence or two for the person in front of it. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useLingui();
  const whose = useWhose();
  return (error) => {
    if (!(error instanceof ApiError)) return t`Something went wrong on this page.`;
    if (error.status === 0) return t`Telloom cannot be reached. Check your internet connection.`;
    if (error.is('invited-enough')) return t`You sent many invitations today. Send more tomorrow.`;
    if (error.is('invited-them-enough')) {
      return t`We wrote to them a few times today. Send the next one tomorrow.`;
    }
    if (error.is('asked-enough'))
      return t`You asked a lot of people today. Ask the next one tomorrow.`;
    if (error.is('too-many')) return t`Too many tries. Wait a minute.`;
    if (error.status === 429) return t`That was tried too often. Wait a few minutes.`;
    if (error.status === 404) return t`We cannot find this page.`;
    if (error.is('subscription-ended')) {
      return whose({
        own: t`New recordings wait for your subscription. What you have told stays yours.`,
        theirs: t`New recordings wait for the subscription. What was told stays.`,
      });
    }
    if (error.is('SUSPENDED')) {
      return t`Your account is closed for now. Ask the person who runs your Telloom.`;
    }
    if (error.status >= 500) return t`Something went wrong on our side. Try again in a moment.`;
    return error.title;
  };
}
