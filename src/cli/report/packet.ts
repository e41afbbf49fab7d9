// `ascpi report -c <id>`: one candidate on a page, with no more than what was asked for.
import { veilOver } from '../../domain/anonymous.ts';
import { type ChecklistItem, ticksIn } from '../../domain/checklist.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn, type Journey } from '../../domain/journey.ts';
import { closest } from '../../domain/suggest.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { visaCaseOf } from '../../domain/visa-case.ts';
import { type PacketInput, packetView } from '../../views/packet.ts';
import type { PaperInHand } from '../../views/packet-papers.ts';
import type { Options, Outcome } from '../command.ts';
import { flagOf, given } from '../commands/answers.ts';
import { statusInput } from '../commands/status-input.ts';
import { isFiltered } from '../filter-options.ts';
import type { Run } from '../run.ts';
import { chargeabilityTitle } from '../visa/visa-answers.ts';

/** What is private unless asked for. */
const extras = ['scores', 'number', 'visa'] as const;
type Extra = (typeof extras)[number];

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  refuseOthers(options);
  const wanted = extrasIn(given(options, 'with'));
  const journey = await run.journey();
  const { timeline, position } = statusInput(journey, run);
  const isAnonymous = options['anonymous'] === true;
  const anonymous = isAnonymous ? numbered(journey, await run.store().list()) : undefined;
  const papers = papersOf(journey, timeline, run);
  const more = extrasOf(journey, timeline, wanted);
  return { view: packetView({ journey, timeline, position, rulebook: run.rulebook(), papers, anonymous, ...more }) };
}

/** What is about many says nothing of one. */
function refuseOthers(options: Options): void {
  const about = isFiltered(options)
    ? 'a filter'
    : ['most', 'remember'].filter((key) => options[key] !== undefined).map(flagOf)[0];
  if (about === undefined) return;
  throw new Failure(
    'usage',
    `${about} makes no sense with -c: the report is about one candidate`,
    'Leave one of them out',
  );
}

function extrasIn(text: string | undefined): readonly Extra[] {
  if (text === undefined) return [];
  return text.split(',').map((each) => {
    const name = each.trim().toLowerCase();
    const found = extras.find((extra) => extra === name);
    if (found) return found;
    const near = closest(name, extras);
    const hint = near ? `Did you mean ${near}?` : `Give some of ${extras.join(', ')}`;
    throw new Failure('usage', `--with knows no ${quote(each.trim())}`, hint);
  });
}

function numbered({ id }: Journey, ids: readonly string[]): PacketInput['anonymous'] {
  const veiled = veilOver(ids, []).id(id);
  return { id: veiled, name: veiled.replace('candidate-', 'Candidate ') };
}

/** What somebody issued or what ends one day, and is ticked off; the rest of a checklist is nobody else's business. */
function papersOf(journey: Journey, { today }: Timeline, run: Run): PaperInHand[] {
  const ticks = ticksIn(factsOn(journey, today));
  if (ticks.size === 0) return [];
  const isPaper = ({ document, life, id }: ChecklistItem) =>
    (document ?? life) !== undefined || ticks.get(id)?.validUntil !== undefined;
  return run
    .checklists()
    .flatMap(({ items }) => items)
    .filter(isPaper)
    .flatMap(({ id, title, life }) => {
      const tick = ticks.get(id);
      return tick
        ? [{ item: id, title: life ? capital(life.name) : title, on: tick.on, validUntil: tick.validUntil }]
        : [];
    });
}

function extrasOf(
  journey: Journey,
  timeline: Timeline,
  wanted: readonly Extra[],
): Pick<PacketInput, 'scores' | 'number' | 'visa'> {
  const attempt = timeline.inSight;
  const own = visaCaseOf(journey, timeline.today) ?? null;
  const scores = { result: attempt.facts.scores?.result ?? null, score: attempt.facts.scores?.score ?? null };
  return {
    scores: wanted.includes('scores') ? scores : undefined,
    number: wanted.includes('number') ? (attempt.facts.certificate?.number ?? null) : undefined,
    visa: wanted.includes('visa') ? { own, place: own ? chargeabilityTitle(own.chargeability) : '' } : undefined,
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
