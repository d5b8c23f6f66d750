import { useLingui } from '@lingui/react/macro';

const WIDTH = 12;
const HEIGHT = 28;
const PICK = HEIGHT / 4;

/**
 * One thread for each question: bare while it waits, woven once it is told. The same is said in
 * words to whoever does not see it, and beside it to everybody.
 */
export function WovenStrip({ told, of }: { told: number; of: number }) {
  const { t } = useLingui();
  if (of === 0) return null;
  return (
    <svg
      role="img"
      aria-label={t`${told} of ${of} told`}
      viewBox={`0 0 ${of * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-7 max-w-full"
      style={{ width: of * 16 }}
    >
      {[...Array(of).keys()].map((at) =>
        at < told ? <Woven key={at} at={at} /> : <Bare key={at} at={at} />,
      )}
    </svg>
  );
}

/** A warp thread that still waits. */
function Bare({ at }: { at: number }) {
  return (
    <rect x={at * WIDTH + 4.5} y="0" width="3" height={HEIGHT} rx="1.5" className="fill-line" />
  );
}

/** A warp thread with four picks of weft: over and under in turn, the other way round next to it. */
function Woven({ at }: { at: number }) {
  const x = at * WIDTH;
  return (
    <g>
      <rect x={x} y="0" width={WIDTH} height={HEIGHT} className="fill-thread" />
      {[0, 1, 2, 3]
        .filter((pick) => (pick + at) % 2 === 0)
        .map((pick) => (
          <rect
            key={pick}
            x={x}
            y={pick * PICK + 0.5}
            width={WIDTH}
            height={PICK - 1}
            className="fill-yarn"
          />
        ))}
    </g>
  );
}
