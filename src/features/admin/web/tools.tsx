import { Trans, useLingui } from '@lingui/react/macro';
import { Notice } from '../../../web/components/notice.tsx';
import type { Overview } from '../../../web/contract.ts';

/** The programs that Telloom works with, and what is missing without them. */
export function Tools({ tools }: { tools: Overview['tools'] }) {
  const { t } = useLingui();
  return (
    <div className="grid gap-4">
      {tools.ffmpeg ? (
        <Notice tone="good" title={t`ffmpeg makes recordings ready`}>
          <p className="break-all text-ink-soft">{tools.ffmpeg}</p>
        </Notice>
      ) : (
        <Notice tone="careful" title={t`ffmpeg is missing`}>
          <Trans>
            Recordings are kept and play as they came, but slow connections will struggle. Install
            ffmpeg and start Telloom again.
          </Trans>
        </Notice>
      )}
      {tools.transcripts ? (
        <Notice tone="good" title={t`Transcripts are written by themselves`}>
          <p className="break-all text-ink-soft">{tools.transcripts}</p>
        </Notice>
      ) : (
        <Notice title={t`Transcripts are written by hand`}>
          <Trans>No speech engine was found.</Trans>
        </Notice>
      )}
      {tools.mail === 'smtp' ? (
        <Notice tone="good" title={t`E-mails are sent by your mail server`} />
      ) : (
        <Notice tone="careful" title={t`E-mails stay here`}>
          <Trans>
            No mail server is set. Codes and invitations wait in the list of e-mails, and you pass
            them on.
          </Trans>
        </Notice>
      )}
    </div>
  );
}
