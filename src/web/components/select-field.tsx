import type { ReactNode } from 'react';
import { FieldWords, inputClass, useFieldProblem, wordsIds } from './field-parts.tsx';
import { fieldId } from './form-context.ts';

export interface SelectFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
  /** What stands for no choice. */
  none: string;
  options: { value: string; label: string }[];
}

/** One of many: the list of the platform, which every phone knows how to show. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, optional, defaultValue = '', none, options } = props;
  const problem = useFieldProblem(name);
  return (
    <div className="grid gap-2">
      <FieldWords {...{ name, label, hint, optional, problem }} />
      <select
        name={name}
        id={fieldId(name)}
        defaultValue={defaultValue}
        className={inputClass}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={wordsIds(name, hint, problem)}
      >
        <option value="">{none}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
