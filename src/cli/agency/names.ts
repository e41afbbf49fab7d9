// `ascpi agency add`, `rename` and `remove`: which agencies there are, and what they are called.
import { AGENCY_NAME_LIMIT } from '../../domain/agency-entry.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { textFault } from '../../domain/text.ts';
import { typedName } from '../../views/agency-blocks.ts';
import type { Options, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { agencyFor, isTaken, readAgencies, recorded } from './agencies.ts';

/** A name as it is kept. Fails with `usage`. */
function checkName(name: string): string {
  const fault = textFault(name, AGENCY_NAME_LIMIT);
  if (fault === undefined) return name;
  throw new Failure(
    'usage',
    `the name ${quote(name)} ${fault}`,
    `Give one line of at most ${AGENCY_NAME_LIMIT} characters`,
  );
}

function alreadyThere(name: string): Failure {
  return new Failure(
    'usage',
    `there is already an agency ${quote(name)}`,
    `See it: ascpi agency show ${typedName(name)}`,
  );
}

export async function add(run: Run, [typed = '']: readonly string[]): Promise<Outcome> {
  const name = checkName(typed);
  const agencies = await readAgencies(run);
  if (isTaken(agencies, name)) throw alreadyThere(name);
  return recorded(
    run,
    agencies,
    { kind: 'added', on: run.today, name },
    {
      verb: ['Added', 'Would add'],
      what: { user: name },
      hints: [
        `Ask its questions: ascpi agency interview ${typedName(name)}`,
        'Print them: ascpi agency sheet -o sheet.md',
      ],
    },
  );
}

export async function rename(run: Run, [typed = '', next = '']: readonly string[]): Promise<Outcome> {
  const name = checkName(next);
  const agencies = await readAgencies(run);
  const agency = agencyFor(agencies, typed);
  const others = { ...agencies, entries: agencies.entries.filter((entry) => idOf(entry) !== agency.id) };
  if (isTaken(others, name)) throw alreadyThere(name);
  return recorded(
    run,
    agencies,
    { kind: 'renamed', on: run.today, agency: agency.id, name },
    { verb: ['Renamed', 'Would rename'], what: [{ user: agency.name }, ' to ', { user: name }] },
  );
}

const idOf = (entry: { readonly id: string; readonly agency?: string }): string => entry.agency ?? entry.id;

/** It leaves the list and its entries stay, so that what was recorded is not lost by a slip. */
export async function remove(run: Run, [typed = '']: readonly string[], options: Options): Promise<Outcome> {
  const agencies = await readAgencies(run);
  const agency = agencyFor(agencies, typed);
  if (options['yes'] !== true && !run.globals.dryRun) {
    throw new Failure(
      'usage',
      `removing ${quote(agency.name)} takes its answers and its offer out of sight`,
      `To agree, add --yes. To see it first: ascpi agency show ${typedName(agency.name)}`,
    );
  }
  return recorded(
    run,
    agencies,
    { kind: 'removed', on: run.today, agency: agency.id },
    {
      verb: ['Removed from the list', 'Would remove from the list'],
      what: [{ user: agency.name }, '. What was recorded stays in the store'],
    },
  );
}
