/** Chance that repeats: the same seed gives the same choices on every machine. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number;
  /** True in `percent` of 100 cases. */
  often(percent: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Some of the values, each once, in their order. */
  some<Value>(values: readonly Value[], most: number): Value[];
}

/** A small generator (mulberry32); quality matters little, repeatability does. */
export function chanceOf(seed: number): Chance {
  let state = seed * 2_654_435_761;
  const number = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  const pick = <Value>(values: readonly Value[]) => values[number(values.length)] as Value;
  return {
    number,
    often: (percent) => number(100) < percent,
    pick,
    some: (values, most) => {
      const wanted = Math.min(number(most + 1), values.length);
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(number(values.length));
      return values.filter((_, index) => chosen.has(index));
    },
  };
}
