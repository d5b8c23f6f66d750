import { createContext, useContext } from 'react';
import { actingFor } from './acting-for.ts';

/** The name of the storyteller whose pages these are, while one looks after them: for the title of each. */
export const WhoseContext = createContext<string | null>(null);

/** Words for one's own pages, and for those of somebody whom one looks after. */
export interface WhoseWords {
  own: string;
  theirs: string;
  /** Instead of `theirs`, where their name is known and worth saying. */
  named?: (name: string) => string;
}

/** Chooses the words for whose pages these are. */
export function useWhose(): (words: WhoseWords) => string {
  const name = useContext(WhoseContext);
  return ({ own, theirs, named }) => {
    if (actingFor === null) return own;
    return name !== null && named ? named(name) : theirs;
  };
}
