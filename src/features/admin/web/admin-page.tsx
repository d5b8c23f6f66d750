import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';

/** One of the pages behind the overview, with the way back to it. */
export function AdminPage(props: { title: string; children: ReactNode }) {
  return (
    <Page
      title={props.title}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      {props.children}
    </Page>
  );
}
