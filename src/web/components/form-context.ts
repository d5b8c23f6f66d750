import { createContext } from 'react';

/** One thing that is wrong with what was entered. Without `field` it is about the whole form. */
export interface Problem {
  field?: string;
  message: string;
}

/** Thrown by a form's `onSubmit` to say what is wrong in words of its own. */
export class FormProblems extends Error {
  override name = 'FormProblems';
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map((problem) => problem.message).join(' '));
    this.problems = problems;
  }
}

/** What fields and buttons know of the Form around them. */
export const FormContext = createContext<{ problems: Problem[]; pending: boolean }>({
  problems: [],
  pending: false,
});

/** How a Form hands its problems to the Page, which shows them above its heading. */
export const PageContext = createContext<(problems: Problem[]) => void>(() => {});

export const fieldId = (name: string) => `field-${name}`;
