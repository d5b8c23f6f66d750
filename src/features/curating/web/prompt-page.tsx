import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Archive, ArchiveRestore } from 'lucide-react';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Button } from '../../../web/components/button.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { CuratedPrompt } from '../../../web/contract.ts';
import { AboutPrompt } from './about-prompt.tsx';
import { PromptFields, promptWords } from './prompt-fields.tsx';
import { promptQuery, useChangePrompt, useRemovePrompt } from './queries.ts';

/** `/admin/questions/$promptId`: a question, its words, its place, and its end. */
export function PromptPage() {
  const { t } = useLingui();
  const { promptId } = useParams({ from: '/app/own/admin/questions/$promptId' });
  const prompt = useSuspenseQuery(promptQuery(promptId)).data;
  const change = useChangePrompt(promptId);
  return (
    <Page
      key={promptId}
      title={prompt.text}
      eyebrow={<AboutPrompt prompt={prompt} />}
      back={
        <BackLink to="/admin/questions">
          <Trans>Questions</Trans>
        </BackLink>
      }
    >
      <Section title={t`Words and place`}>
        {prompt.stories > 0 && (
          <p className="mb-4 text-ink-soft">
            <Plural
              value={prompt.stories}
              one="# story answers this question. It is called by the new words from then on."
              other="# stories answer this question. They are called by the new words from then on."
            />
          </p>
        )}
        <Editable
          name={t`Words and place`}
          value={t`Its words, its topic, what it is for`}
          required={{ text: t`Write the question.` }}
          onSave={async (values) => {
            await change.mutateAsync(promptWords(values));
          }}
        >
          <PromptFields prompt={prompt} />
        </Editable>
      </Section>
      <Section title={prompt.retiredAt === null ? t`Ask it no more` : t`Ask it again`}>
        <Retire key={String(prompt.retiredAt)} prompt={prompt} />
      </Section>
      <Section title={t`Delete`}>
        <Delete prompt={prompt} />
      </Section>
    </Page>
  );
}

function Retire({ prompt }: { prompt: CuratedPrompt }) {
  const { t } = useLingui();
  const change = useChangePrompt(prompt.id);
  const retired = prompt.retiredAt !== null;
  return (
    <Form
      onSubmit={async () => {
        await change.mutateAsync({ retired: !retired });
      }}
    >
      <p>
        {retired ? (
          <Trans>Nobody is asked this question now. Those who told it keep their stories.</Trans>
        ) : (
          <Trans>
            Nobody new is asked this question then. Whoever told it keeps the story, and whoever
            began can finish. You can bring it back.
          </Trans>
        )}
      </p>
      <div>
        <Button
          type="submit"
          variant="secondary"
          icon={retired ? ArchiveRestore : Archive}
          pendingLabel={t`Saving…`}
        >
          {retired ? <Trans>Ask it again</Trans> : <Trans>Ask it no more</Trans>}
        </Button>
      </div>
    </Form>
  );
}

function Delete({ prompt }: { prompt: CuratedPrompt }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const remove = useRemovePrompt();
  if (prompt.stories + prompt.recordings > 0) {
    return (
      <Notice title={t`This question stays`}>
        <p>
          <Plural value={prompt.stories} one="# story answers it," other="# stories answer it," />{' '}
          <Plural
            value={prompt.recordings}
            one="and # recording was made for it."
            other="and # recordings were made for it."
          />{' '}
          <Trans>Deleting it would take the question away from them. Ask it no more instead.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <AskFirst
      label={<Trans>Delete this question</Trans>}
      question={t`Delete this question?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Delete it for good</Trans>}
      pendingLabel={t`Deleting…`}
      onConfirm={async () => {
        await remove.mutateAsync(prompt.id);
        await navigate({ to: '/admin/questions', replace: true });
      }}
    >
      <Trans>Nobody has told it. It cannot be brought back.</Trans>
    </AskFirst>
  );
}
