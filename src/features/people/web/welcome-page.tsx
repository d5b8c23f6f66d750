import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { RadioCards } from '../../../web/components/radio-cards.tsx';
import { meQuery, useBecomeSharer } from './queries.ts';

/** After the first sign-in: to tell, or to watch. Neither rules out the other. */
export function WelcomePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const become = useBecomeSharer();
  const name = me.firstName ?? me.fullName;
  const submit = async (values: Record<string, string>) => {
    if (values.way === 'tell') await become.mutateAsync();
    await navigate({ to: values.way === 'tell' ? '/' : '/watch' });
  };
  return (
    <Page storyteller title={name ? t`Welcome, ${name}` : t`Welcome`}>
      <Form
        onSubmit={submit}
        required={{ way: t`Choose what you would like to do first.` }}
        className="grid max-w-2xl gap-7"
      >
        <RadioCards
          name="way"
          label={t`What would you like to do first?`}
          hint={t`You can do the other one later.`}
          cards={[
            {
              value: 'tell',
              label: t`Tell my own stories`,
              hint: t`We ask a question, and you answer on video. You choose who may watch.`,
            },
            {
              value: 'watch',
              label: t`Watch my family’s stories`,
              hint: t`Someone invited you, or will.`,
            },
          ]}
        />
        <div>
          <Button type="submit">
            <Trans>Continue</Trans>
          </Button>
        </div>
      </Form>
      {me.isAdmin && (
        <p className="mt-10 border-t border-line pt-8">
          <Trans>
            You also look after this Telloom. <TextLink to="/admin">See how it is doing</TextLink>
          </Trans>
        </p>
      )}
    </Page>
  );
}
