import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { buttonClass } from '../../../web/components/button-style.ts';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { Section } from '../../../web/components/section.tsx';
import { PutIn } from './put-in.tsx';
import type { SheetOf } from './queries.ts';

/** `/admin/sheets`: questions, topics and kinds of things to a spreadsheet, and back. */
export function SheetsPage() {
  const { t } = useLingui();
  const { of = 'prompts' } = useSearch({ from: '/app/own/admin/sheets' });
  const navigate = useNavigate();
  return (
    <Page
      title={t`To and from a spreadsheet`}
      back={
        <BackLink to="/admin/questions">
          <Trans>Questions</Trans>
        </BackLink>
      }
    >
      <RadioCards
        name="of"
        label={t`What is it about?`}
        value={of}
        onChange={(value) =>
          void navigate({
            to: '/admin/sheets',
            // the cards are these
            search: { of: value as SheetOf },
            replace: true,
          })
        }
        cards={[
          { value: 'prompts', label: t`Questions` },
          { value: 'prompt-categories', label: t`Topics` },
          { value: 'object-categories', label: t`Kinds of things` },
        ]}
      />
      <Section title={t`Take them along`}>
        <p className="mb-4 text-ink-soft">
          <Trans>
            A CSV file, which every spreadsheet opens. Change it there, and put it in below.
          </Trans>
        </p>
        <a href={`/api/v1/admin/${of}.csv`} download className={buttonClass('secondary')}>
          <Download aria-hidden="true" className="size-[1.2em] shrink-0" />
          <Trans>Save the file</Trans>
        </a>
      </Section>
      <Section title={t`Put a file in`}>
        <Columns of={of} />
        <PutIn key={of} of={of} />
      </Section>
    </Page>
  );
}

/** What the columns mean. Their names are the same in every language. */
function Columns({ of }: { of: SheetOf }) {
  return (
    <div className="mb-6 grid gap-3 text-ink-soft">
      <p>
        <Trans>
          A line with an id is that one. Without an id it is the one with the same words, or a new
          one. A line that is missing takes nothing away.
        </Trans>
      </p>
      <p>
        <Trans>Columns:</Trans> <code className="break-words">{columns[of].join(', ')}</code>
      </p>
      {of === 'prompts' && (
        <p>
          <Trans>
            In “category” write the name of the topic. In “context” (asked first), “object” (about a
            thing) and “retired” (not asked any more) write yes or no.
          </Trans>
        </p>
      )}
    </div>
  );
}

const columns: Record<SheetOf, string[]> = {
  prompts: ['id', 'question', 'category', 'type', 'context', 'object', 'position', 'retired'],
  'prompt-categories': ['id', 'category', 'description', 'theme', 'position'],
  'object-categories': ['id', 'category', 'description'],
};
