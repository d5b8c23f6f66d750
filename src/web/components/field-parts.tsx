import { Trans } from '@lingui/react/macro';
import { type ReactNode, useContext } from 'react';
import { FormContext, fieldId } from './form-context.ts';
import { AlertMark } from './marks.tsx';

export const inputClass =
  'w-full min-h-14 rounded-[10px] border-2 border-edge bg-card px-4 py-2 text-ink hover:border-ink ' +
  'aria-invalid:border-stop aria-invalid:border-[3px]';

/** What the Form says about this field, or undefined. */
export function useFieldProblem(name: string): string | undefined {
  return useContext(FormContext).problems.find((problem) => problem.field === name)?.message;
}

export const labelId = (name: string) => `${fieldId(name)}-label`;
const hintId = (name: string) => `${fieldId(name)}-hint`;
const problemId = (name: string) => `${fieldId(name)}-problem`;

/** The `aria-describedby` of a field: its hint and its problem, where there are any. */
export function wordsIds(
  name: string,
  hint: ReactNode,
  problem: string | undefined,
): string | undefined {
  const ids = [hint ? hintId(name) : '', problem ? problemId(name) : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

interface FieldWordsProps {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  problem: string | undefined;
  /** For a group of controls, whose name is a text and not a label. */
  group?: boolean;
}

/** The words above an input: label, hint, and what is wrong. */
export function FieldWords({ name, label, hint, optional, problem, group }: FieldWordsProps) {
  const words = (
    <>
      {label}
      {optional && (
        <span className="font-normal text-ink-soft">
          {' '}
          <Trans>(optional)</Trans>
        </span>
      )}
    </>
  );
  return (
    <>
      {group ? (
        <span id={labelId(name)} className="font-semibold">
          {words}
        </span>
      ) : (
        <label id={labelId(name)} htmlFor={fieldId(name)} className="font-semibold">
          {words}
        </label>
      )}
      {hint && (
        <span id={hintId(name)} className="text-body text-ink-soft">
          {hint}
        </span>
      )}
      {problem && (
        <span id={problemId(name)} className="flex gap-2 font-semibold text-stop">
          <AlertMark />
          <span>
            <span className="sr-only">
              <Trans>Error:</Trans>{' '}
            </span>
            {problem}
          </span>
        </span>
      )}
    </>
  );
}
