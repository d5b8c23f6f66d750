import { Trans } from '@lingui/react/macro';
import { type InputHTMLAttributes, type ReactNode, useRef, useState } from 'react';
import { FieldWords, inputClass, useFieldProblem, wordsIds } from './field-parts.tsx';
import { fieldId } from './form-context.ts';

/*
 * These are the elements of the platform, which need no help to be accessible: the pages before
 * signing in come without react-aria-components.
 */

export interface TextFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'name' | 'id'> {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

/** What ties an input to its words and its problem. */
function useField(name: string, hint: ReactNode) {
  const problem = useFieldProblem(name);
  return {
    words: { name, hint, problem },
    input: {
      name,
      id: fieldId(name),
      className: inputClass,
      'aria-invalid': problem !== undefined || undefined,
      'aria-describedby': wordsIds(name, hint, problem),
    },
  };
}

/** A line of text. */
export function TextField({ name, label, hint, optional, ...rest }: TextFieldProps) {
  const { words, input } = useField(name, hint);
  return (
    <div className="grid gap-2">
      <FieldWords {...words} label={label} optional={optional} />
      <input type="text" {...rest} {...input} />
    </div>
  );
}

export interface TextAreaFieldProps extends Omit<TextFieldProps, 'type' | 'defaultValue'> {
  defaultValue?: string;
  rows: number;
}

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, optional, rows, defaultValue, maxLength } = props;
  const { words, input } = useField(name, hint);
  return (
    <div className="grid gap-2">
      <FieldWords {...words} label={label} optional={optional} />
      <textarea {...input} {...{ rows, defaultValue, maxLength }} />
    </div>
  );
}

/** A password, hidden until its owner wants to see it. */
export function PasswordField({ name, label, hint, ...rest }: TextFieldProps) {
  const { words, input } = useField(name, hint);
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-2">
      <FieldWords {...words} label={label} />
      <div className="flex gap-2">
        <input
          {...rest}
          {...input}
          data-secret
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
        />
        <button
          type="button"
          onClick={() => setShown(!shown)}
          className="min-h-14 min-w-24 shrink-0 cursor-pointer rounded-[10px] border-2 border-edge bg-card px-4 font-semibold hover:border-ink"
        >
          {shown ? <Trans>Hide</Trans> : <Trans>Show</Trans>}
          <span className="sr-only">
            {' '}
            <Trans>password</Trans>
          </span>
        </button>
      </div>
    </div>
  );
}

interface CodeFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Called once, with the sixth digit. Whoever mends a code that was wrong sends it themselves. */
  onWhole?: (field: HTMLInputElement) => void;
}

/** The six digits of an e-mail, in one field, so that pasting and filling in just work. */
export function CodeField({ name, label, hint, onWhole }: CodeFieldProps) {
  const { words, input } = useField(name, hint);
  const wasWhole = useRef(false);
  const look = (field: HTMLInputElement) => {
    if (wasWhole.current || digits(field.value).length !== 6) return;
    wasWhole.current = true;
    onWhole?.(field);
  };
  return (
    <div className="grid gap-2">
      <FieldWords {...words} label={label} />
      <input
        {...input}
        data-secret
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        onInput={(event) => look(event.currentTarget)}
        className={`${inputClass} max-w-64 text-large tabular-nums tracking-[0.3em]`}
      />
    </div>
  );
}

/** The digits of a code, however they were typed: "123 456" and "123-456" are fine. */
export const digits = (text: string | undefined) => (text ?? '').replace(/\D/g, '');
