import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { newId } from '../../recording/web/send.ts';
import { ObjectFields, objectWords } from './object-fields.tsx';
import { useAddObject } from './queries.ts';

/** `/objects/new`: a thing that the family keeps. Its photos are added on its own page. */
export function NewObjectPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [key] = useState(newId);
  const add = useAddObject(key);
  return (
    <Page
      storyteller
      title={t`Add a thing`}
      back={
        <BackLink to="/objects">
          <Trans>Things we keep</Trans>
        </BackLink>
      }
    >
      <Form
        required={{ name: t`Say what it is.` }}
        onSubmit={async (values) => {
          const { id } = await add.mutateAsync(objectWords(values));
          await navigate({ to: '/objects/$objectId', params: { objectId: id }, replace: true });
        }}
      >
        <ObjectFields />
        <div>
          <Button type="submit" pendingLabel={t`Saving…`}>
            <Trans>Save, and add photos</Trans>
          </Button>
        </div>
      </Form>
    </Page>
  );
}
