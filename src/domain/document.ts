// Papers on their way: requested, sent, received, reviewed; each with its day, who sent it and under which name.
import type { CivilDate } from './civil-date.ts';
import type { Warning } from './contradictions.ts';
import { type DocumentState, documentStates, type Fact, type FactOf } from './fact.ts';

/** One paper: the last word on each state. */
export interface Document {
  /** id of its checklist item */
  readonly item: string;
  readonly states: Readonly<Partial<Record<DocumentState, FactOf<'document'>>>>;
  readonly furthest: DocumentState;
  /** the day it came that far */
  readonly since: CivilDate;
  readonly from?: string | undefined;
  readonly name?: string | undefined;
  readonly validUntil?: CivilDate | undefined;
}

/** Of facts that stand, by the id of the item, in the order first heard of. */
export function documentsIn(facts: readonly Fact[]): ReadonlyMap<string, Document> {
  const known = new Map<string, FactOf<'document'>[]>();
  for (const fact of facts) {
    if (fact.kind === 'document') known.set(fact.item, [...(known.get(fact.item) ?? []), fact]);
  }
  return new Map([...known].map(([item, all]) => [item, documentOf(item, all)]));
}

function documentOf(item: string, facts: readonly FactOf<'document'>[]): Document {
  const states = Object.fromEntries(facts.map((fact) => [fact.state, fact])) as Document['states'];
  const furthest = documentStates.findLast((state) => states[state]) as DocumentState;
  const last = <K extends 'from' | 'name' | 'validUntil'>(key: K) => facts.findLast((fact) => fact[key])?.[key];
  return {
    item,
    states,
    furthest,
    since: (states[furthest] as FactOf<'document'>).on,
    from: last('from'),
    name: last('name'),
    validUntil: last('validUntil'),
  };
}

/** A paper that was received is there: its item of the checklist is done. */
export const isThere = (state: DocumentState): boolean => state === 'received' || state === 'reviewed';

/** A paper cannot come far before it has come less far: one warning for each that did. */
export const paperFaults = (facts: readonly Fact[]): Warning[] =>
  [...documentsIn(facts).values()].flatMap(({ item, states }) => {
    const known = documentStates.flatMap((state) => states[state] ?? []);
    const at = known.findIndex(({ on }, index) => on < (known[index - 1]?.on ?? on));
    const [before, after] = [known[at - 1], known[at]];
    if (!before || !after) return [];
    return [
      {
        id: `paper-order-${item}`,
        message: `${item} cannot be ${after.state} on ${after.on}, before it was ${before.state} on ${before.on}`,
        hint: `Correct one of the two days: ascpi documents record ${item} ${after.state} --on <date>`,
      },
    ];
  });
