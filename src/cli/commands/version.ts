// `ascpi --version`: the version, and how old the rules and the other data are.
import { type CivilDate, dayDate } from '../../domain/civil-date.ts';
import type { Block } from '../../views/view.ts';
import type { Command } from '../command.ts';
import { dataAge } from '../data-age.ts';

export const version: Command = {
  name: 'version',
  group: 'This tool',
  summary: 'the version, and how old the rules are',
  examples: ['ascpi --version', 'ascpi version --json'],
  json: 'version, node, rulesChecked, dataChecked {oldest, newest, stale, count}',
  async decide(run) {
    const { context, today, rulebook } = run;
    const { oldest, newest, stale, count, after } = dataAge(run);
    const rulesChecked = rulebook()
      .rules.flatMap(({ values }) => values.map((value) => value.checked))
      .sort()[0];
    const blocks: Block[] = [
      { type: 'paragraph', text: `ascpi ${context.version}${oldest && newest ? `, ${ageOf(oldest, newest)}` : ''}` },
    ];
    if (stale > 0) {
      const text = `${stale} of ${count} parts of the data were not checked for ${after}. Install the newest ascpi.`;
      blocks.push({ type: 'paragraph', text, tone: 'soon' });
    }
    return {
      view: {
        name: 'version',
        today,
        data: {
          version: context.version,
          node: context.nodeVersion,
          rulesChecked: rulesChecked ?? null,
          dataChecked: { oldest, newest, stale, count },
        },
        blocks,
      },
    };
  },
};

const ageOf = (oldest: CivilDate, newest: CivilDate): string =>
  oldest === newest
    ? `data last checked ${dayDate(oldest)}`
    : `data last checked between ${dayDate(oldest)} and ${dayDate(newest)}`;
