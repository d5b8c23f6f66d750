interface WordmarkProps {
  /** Where a phone has room for the mark alone; what stands around it says the name. */
  isShortOnPhones?: boolean;
}

/** The woven mark of Telloom with its name. The mark says nothing that the name does not. */
export function Wordmark({ isShortOnPhones = false }: WordmarkProps) {
  return (
    <span className="inline-flex items-center gap-3 text-ink">
      <WovenMark />
      <span
        className={`font-heading text-[1.6rem] leading-none font-[600] tracking-[-0.02em] ${isShortOnPhones ? 'max-sm:hidden' : ''}`}
      >
        Telloom
      </span>
    </span>
  );
}

/** Where the threads begin, in a drawing of 34 by 34 with threads of 8 and gaps of 3. */
const starts = [2, 13, 24] as const;
const isOver = (column: number, row: number) => (column + row) % 2 === 0;

/** Three threads over and under three, as in the icon; each goes under with a gap on both sides. */
function WovenMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 34 34" className="size-[2.125rem]">
      {starts.map((y) => (
        <rect key={y} x="0" y={y} width="34" height="8" rx="2.5" className="fill-yarn" />
      ))}
      {starts.flatMap((x, column) =>
        [0, 1, 2, 3].map((piece) => <Warp key={`${x}-${piece}`} {...{ x, column, piece }} />),
      )}
    </svg>
  );
}

/** The warp thread `column` between two crossings, from the middle of one to that of the next. */
function Warp({ x, column, piece }: { x: number; column: number; piece: number }) {
  const middle = (row: number) => (starts[row] ?? 0) + 4;
  const from =
    piece === 0 ? 0 : isOver(column, piece - 1) ? middle(piece - 1) : middle(piece - 1) + 5;
  const to = piece === 3 ? 34 : isOver(column, piece) ? middle(piece) : middle(piece) - 5;
  const crossing = starts[piece];
  return (
    <>
      {crossing !== undefined && isOver(column, piece) && (
        <rect x={x - 1} y={crossing} width="10" height="8" className="fill-paper" />
      )}
      <rect x={x} y={from} width="8" height={Math.max(0, to - from)} className="fill-thread" />
      {crossing !== undefined && isOver(column, piece) && (
        <rect x={x} y={crossing - 1} width="8" height="10" className="fill-thread" />
      )}
    </>
  );
}
