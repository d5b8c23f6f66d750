/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  /** One of the kinds, each as often as its weight says. */
  pick: <Kind extends string>(weights: Partial<Record<Kind, number>>) => Kind;
}

/** Mulberry32: small, and good enough to choose moments. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick<Kind extends string>(weights: Partial<Record<Kind, number>>) {
      const kinds = Object.entries(weights) as [Kind, number][];
      let left = next() * kinds.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [kind, weight] of kinds) {
        left -= weight;
        if (left < 0) return kind;
      }
      throw new Error('there is nothing to pick from');
    },
  };
}
