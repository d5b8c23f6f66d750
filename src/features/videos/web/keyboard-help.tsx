import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The keys that the player hears. Not shown where there is hardly a keyboard. */
export function KeyboardHelp({ captions, picture }: { captions: boolean; picture: boolean }) {
  return (
    <details className="no-print text-small max-sm:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center px-2 text-ink-soft underline underline-offset-4">
        <Trans>Keys for the player</Trans>
      </summary>
      <dl className="mt-2 grid max-w-xl gap-x-8 gap-y-2 sm:grid-cols-2">
        <Key names={['K', '␣']}>
          <Trans>Play or pause</Trans>
        </Key>
        <Key names={['←', '→']}>
          <Trans>10 seconds back or on</Trans>
        </Key>
        <Key names={['<', '>']}>
          <Trans>Slower or faster</Trans>
        </Key>
        <Key names={['↑', '↓']}>
          <Trans>Louder or quieter</Trans>
        </Key>
        <Key names={['M']}>
          <Trans>Sound on or off</Trans>
        </Key>
        {captions && (
          <Key names={['C']}>
            <Trans>Captions on or off</Trans>
          </Key>
        )}
        {picture && (
          <Key names={['F']}>
            <Trans>Whole screen</Trans>
          </Key>
        )}
        {picture && (
          <Key names={['P']}>
            <Trans>Small window</Trans>
          </Key>
        )}
      </dl>
    </details>
  );
}

function Key({ names, children }: { names: string[]; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{children}</dt>
      <dd className="flex gap-2">
        {names.map((name) => (
          <kbd
            key={name}
            className="min-w-8 rounded-md border border-edge bg-card px-2 text-center font-body"
          >
            {name}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
