import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../web/components/button.tsx';
import { Notice } from '../../../../web/components/notice.tsx';

/** A new key, to be copied now: nobody can show it again. */
export function ShownOnce({ name, secret }: { name: string; secret: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className="mb-8">
      <Notice tone="good" title={t`Here is the key for ${name}.`} live>
        <p>
          <Trans>Copy it now. We cannot show it again.</Trans>
        </p>
        <p>
          <code className="break-all">{secret}</code>
        </p>
        <div>
          <Button variant="secondary" icon={copied ? Check : Copy} onPress={copy}>
            {copied ? <Trans>Copied</Trans> : <Trans>Copy the key</Trans>}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
