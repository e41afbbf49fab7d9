// `ascpi --version`: the version, and how old the rules are.
import { dayDate } from '../../domain/civil-date.ts';
import type { Command } from '../command.ts';

export const version: Command = {
  name: 'version',
  group: 'This tool',
  summary: 'the version, and how old the rules are',
  examples: ['ascpi --version'],
  json: 'version, node, rulesChecked',
  async decide({ context, today, rulebook }) {
    const checked = rulebook()
      .rules.flatMap(({ values }) => values.map((value) => value.checked))
      .sort();
    const rulesChecked = checked[0] ?? null;
    const age = rulesChecked ? `, rules last checked ${dayDate(rulesChecked)} or later` : '';
    return {
      view: {
        name: 'version',
        today,
        data: { version: context.version, node: context.nodeVersion, rulesChecked },
        blocks: [{ type: 'paragraph', text: `ascpi ${context.version}${age}` }],
      },
    };
  },
};
