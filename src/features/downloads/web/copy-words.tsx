import { useLingui } from '@lingui/react/macro';
import type { Copy } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import type { Quality } from './queries.ts';

/** What is kept, and what that means. */
export function useQualityWords(): (
  quality: Quality,
  hasPicture: boolean,
) => { name: string; hint: string } {
  const { t } = useLingui();
  return (quality, hasPicture) => {
    if (quality === 'original') {
      return {
        name: t`The recording as it came`,
        hint: t`Straight from the device. The largest file.`,
      };
    }
    if (quality === 'audio' || !hasPicture) {
      return { name: t`The voice`, hint: t`A small file, to listen to.` };
    }
    return { name: t`The video`, hint: t`In the best quality that you watch here.` };
  };
}

/** How a copy stands, in a sentence or two. */
export function useCopyWords(): (copy: Copy) => string {
  const { t } = useLingui();
  const format = useFormat();
  const problems: Record<NonNullable<Copy['problem']>, string> = {
    gone: t`The recording is no longer there.`,
    unavailable: t`There is no such file of this recording.`,
    'not-made': t`We could not make this file. The recording is safe.`,
    'gave-up': t`This took too long, so we stopped. The recording is safe.`,
  };
  return ({ of, status, problem, bytes, downloadedAt, expiresAt }) => {
    if (of === null) return t`It was taken away, or is no longer shared with you.`;
    if (status === 'preparing') return t`Getting ready. You can leave this page and come back.`;
    if (status === 'failed') return problems[problem ?? 'not-made'];
    const saved = downloadedAt === null ? '' : t`Fetched on ${format.date(downloadedAt)}.`;
    if (status === 'expired') {
      return saved || t`It was kept ready for a week. Get it ready again.`;
    }
    const until = t`Ready until ${format.date(expiresAt ?? '')}.`;
    return [saved || until, bytes === null ? '' : format.size(bytes)].filter(Boolean).join(' · ');
  };
}
