import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { PagedRows } from '../../../web/components/paged-rows.tsx';
import { Row } from '../../../web/components/rows.tsx';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { KnownPerson } from '../../../web/contract.ts';
import { AdminPage } from './admin-page.tsx';
import { useRoleNames } from './person-words.ts';
import { type PeopleFilter, peopleQuery } from './queries.ts';

/** `/admin/people`: everybody who has an account. */
export function PeoplePage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/app/own/admin/people' });
  const list = useSuspenseInfiniteQuery(peopleQuery(filter));
  return (
    <AdminPage title={t`People`}>
      <Filter filter={filter} />
      <div className="mt-8">
        <PagedRows
          list={list}
          empty={
            <EmptyState title={t`Nobody is like this`}>
              <p>
                <Trans>Try a part of the name, or of the e-mail address.</Trans>
              </p>
            </EmptyState>
          }
        >
          {(person) => <Person key={person.id} person={person} />}
        </PagedRows>
      </div>
    </AdminPage>
  );
}

function Filter({ filter }: { filter: PeopleFilter }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const roles = useRoleNames();
  return (
    <search>
      <Form
        // another address, other choices: the fields are the browser's to change meanwhile
        key={JSON.stringify(filter)}
        className="grid gap-5"
        onSubmit={async (values) => {
          const chosen = Object.entries(values).filter(([, value]) => value.trim() !== '');
          await navigate({ to: '/admin/people', search: Object.fromEntries(chosen) });
        }}
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="q"
            type="search"
            label={t`Name or e-mail address`}
            defaultValue={filter.q}
            maxLength={255}
          />
          <SelectField
            name="role"
            label={t`What they do here`}
            none={t`All of them`}
            defaultValue={filter.role}
            options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <div className="flex flex-wrap gap-4">
          <Button type="submit" variant="secondary" icon={Search}>
            <Trans>Show these</Trans>
          </Button>
          {(filter.q || filter.role) && (
            <LinkButton to="/admin/people" variant="quiet">
              <Trans>Show all</Trans>
            </LinkButton>
          )}
        </div>
      </Form>
    </search>
  );
}

function Person({ person }: { person: KnownPerson }) {
  const { t } = useLingui();
  const names = useRoleNames();
  const about = [person.email, ...person.roles.map((role) => names[role])].filter(Boolean);
  return (
    <Row
      picture={<Avatar name={person.fullName} url={person.avatarUrl} />}
      title={
        <Link to="/admin/people/$personId" params={{ personId: person.id }} className="prose-link">
          {person.fullName || person.email || t`Somebody without a name`}
        </Link>
      }
      about={
        <>
          {about.join(' · ')}
          {person.signIn?.isSuspended && (
            <span className="block font-semibold text-careful">
              <Trans>may not sign in</Trans>
            </span>
          )}
        </>
      }
    />
  );
}
