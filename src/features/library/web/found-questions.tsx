import { Trans } from '@lingui/react/macro';
import { Mic } from 'lucide-react';
import { LinkButton } from '../../../web/components/links.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { Found } from '../../../web/contract.ts';
import { Marked } from './marked.tsx';

/** Questions that are not told yet, each a tap away from being told. */
export function FoundQuestions({ items }: { items: Found['questions']['items'] }) {
  return (
    <Rows>
      {items.map(({ id, text, topic }) => (
        <Row
          key={id}
          title={<Marked parts={text} />}
          about={topic && <Marked parts={topic} />}
          action={
            <LinkButton
              variant="secondary"
              icon={Mic}
              to="/record/$promptId"
              params={{ promptId: id }}
            >
              <Trans>Tell this one</Trans>
              <span className="sr-only">: {text.map((part) => part.text).join('')}</span>
            </LinkButton>
          }
        />
      ))}
    </Rows>
  );
}
