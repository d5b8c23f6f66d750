import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { useHasDraft } from './drafts.ts';
import { Form, type FormProps } from './form.tsx';
import { SaveOrLeave } from './save-or-leave.tsx';

export interface EditableProps {
  /** What is shown, for the names of its buttons: "Change: Notes". */
  name: string;
  /** What holds now. */
  value: ReactNode;
  onSave: FormProps['onSubmit'];
  required?: FormProps['required'];
  /** The fields. */
  children: ReactNode;
}

/**
 * What holds now, with a Change button that opens its form. Nothing changes before Save, and the
 * words on the page are always what the server holds.
 */
export function Editable({ name, value, onSave, required, children }: EditableProps) {
  const { t } = useLingui();
  const hasDraft = useHasDraft(name);
  const [state, setState] = useState<'shown' | 'open' | 'saved'>(hasDraft ? 'open' : 'shown');
  const change = useRef<HTMLButtonElement>(null);
  const was = useRef(state);
  useEffect(() => {
    if (was.current === 'open' && state !== 'open') change.current?.focus();
    was.current = state;
  }, [state]);
  if (state === 'open') {
    return (
      <Form
        className="grid max-w-xl gap-6"
        about={name}
        required={required}
        onSubmit={async (values) => {
          await onSave(values);
          setState('saved');
        }}
      >
        {children}
        <SaveOrLeave about={name} onLeave={() => setState('shown')} />
      </Form>
    );
  }
  return (
    <div className="grid justify-items-start gap-2">
      <div>{value}</div>
      <div className="flex flex-wrap items-center gap-x-4">
        <Button
          ref={change}
          variant="quiet"
          aria-label={t`Change: ${name}`}
          onPress={() => setState('open')}
        >
          <Trans>Change</Trans>
        </Button>
        <p role="status" className="text-good">
          {state === 'saved' && <Trans>Saved.</Trans>}
        </p>
      </div>
    </div>
  );
}
