// `ascpi demo`: the status of a sample journey, labelled as one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { civilDateShape, dayDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { journeyShape } from '../../domain/journey.ts';
import { rulebookFrom } from '../../domain/rulebook.ts';
import { readShape } from '../../domain/shape.ts';
import { statusView } from '../../views/status.ts';
import type { Block } from '../../views/view.ts';
import type { Command } from '../command.ts';
import { ruleSource } from '../rule-source.ts';
import { statusInput } from './status-input.ts';

const sampleShape = v.strictObject({ today: civilDateShape, journey: journeyShape });

export const demo: Command = {
  name: 'demo',
  group: 'This tool',
  summary: 'the status of a sample journey',
  examples: ['ascpi demo', 'ascpi demo --today 2027-03-01'],
  json: 'sample (true), and the fields of status',
  async decide(run) {
    const { context, globals } = run;
    const read = readShape(sampleShape, JSON.parse(readFileSync(join(context.dataFolder, 'demo.json'), 'utf8')));
    if (!read.ok) throw new Failure('machine', `data/demo.json: ${read.faults.join('; ')}`, 'Install ascpi again');
    // The sample has its own day, so that it always shows the same; the user may still ask for another.
    const asked = globals.today !== context.localDay();
    const today = asked ? globals.today : read.value.today;
    // The sample shows the rules as they are, not the values of this user.
    const rulebook = () => rulebookFrom(ruleSource(context.dataFolder));
    const sample = { ...run, today, rulebook };
    const view = statusView(statusInput(read.value.journey, sample), 'demo');
    const label: Block = {
      type: 'callout',
      label: 'Sample',
      text: `This is an invented journey as of ${dayDate(today)}, not yours. Begin your own:`,
      command: 'ascpi start --name "<your name>" --country <country>',
      tone: 'soon',
    };
    return { view: { ...view, data: { sample: true, ...view.data }, blocks: [label, ...view.blocks] } };
  },
};
