// What was recorded about an agency (or would be), and what it comes to now.
import type { Assessment } from '../domain/agency-verdict.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { verdictBlocks } from './agency-blocks.ts';
import { agencyData } from './agency-data.ts';
import type { Text, View } from './view.ts';

export interface AgencyReceipt {
  /** undefined once it is removed */
  readonly assessment: Assessment | undefined;
  /** `Recorded`, and in a dry run `Would record` */
  readonly verb: readonly [done: string, would: string];
  readonly what: Text;
  /** the entry as it is kept */
  readonly recorded: object;
  readonly dryRun: boolean;
  readonly today: CivilDate;
}

export function agencyReceipt({ assessment, verb, what, recorded, dryRun, today }: AgencyReceipt): View {
  return {
    name: 'agency',
    today,
    data: { agencies: assessment ? [agencyData(assessment)] : [], dryRun, recorded },
    blocks: [
      { type: 'paragraph', text: [`${dryRun ? verb[1] : verb[0]}: `, what, '.'].flat(), tone: 'good' },
      ...(assessment ? verdictBlocks(assessment) : []),
    ],
  };
}
