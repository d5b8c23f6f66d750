import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Toggle } from '../../../web/components/toggle.tsx';
import type { NotificationSwitch } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useSendsMail } from '../../account/web/about.ts';
import { deviceQuery } from './device.ts';
import { followingQuery, settingsQuery, useHearOf, useSwitch } from './queries.ts';
import { ThisDevice } from './this-device.tsx';

type About = NotificationSwitch['about'];
type Channel = NotificationSwitch['channel'];

/** What the person is told of: by kind, by the way it comes, and by storyteller. */
export function ToldSection() {
  const { t } = useLingui();
  const words = useErrorWords();
  const { switches } = useSuspenseQuery(settingsQuery).data;
  const sendsMail = useSendsMail();
  const wakesDevices = useSuspenseQuery(deviceQuery).data !== 'none';
  const change = useSwitch();
  const kinds: Record<About, string> = {
    stories: t`New stories`,
    people: t`Who asks, invites and answers`,
    access: t`What you may watch`,
    recordings: t`What became of your recordings`,
  };
  const channels: Partial<Record<Channel, string>> = {
    app: t`Here in Telloom`,
    ...(sendsMail && { mail: t`By e-mail, once a day` }),
    ...(wakesDevices && { push: t`On my devices` }),
  };
  return (
    <div id="told" className="grid gap-8">
      {(Object.keys(kinds) as About[]).map((about) => (
        <fieldset key={about} className="grid gap-1">
          <legend className="mb-2 font-semibold">{kinds[about]}</legend>
          {switches
            .filter((one) => one.about === about && channels[one.channel] !== undefined)
            .map((one) => (
              <Toggle
                key={one.channel}
                isSelected={one.isOn}
                onChange={(isOn) => change.mutate({ ...one, isOn })}
              >
                {channels[one.channel]}
              </Toggle>
            ))}
        </fieldset>
      ))}
      {change.isError && <p role="alert">{words(change.error)}</p>}
      <Storytellers />
      <ThisDevice />
    </div>
  );
}

/** Whose stories the person wants to hear of, of those whom they follow. */
function Storytellers() {
  const { t } = useLingui();
  const words = useErrorWords();
  const { items } = useSuspenseQuery(followingQuery).data;
  const hearOf = useHearOf();
  const open = items.filter(({ hasAccess }) => hasAccess);
  if (open.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-2 font-semibold">
        <Trans>From whom</Trans>
      </legend>
      {open.map(({ id, name, notifications }) => (
        <Toggle
          key={id}
          isSelected={
            hearOf.isPending && hearOf.variables.id === id
              ? hearOf.variables.notifications
              : notifications
          }
          onChange={(on) => hearOf.mutate({ id, notifications: on })}
        >
          {name ?? t`Someone without a name`}
        </Toggle>
      ))}
      {hearOf.isError && <p role="alert">{words(hearOf.error)}</p>}
    </fieldset>
  );
}
