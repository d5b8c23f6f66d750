import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MessageCircleMore, Tv } from 'lucide-react';
import { ChoiceButton } from '../../../web/components/choice-button.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { meQuery, useBecomeSharer } from './queries.ts';

/** After the first sign-in: to tell, or to watch. Neither rules out the other. */
export function WelcomePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useErrorWords();
  const { data: me } = useSuspenseQuery(meQuery);
  const become = useBecomeSharer();
  const name = me.firstName ?? me.fullName;
  const tell = () => become.mutate(undefined, { onSuccess: () => navigate({ to: '/' }) });
  return (
    <Page storyteller title={name ? t`Welcome, ${name}` : t`Welcome`}>
      <section className="grid max-w-2xl gap-4" aria-labelledby="first">
        <h2 id="first" className="text-title">
          {t`What would you like to do first?`}
        </h2>
        <p className="text-ink-soft">{t`You can do the other one later.`}</p>
        {become.isError && (
          <Notice tone="stop" live>
            {words(become.error)}
          </Notice>
        )}
        <ChoiceButton
          icon={MessageCircleMore}
          label={t`Tell my own stories`}
          hint={t`We ask a question, and you answer on video. You choose who may watch.`}
          onPress={() => !become.isPending && tell()}
        />
        <ChoiceButton
          icon={Tv}
          label={t`Watch my family’s stories`}
          hint={t`Someone invited you, or will.`}
          onPress={() => navigate({ to: '/watch' })}
        />
      </section>
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
