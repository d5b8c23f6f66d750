import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Avatar } from '../../../web/components/avatar.tsx';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { TextLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { NewsLine } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useFormat } from '../../../web/format.ts';
import { AnswerRequest } from './answer-request.tsx';
import { LineLink } from './line-link.tsx';
import { LineHint, LineWords } from './line-words.tsx';
import { newsQuery, useReadAll, useReadLine } from './queries.ts';

/** What happened that concerns this person, the newest first. */
export function NewsPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(newsQuery);
  const lines = list.data.pages.flatMap((page) => page.items);
  const [newest] = lines;
  return (
    <Page title={t`News`}>
      {newest === undefined ? (
        <EmptyState title={t`Nothing new yet`}>
          <p>
            <Trans>When someone tells a new story, or asks you something, it is here.</Trans>
          </p>
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          {lines.some((line) => line.readAt === null) && <ReadAll upTo={newest.id} />}
          <Rows>
            {lines.map((line) => (
              <NewsRow key={line.id} line={line} />
            ))}
          </Rows>
        </div>
      )}
      <More list={list} />
      <p className="mt-8 text-ink-soft">
        <Trans>
          You choose what we tell you about in{' '}
          <TextLink to="/account" hash="told">
            your account
          </TextLink>
          .
        </Trans>
      </p>
    </Page>
  );
}

function NewsRow({ line }: { line: NewsLine }) {
  const format = useFormat();
  const read = useReadLine();
  const face = line.person.name === null ? line.sharer : line.person;
  const isNew = line.readAt === null;
  return (
    <Row
      picture={<Avatar name={face.name} url={face.avatarUrl} />}
      title={
        <LineLink line={line} onOpen={() => isNew && read.mutate(line.id)}>
          <LineWords line={line} />
        </LineLink>
      }
      about={
        <>
          <LineHint line={line} />
          <span className="block">
            {isNew && (
              <span className="mr-2 font-semibold text-thread">
                <Trans>New</Trans>
              </span>
            )}
            {format.dateTime(line.createdAt)}
          </span>
        </>
      }
      action={
        line.followRequestId && <AnswerRequest id={line.followRequestId} name={line.person.name} />
      }
    />
  );
}

function ReadAll({ upTo }: { upTo: string }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const readAll = useReadAll();
  return (
    <div className="grid justify-items-start gap-4">
      <Button
        variant="secondary"
        isPending={readAll.isPending}
        pendingLabel={t`One moment…`}
        onPress={() => readAll.mutate(upTo)}
      >
        <Trans>I have seen all of it</Trans>
      </Button>
      {readAll.isError && (
        <Notice tone="stop" live>
          {words(readAll.error)}
        </Notice>
      )}
    </div>
  );
}
