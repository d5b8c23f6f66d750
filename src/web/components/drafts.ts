import { type RouterHistory, useRouter } from '@tanstack/react-router';
import { type RefObject, useLayoutEffect, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What each field holds, by its name. */
type Draft = ReadonlyMap<string, string>;

/** What was typed on pages that were left, until they are reloaded; never a password or a code. */
const drafts = new Map<string, Draft>();
const keyOf = (visit: string, form: string) => `${visit} ${form}`;

/** This visit to this page, which Back leads to again. A link leads to a new one. */
const visitOf = ({ location }: RouterHistory): string => location.state.__TSR_key ?? location.href;

const isKept = ({ name, type, dataset }: Field) =>
  name !== '' && type !== 'hidden' && type !== 'file' && dataset.secret === undefined;
const fieldsOf = (form: HTMLFormElement) => ([...form.elements] as Field[]).filter(isKept);

const isChoice = (field: Field): field is HTMLInputElement =>
  field.type === 'radio' || field.type === 'checkbox';
const nameOf = (field: Field) => (isChoice(field) ? `${field.name}=${field.value}` : field.name);
const stateOf = (field: Field) => (isChoice(field) ? String(field.checked) : field.value);
const read = (form: HTMLFormElement): Draft =>
  new Map(fieldsOf(form).map((field) => [nameOf(field), stateOf(field)]));

const isAlike = (one: Draft, other: Draft) =>
  one.size === other.size && [...one].every(([name, state]) => other.get(name) === state);

/** As if a person did it, so that those are told who keep what a field holds. */
function fill(field: Field, state: string): void {
  if (stateOf(field) === state) return;
  if (isChoice(field)) {
    if (field.type === 'checkbox' || state === 'true') field.click();
    return;
  }
  const owner = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(field, state);
  const event = field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

function restore(form: HTMLFormElement, draft: Draft): void {
  for (const field of fieldsOf(form)) {
    const state = draft.get(nameOf(field));
    if (state !== undefined) fill(field, state);
  }
}

export interface DraftOptions {
  /** Sets forms of a page apart that have fields of the same names. */
  about?: string;
  /** Whether what is in the fields is on its way, and no draft any more. */
  isSent: () => boolean;
}

/**
 * Keeps what was typed when its page is left, and puts it there again when Back leads to it. Gives what to
 * call when it was taken: from then on only what is typed anew is a draft.
 */
export function useDraft(ref: RefObject<HTMLFormElement | null>, options: DraftOptions) {
  const { history } = useRouter();
  const begun = useRef<Draft>(new Map());
  const { about, isSent } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one form on one visit, from its beginning to its end
  useLayoutEffect(() => {
    const form = ref.current;
    if (!form) return;
    const visit = visitOf(history);
    begun.current = read(form);
    const key = keyOf(visit, about ?? [...begun.current.keys()].join());
    const draft = drafts.get(key);
    drafts.delete(key);
    if (draft) restore(form, draft);
    // some fields are there only when something was chosen in others
    const next = draft && requestAnimationFrame(() => restore(form, draft));
    return () => {
      if (next) cancelAnimationFrame(next);
      const now = read(form);
      // A form that is closed on its page was closed on purpose.
      if (visitOf(history) === visit || isSent() || isAlike(now, begun.current)) return;
      drafts.set(key, now);
    };
  }, []);
  return () => {
    if (ref.current) begun.current = read(ref.current);
  };
}

/** Whether something typed waits for a form of this name, which then is open from the start. */
export function useHasDraft(about: string): boolean {
  const { history } = useRouter();
  return drafts.has(keyOf(visitOf(history), about));
}
