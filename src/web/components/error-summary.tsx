import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { fieldId, type Problem } from './form-context.ts';

/** Takes the focus whenever there are new problems; each one leads to its field. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) ref.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary"
      className="mb-8 max-w-xl rounded-card border-4 border-stop bg-card p-6"
    >
      <h2 id="error-summary" className="text-large">
        <Trans>There is a problem</Trans>
      </h2>
      <ul className="mt-3 grid gap-2">
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.message}`} className="font-semibold text-stop">
            {problem.field ? <FieldLink {...problem} field={problem.field} /> : problem.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, message }: { field: string; message: string }) {
  return (
    <a
      href={`#${fieldId(field)}`}
      className="underline underline-offset-4"
      onClick={(event) => {
        event.preventDefault();
        const target = document.getElementById(fieldId(field));
        // of a group of choices, the first one
        (target?.querySelector('input') ?? target)?.focus();
        target?.scrollIntoView({ block: 'center' });
      }}
    >
      {message}
    </a>
  );
}
