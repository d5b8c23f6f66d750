import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { newId } from '../../recording/web/send.ts';
import { PromptFields, promptWords } from './prompt-fields.tsx';
import { useAddPrompt } from './queries.ts';

/** `/admin/questions/new`: one more question. */
export function NewPromptPage() {
  const { t } = useLingui();
  const { topic } = useSearch({ from: '/app/own/admin/questions/new' });
  const navigate = useNavigate();
  const [key] = useState(newId);
  const add = useAddPrompt(key);
  return (
    <Page
      title={t`Add a question`}
      back={
        <BackLink to="/admin/questions" search={{ category: topic }}>
          <Trans>Questions</Trans>
        </BackLink>
      }
    >
      <Form
        required={{ text: t`Write the question.` }}
        onSubmit={async (values) => {
          const { id } = await add.mutateAsync(promptWords(values));
          await navigate({
            to: '/admin/questions/$promptId',
            params: { promptId: id },
            replace: true,
          });
        }}
      >
        <PromptFields topic={topic} />
        <div>
          <Button type="submit" pendingLabel={t`Saving…`}>
            <Trans>Add this question</Trans>
          </Button>
        </div>
      </Form>
    </Page>
  );
}
