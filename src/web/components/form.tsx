import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api.ts';
import { useErrorWords } from '../error-words.ts';
import { useDraft } from './drafts.ts';
import { FormContext, FormProblems, PageContext, type Problem } from './form-context.ts';
import { SLIP_MS } from './steady-hand.ts';

export interface FormProps {
  /** Receives the fields by name. Throws FormProblems or ApiError when they are refused. */
  onSubmit: (values: Record<string, string>) => Promise<void>;
  /** Names of fields that must not be empty, each with what to say when one is. */
  required?: Record<string, string>;
  /** Empties the fields after they were taken, for a form that is used again and again. */
  clears?: boolean;
  /** The first of several steps: what was taken is there again, too, when somebody comes back to it. */
  stays?: boolean;
  /** Sets forms of a page apart that have fields of the same names. */
  about?: string;
  children: ReactNode;
  className?: string;
}

function readValues(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry) => typeof entry[1] === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}

const missing = (values: Record<string, string>, required: Record<string, string>): Problem[] =>
  Object.entries(required)
    .filter(([field]) => (values[field] ?? '').trim() === '')
    .map(([field, message]) => ({ field, message }));

/**
 * A form that judges nothing before it is sent, keeps what was typed, also for who goes away and comes
 * back, and shows what is wrong in a
 * summary above the page's heading and beside each field, after the error summary of the GOV.UK
 * Design System (https://design-system.service.gov.uk/components/error-summary/).
 */
export function Form(props: FormProps) {
  const { onSubmit, required = {}, clears, stays = false, about, children, className } = props;
  const { problems, pending, submit, isBusy } = useSubmit(onSubmit, required);
  const ref = useRef<HTMLFormElement>(null);
  const begin = useDraft(ref, { about, isSent: () => !stays && isBusy() });
  const slip = useRef(Number.NEGATIVE_INFINITY);
  const send = async (form: HTMLFormElement) => {
    // The second of two presses, on fields that are empty again.
    if (performance.now() - slip.current < SLIP_MS) return;
    if (!(await submit(readValues(form)))) return;
    if (clears) {
      form.reset();
      slip.current = performance.now();
    }
    begin();
  };
  return (
    <FormContext value={{ problems, pending }}>
      <form
        noValidate
        ref={ref}
        className={className ?? 'grid max-w-xl gap-7'}
        onInput={() => {
          slip.current = Number.NEGATIVE_INFINITY;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {children}
      </form>
    </FormContext>
  );
}

function useSubmit(onSubmit: FormProps['onSubmit'], required: Record<string, string>) {
  const { t } = useLingui();
  const words = useErrorWords();
  const report = useContext(PageContext);
  const busy = useRef(false);
  const [state, setState] = useState<{ problems: Problem[]; pending: boolean }>({
    problems: [],
    pending: false,
  });
  useEffect(() => report(state.problems), [report, state.problems]);

  const toProblems = (error: unknown): Problem[] => {
    if (error instanceof FormProblems) return error.problems;
    if (!(error instanceof ApiError)) throw error;
    if (error.errors.length > 0) return error.errors;
    return [
      {
        message:
          error.status === 0 ? `${words(error)} ${t`What you typed is still here.`}` : words(error),
      },
    ];
  };
  /** Resolves to true when the values were taken. */
  const submit = async (values: Record<string, string>): Promise<boolean> => {
    if (busy.current) return false;
    const empty = missing(values, required);
    if (empty.length > 0) {
      setState({ problems: empty, pending: false });
      return false;
    }
    busy.current = true;
    setState({ problems: [], pending: true });
    try {
      await onSubmit(values);
      setState({ problems: [], pending: false });
      return true;
    } catch (error) {
      // What is neither of the two kinds is a fault of the program: the page's error page shows it.
      setState(() => ({ problems: toProblems(error), pending: false }));
      return false;
    } finally {
      busy.current = false;
    }
  };
  return { ...state, submit, isBusy: () => busy.current };
}
