import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { inputClass } from '../../../web/components/field-parts.tsx';

/** One line to search with; leads to the page of what was found. */
export function SearchBox({ query = '' }: { query?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = (form: HTMLFormElement) => {
    const q = String(new FormData(form).get('q') ?? '').trim();
    if (q !== '') void navigate({ to: '/search', search: { q } });
  };
  return (
    <search className="w-full max-w-xl">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          search(event.currentTarget);
        }}
      >
        <label className="grid min-w-0 flex-1 basis-60 gap-2">
          <span className="font-semibold">
            <Trans>Search in all that was told</Trans>
          </span>
          <input
            type="search"
            name="q"
            // another search, another box: the field is the browser's to change meanwhile
            key={query}
            defaultValue={query}
            maxLength={1000}
            enterKeyHint="search"
            placeholder={t`bread, the war, Aunt Rosa`}
            className={inputClass}
          />
        </label>
        <Button type="submit" icon={Search}>
          <Trans>Search</Trans>
        </Button>
      </form>
    </search>
  );
}
