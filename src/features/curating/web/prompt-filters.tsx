import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { categoriesQuery, type PromptFilter } from './queries.ts';
import { useThemeWords } from './words.ts';

/** Which questions are listed. What is chosen is part of the address, so that it can be kept. */
export function PromptFilters({ filter }: { filter: PromptFilter }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const themes = useThemeWords();
  const topics = useSuspenseQuery(categoriesQuery).data.items;
  const isNarrow = Object.values(filter).some((value) => value !== undefined);
  return (
    <search>
      <Form
        // another address, other choices: the fields are the browser's to change meanwhile
        key={JSON.stringify(filter)}
        className="grid gap-5"
        onSubmit={async (values) => {
          const chosen = Object.entries(values).filter(([, value]) => value.trim() !== '');
          await navigate({ to: '/admin/questions', search: Object.fromEntries(chosen) });
        }}
      >
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          <TextField
            name="q"
            type="search"
            label={t`Words of the question`}
            defaultValue={filter.q}
            maxLength={255}
          />
          <SelectField
            name="category"
            label={t`Topic`}
            none={t`All topics`}
            defaultValue={filter.category}
            options={[
              ...topics.map(({ id, category }) => ({ value: id, label: category || '…' })),
              { value: 'none', label: t`Without a topic` },
            ]}
          />
          <SelectField
            name="theme"
            label={t`Theme`}
            none={t`All themes`}
            defaultValue={filter.theme}
            options={Object.entries(themes).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="flag"
            label={t`What they are for`}
            none={t`All of them`}
            defaultValue={filter.flag}
            options={[
              { value: 'context', label: t`Asked first in their topic` },
              { value: 'object', label: t`About a thing that is kept` },
            ]}
          />
          <SelectField
            name="state"
            label={t`Whether they are asked`}
            none={t`Asked or not`}
            defaultValue={filter.state}
            options={[
              { value: 'asked', label: t`Asked` },
              { value: 'retired', label: t`Not asked any more` },
            ]}
          />
        </div>
        <div className="flex flex-wrap gap-4">
          <Button type="submit" variant="secondary" icon={Search}>
            <Trans>Show these</Trans>
          </Button>
          {isNarrow && (
            <LinkButton to="/admin/questions" variant="quiet">
              <Trans>Show all</Trans>
            </LinkButton>
          )}
        </div>
      </Form>
    </search>
  );
}
