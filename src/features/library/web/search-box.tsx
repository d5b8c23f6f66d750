import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ComponentPropsWithRef, useId } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { inputClass } from '../../../web/components/field-parts.tsx';

interface SearchFieldProps extends ComponentPropsWithRef<'input'> {
  /** What it searches in. */
  label: string;
  onSearch: (q: string) => void;
}

/** One line to search with, and its button. */
export function SearchField({ label, onSearch, ...input }: SearchFieldProps) {
  const { t } = useLingui();
  const own = useId();
  const { id = own } = input;
  return (
    <search className="block w-full max-w-xl">
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
          if (q !== '') onSearch(q);
        }}
      >
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            type="search"
            name="q"
            maxLength={1000}
            enterKeyHint="search"
            autoComplete="off"
            aria-keyshortcuts="/"
            placeholder={t`bread, the war, Aunt Rosa`}
            {...input}
            id={id}
            className={`${inputClass} min-w-0 flex-1 basis-60`}
          />
          <Button type="submit" icon={Search}>
            <Trans>Search</Trans>
          </Button>
        </div>
      </form>
    </search>
  );
}

/** On other pages: leads to the page of what was found, of everybody or of one storyteller. */
export function SearchBox({ label, sharer }: { label?: string; sharer?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <SearchField
      label={label ?? t`Search in all that was told`}
      onSearch={(q) => void navigate({ to: '/search', search: { q, sharer } })}
    />
  );
}
