import { Trans, useLingui } from '@lingui/react/macro';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Avatar } from '../../../web/components/avatar.tsx';
import type { May } from '../../../web/contract.ts';
import type { Someone } from './people-fields.tsx';

/** The field of a form that says what one of the listeners may. */
export const mayField = (listenerId: string) => `may-${listenerId}`;

/** In words, what somebody may do with a story. */
export function useMayWords(): Record<May, string> {
  const { t } = useLingui();
  return {
    read: t`May watch`,
    write: t`May watch, and help with the words`,
    none: t`May not watch`,
  };
}

/** One of the family and friends, and what they may do with this story. */
export function WhatTheyMay({ listener }: { listener: Someone }) {
  const { t } = useLingui();
  const words = useMayWords();
  const { listenerId, avatarUrl, hasAccess, may } = listener;
  const name = listener.name ?? t`Someone without a name`;
  return (
    <RadioGroup
      name={mayField(listenerId)}
      defaultValue={may ?? 'none'}
      className="hairline grid gap-2 rounded-card bg-card p-[min(1.25rem,5vw)]"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Avatar name={listener.name} url={avatarUrl} />
        <Label className="min-w-0 font-semibold break-words">{name}</Label>
        {!hasAccess && (
          <span className="text-ink-soft">
            <Trans>Paused: cannot watch anything now.</Trans>
          </span>
        )}
      </div>
      {(['read', 'write', 'none'] as const).map((value) => (
        <Radio
          key={value}
          value={value}
          className="group flex min-h-[var(--target,3.25rem)] cursor-pointer items-center gap-4 rounded-card px-3 py-2 hover:bg-sunk data-[selected]:bg-thread-wash data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus"
        >
          <span
            aria-hidden="true"
            className="flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-card group-data-[selected]:border-thread"
          >
            <span className="size-3 rounded-full group-data-[selected]:bg-thread" />
          </span>
          <span>{words[value]}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
