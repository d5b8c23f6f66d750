import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { ChevronDown, Send } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { api } from '../../../web/api.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { More } from '../../../web/components/more.tsx';
import type { KeptMail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { ActButton } from './act-button.tsx';
import { AdminPage } from './admin-page.tsx';
import { mailQuery } from './queries.ts';

/** Every e-mail and what became of it; with its text, so that a Telloom without a mail server works too. */
export function MailPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(mailQuery);
  const mails = list.data.pages.flatMap((page) => page.items);
  return (
    <AdminPage title={t`E-mails`}>
      {mails.length === 0 ? (
        <EmptyState title={t`No e-mails yet`}>
          <p>
            <Trans>Codes and invitations appear here as they are written.</Trans>
          </p>
        </EmptyState>
      ) : (
        <div className="hairline divide-y divide-line rounded-card bg-card">
          {mails.map((mail) => (
            <Message key={mail.id} mail={mail} />
          ))}
        </div>
      )}
      <More list={list} />
    </AdminPage>
  );
}

function Message({ mail }: { mail: KeptMail }) {
  const format = useFormat();
  return (
    <Disclosure className="group">
      <Heading level={2} className="font-body font-normal tracking-normal">
        <Button
          slot="trigger"
          className="flex w-full cursor-pointer items-center gap-4 p-[min(1.25rem,5vw)] text-left hover:bg-sunk"
        >
          <span className="grid min-w-0 flex-1 gap-1">
            <span className="font-semibold break-words">{mail.subject}</span>
            <span className="text-body text-ink-soft break-words">
              {mail.to} · {format.dateTime(mail.createdAt)} · <Status status={mail.status} />
            </span>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-6 shrink-0 text-ink-soft transition-transform duration-150 group-data-[expanded]:rotate-180"
          />
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="grid gap-4 px-5 pt-4 pb-6">
          <Body mail={mail} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Body({ mail: { id, text, lastError, canSendAgain, subject } }: { mail: KeptMail }) {
  const { t } = useLingui();
  return (
    <>
      {lastError !== null && <p className="break-words text-stop">{lastError}</p>}
      <p className="max-w-none break-words whitespace-pre-wrap">
        {text === null ? (
          <Trans>What it says is between Telloom and who gets it.</Trans>
        ) : (
          <Linked text={text} />
        )}
      </p>
      {canSendAgain && (
        <div>
          <ActButton
            icon={Send}
            aria-label={t`Send now: ${subject}`}
            send={() => api.post(`/admin/mail/${id}/send`)}
            done={t`It is on its way.`}
            refused={t`It is being sent just now.`}
          >
            <Trans>Send now</Trans>
          </ActButton>
        </div>
      )}
    </>
  );
}

function Status({ status }: { status: KeptMail['status'] }) {
  if (status === 'sent') return <Trans>sent</Trans>;
  if (status === 'failed')
    return (
      <span className="font-semibold text-stop">
        <Trans>could not be sent</Trans>
      </span>
    );
  if (status === 'queued') return <Trans>on its way</Trans>;
  return <Trans>kept here</Trans>;
}

/** The text with its web addresses as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 1 ? (
      // The parts of one mail never move.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <a key={at} href={part} className="prose-link break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
