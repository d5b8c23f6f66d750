import { Trans } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from './button.tsx';

/** A link that is handed over: to copy with one press, and to read. */
export function CopyLink({ link }: { link: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<'shown' | 'copied' | 'marked'>('shown');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
    } catch {
      // not every browser lets a page copy: the link is marked, for the person to copy it
      if (words.current) window.getSelection()?.selectAllChildren(words.current);
      setState('marked');
    }
  };
  return (
    <>
      <p ref={words} className="select-all rounded-lg bg-card px-3 py-2 text-small break-all">
        {link}
      </p>
      <div>
        <Button variant="secondary" icon={state === 'copied' ? Check : Copy} onPress={copy}>
          {state === 'copied' ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
        </Button>
      </div>
      <p role="status" className="empty:hidden">
        {state === 'marked' && (
          <Trans>This browser does not copy by itself. The link is marked: copy it yourself.</Trans>
        )}
      </p>
    </>
  );
}
