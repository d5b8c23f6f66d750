import { useLingui } from '@lingui/react/macro';
import { createLink } from '@tanstack/react-router';
import {
  Cable,
  CreditCard,
  HardDrive,
  HeartPulse,
  ListChecks,
  ListOrdered,
  Mail,
  MessageCircleQuestion,
  ScrollText,
  Shapes,
  Users,
  Webhook,
} from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import type { Icon } from '../../../web/components/button.tsx';
import { Section } from '../../../web/components/section.tsx';

interface DoorProps extends ComponentPropsWithRef<'a'> {
  icon: Icon;
  name: string;
  hint: string;
}

function DoorAnchor({ icon: Icon, name, hint, ...rest }: DoorProps) {
  return (
    <a
      {...rest}
      className="flex h-full min-h-16 items-center gap-4 p-[min(1.25rem,5vw)] no-underline hover:bg-sunk"
    >
      <Icon aria-hidden="true" className="size-7 shrink-0 text-thread" />
      <span className="min-w-0">
        <span className="block font-semibold underline decoration-line underline-offset-4">
          {name}
        </span>
        <span className="block text-body text-ink-soft">{hint}</span>
      </span>
    </a>
  );
}
const Door = createLink(DoorAnchor);

/** The pages of whoever runs this Telloom, by what they are about. */
export function Doors() {
  const { t } = useLingui();
  return (
    <div className="mt-14 grid gap-x-8 lg:grid-cols-2 [&>section]:max-lg:first:mt-0 [&>section:nth-child(-n+2)]:lg:mt-0">
      <Section title={t`People`}>
        <List>
          <Door
            to="/admin/people"
            icon={Users}
            name={t`People`}
            hint={t`Who is here, and who runs this Telloom`}
          />
          <Door
            to="/admin/mail"
            icon={Mail}
            name={t`E-mails`}
            hint={t`What was sent, and what waits`}
          />
          <Door
            to="/admin/subscriptions"
            icon={CreditCard}
            name={t`Subscriptions`}
            hint={t`Who pays, and who may record`}
          />
        </List>
      </Section>
      <Section title={t`Questions`}>
        <List>
          <Door
            to="/admin/questions"
            icon={MessageCircleQuestion}
            name={t`Look after the questions`}
            hint={t`Add, change, and find doubles`}
          />
          <Door
            to="/admin/topics"
            icon={ListOrdered}
            name={t`Topics`}
            hint={t`What belongs together, and in which order`}
          />
          <Door
            to="/admin/kinds"
            icon={Shapes}
            name={t`Kinds of things`}
            hint={t`For what people keep and show`}
          />
        </List>
      </Section>
      <Section title={t`The machine`}>
        <List>
          <Door
            to="/admin/health"
            icon={HeartPulse}
            name={t`How the machine is doing`}
            hint={t`Room, work, and the tools it has`}
          />
          <Door
            to="/admin/storage"
            icon={HardDrive}
            name={t`What takes the room`}
            hint={t`By kind of file, and by storyteller`}
          />
          <Door
            to="/admin/jobs"
            icon={ListChecks}
            name={t`Work in the background`}
            hint={t`What is under way, and what failed`}
          />
        </List>
      </Section>
      <Section title={t`Services and log`}>
        <List>
          <Door
            to="/admin/services"
            icon={Cable}
            name={t`Connected services`}
            hint={t`Whether they answer, and their keys`}
          />
          <Door
            to="/admin/webhooks"
            icon={Webhook}
            name={t`Messages from services`}
            hint={t`What Mux and RevenueCat told us`}
          />
          <Door
            to="/admin/log"
            icon={ScrollText}
            name={t`What admins did`}
            hint={t`Written down, and never changed`}
          />
        </List>
      </Section>
    </div>
  );
}

function List({ children }: { children: React.ReactNode[] }) {
  return (
    <ul className="hairline divide-y divide-line overflow-hidden rounded-card bg-card">
      {children.map((door, at) => (
        // The doors never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at}>{door}</li>
      ))}
    </ul>
  );
}
