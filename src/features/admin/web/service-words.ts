import { useLingui } from '@lingui/react/macro';
import type { Integration, IntegrationAnswer } from '../../../web/contract.ts';

/** What each service is called, and what it is for. */
export function useServiceWords(): Record<Integration['name'], { title: string; about: string }> {
  const { t } = useLingui();
  return {
    mail: { title: t`Mail server`, about: t`Sends codes, invitations and news.` },
    mux: { title: 'Mux', about: t`Keeps recordings and plays them, in place of this machine.` },
    revenuecat: { title: 'RevenueCat', about: t`Says who has paid for recording.` },
    speech: { title: t`Transcripts`, about: t`Writes down what was said.` },
    summary: { title: t`Summaries`, about: t`Sums up a story in a few sentences.` },
  };
}

/** What came of asking a service. */
export function useOutcomeWords(): Record<IntegrationAnswer['outcome'], string> {
  const { t } = useLingui();
  return {
    well: t`It answers, and all is well.`,
    refused: t`It answers, but does not take our keys. Enter them again.`,
    unreachable: t`It cannot be reached. Check the address, and whether it runs.`,
    unclear: t`It answers with something else than we asked for.`,
  };
}
