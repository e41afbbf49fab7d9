// A start that was left half-way: its shape, and how it is kept until the next time.
import * as v from 'valibot';
import { factShape, type NewFact } from '../../domain/fact.ts';
import { readShape } from '../../domain/shape.ts';
import { type StepId, stepIds } from '../../domain/steps.ts';
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
import type { Run } from '../run.ts';

export interface Draft {
  /** answers so far, as options of `start`; empty where one was left out */
  readonly answers: Readonly<Record<string, string>>;
  /** the last step that is behind the person */
  readonly reached?: StepId | 'none' | undefined;
  /** steps that were asked about */
  readonly asked: readonly StepId[];
  readonly facts: readonly NewFact[];
}

export const emptyDraft: Draft = { answers: {}, asked: [], facts: [] };

const draftShape = v.object({
  answers: v.record(v.string(), v.string()),
  reached: v.optional(v.picklist([...stepIds, 'none'])),
  asked: v.array(v.picklist(stepIds)),
  facts: v.array(
    v.custom<NewFact>((fact) => readShape(factShape, { ...(fact as object), ...recorded }).ok, 'is not a fact'),
  ),
});
const recorded = { id: 'draft', at: '2000-01-01T00:00:00Z', by: 'draft' };

/** What was left half-way, or undefined; what can't be read is forgotten. */
export function readDraft(run: Run): Draft | undefined {
  const { draft } = readGuideMemory(run.home());
  const shaped = draft && readShape(draftShape, draft);
  return shaped?.ok ? shaped.value : undefined;
}

/** Keeps a draft for the next time, or forgets it. A dry run keeps nothing. */
export function keepDraft(run: Run, draft: Draft | undefined): void {
  if (run.globals.dryRun) return;
  const { draft: _before, ...memory } = readGuideMemory(run.home());
  writeGuideMemory(run.home(), draft ? { ...memory, draft: { ...draft } } : memory);
}
