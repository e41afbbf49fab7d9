// Every command that writes, each at least once: the one list of what the fault loops try.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './loop.ts';

/** What commands read, beside the worlds that are broken. */
export interface Inputs {
  readonly folder: string;
  readonly backup: string;
}

export function inputsIn(folder: string): Inputs {
  const roster = ['name,email,country', 'Lea,lea@example.org,PH', 'Tom,tom@example.org,NP'];
  writeFileSync(join(folder, 'roster.csv'), `${roster.join('\n')}\n`);
  return { folder, backup: join(folder, 'backup.json') };
}

const bulletin = join(import.meta.dirname, '../visa-bulletins/2022-05.html');

const line = (text: string, more: Partial<Case> = {}): Case => ({ name: text, argv: text.split(' '), ...more });
const several = { several: true };

/** On a full store each succeeds; on a fresh one it does, or it is refused as there is nothing to act on. */
const lines: readonly Case[] = [
  line('start --name Nina --id nina'),
  line('done schedule --exam 2027-01-15 -c maria'),
  line('undo -c maria'),
  line('redo -c anna'),
  line('checklist --all -o {out}/lists --format markdown', several),
  line('check transcript-from-school -c maria'),
  line('profile --country NP -c maria'),
  line('documents record transcript-from-school requested -c maria'),
  line('cmp add 1 ethics --on 2026-03-01 --title Talk -c kim'),
  line('cmp remove Fire -c kim'),
  line('cmp declare --on 2026-12-16 -c kim'),
  line('cmp renew --expires 2030-01-31 -c kim'),
  line('cmp reinstate --expires 2030-01-31 --force -c kim'),
  line('cmp table safety=2 ethics=1 --total 36 -c kim'),
  line('cmp hold MLT --on 2024-03-01 --expires 2027-02-28 -c kim'),
  line('agency add Other'),
  line('agency answer Acme 2 no --evidence mail'),
  line('agency offer Acme --pay 34USD/hour --hours 36'),
  line('agency rename Acme New'),
  line('agency remove Acme --yes'),
  line('visa set --priority 2018-03-15 --category EB-3 --chargeability PH -c maria'),
  line('visa bulletin add 2019-04 --category EB-3 --chargeability PH --date C'),
  line(`visa bulletin import ${bulletin}`),
  line('candidates --overdue --save-filter late', several),
  line('candidates add --name Zoe --note x'),
  line('candidates edit ana --owner Ben'),
  line('candidates tag vip ana anna', { together: true }),
  line('candidates untag cebu ana'),
  line('candidates note ana more'),
  line('candidates merge ana anna --yes', several),
  line('candidates remove ana --yes', several),
  line('candidates remove maria --yes', several),
  line('candidates import {in}/roster.csv', { together: true }),
  line('candidates export -o {out}/roster.csv', { partial: true }),
  line('remind --send print', { steps: true }),
  line('remind --send eml -o {out}/letters', { steps: true }),
  line('remind snooze maria book-by --until 2027-01-01'),
  line('remind mute maria'),
  line('remind unmute ana application-documents'),
  line('remind templates --write', several),
  line('report --remember'),
  line('config set country NP'),
  line('config unset candidate'),
  line('doctor --fix'),
  line('store copy --to file:{out}/copy', { several: true, partial: true }),
  line('backup -o {out}/backup.json', several),
  line('backup --encrypt -o {out}/backup.json', { several: true, most: 2 }),
  line('restore {in}/backup.json --force', several),
  line('restore {in}/backup.json --merge', several),
  line('restore --force -c maria', { once: true }),
  line('privacy erase -c maria --yes', several),
  line('status -c maria -o {out}/status.html'),
  line('calendar -c maria -o {out}/maria.ics'),
];

/** With {in} as the folder of the inputs; what it is called stays the same from run to run. */
export const casesFor = ({ folder }: Inputs): readonly Case[] =>
  lines.map((each) => ({
    ...each,
    name: each.name.replace(bulletin, '2022-05.html').replaceAll(/\{(in|out)\}\//g, ''),
    argv: each.argv.map((word) => word.replace('{in}', folder)),
  }));

export const onDamaged: Case = line('restore -c maria', { damaged: ['journey:maria'] });

/** Commands that write and are not in the list, each with the reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  'agency interview': 'saves every answer as agency answer does, and only on a terminal',
  'store migrate': 'of a PostgreSQL server alone, which keeps its own promises: tests/stores/pg-late.test.ts',
  'store refresh': 'of a PostgreSQL server alone: tests/stores/pg-late.test.ts',
};
