/** The marks of private.mark_words(): private-use characters, which it takes out of the text itself. */
const START = '\uE000';
const STOP = '\uE001';

export interface Part {
  text: string;
  /** A word that was searched for. */
  hit: boolean;
}

/** Text with marked words as a list of parts, so that nobody has to trust markup. */
export function markedParts(snippet: string): Part[] {
  return snippet
    .split(START)
    .flatMap((piece, index): Part[] => {
      const [marked = '', ...rest] = index === 0 ? ['', piece] : piece.split(STOP);
      return [
        { text: marked, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
