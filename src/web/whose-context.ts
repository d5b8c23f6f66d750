import { createContext } from 'react';

/** The name of the storyteller whose pages these are, while one looks after them: for the title of each. */
export const WhoseContext = createContext<string | null>(null);
