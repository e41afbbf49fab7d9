// What the quick way throws where it does not know its way: nothing is written yet, and the whole program begins anew.

/** Never shown to anybody: the whole program says what there is to say. */
export class TooMuch extends Error {}

export function leave(): never {
  throw new TooMuch();
}
