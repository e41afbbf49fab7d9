// `ascpi undo` and `ascpi redo`: take back the last fact, bring it back. Both are recorded like any fact.

import type { Fact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { record, standing } from '../../domain/journey.ts';
import { steps } from '../../domain/steps.ts';
import { detailsText } from '../../views/history.ts';
import { stepText } from '../../views/receipt.ts';
import type { Command } from '../command.ts';
import { changed, typedFor } from './change.ts';

const whatOf = (fact: Fact) =>
  fact.kind in steps ? stepText(fact.kind, fact.on) : [`${fact.kind} `, { user: detailsText(fact) }];

const json = 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]';

const cannotPart = (id: string, merged: string): Failure =>
  new Failure(
    'usage',
    `what came last made ${merged} a part of ${id}, and can't be taken back: ${merged} was removed with it`,
    'A backup made before it has both: ascpi restore <file>. To take back its note alone: --force',
  );

export const undo: Command = {
  name: 'undo',
  group: 'Your journey',
  summary: 'take back the last fact',
  examples: ['ascpi undo --dry-run', 'ascpi undo'],
  json,
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  async decide(run) {
    const journey = await run.journey();
    const { last } = standing(journey, run.today);
    if (!last) throw new Failure('missing', 'there is nothing to take back', 'See what is recorded: ascpi history');
    if (last.kind === 'note' && last.merged !== undefined && !run.globals.force)
      throw cannotPart(journey.id, last.merged);
    const after = record(journey, { kind: 'undo', of: last.id, on: run.today }, run.recorder());
    const said = { name: 'undo', verb: ['Took back', 'Would take back'], what: whatOf(last) } as const;
    return { ...changed(run, journey, after, said), hints: [`Bring it back: ${typedFor(run, journey, 'ascpi redo')}`] };
  },
};

export const redo: Command = {
  name: 'redo',
  group: 'Your journey',
  summary: 'bring back the fact taken back last',
  examples: ['ascpi redo'],
  json,
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  async decide(run) {
    const journey = await run.journey();
    const { redoable } = standing(journey);
    if (!redoable)
      throw new Failure('missing', 'there is nothing to bring back', 'See what is recorded: ascpi history');
    const after = record(journey, { kind: 'redo', of: redoable.id, on: run.today }, run.recorder());
    return changed(run, journey, after, {
      name: 'redo',
      verb: ['Brought back', 'Would bring back'],
      what: whatOf(redoable),
    });
  },
};
