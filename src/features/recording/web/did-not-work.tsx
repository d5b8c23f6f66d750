import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../web/components/notice.tsx';
import { useSendWords } from './send-words.ts';

/** What could not be done with a recording that the server has, where something went wrong. */
export function DidNotWork({ error }: { error: unknown }) {
  const words = useSendWords();
  if (error === null) return null;
  return (
    <Notice live tone="stop" title={<Trans>That did not work, and your recording is safe</Trans>}>
      <p>{words(error)}</p>
    </Notice>
  );
}
