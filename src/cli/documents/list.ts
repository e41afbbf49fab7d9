// `ascpi documents`: the papers of the route, and any other that was recorded, with how far each has come.
import { type ChecklistItem, ticksIn } from '../../domain/checklist.ts';
import { documentsIn } from '../../domain/document.ts';
import { factsOn } from '../../domain/journey.ts';
import { documentsView } from '../../views/documents.ts';
import type { Outcome } from '../command.ts';
import { statusInput } from '../commands/status-input.ts';
import { credentialNamed, type Run } from '../run.ts';

export async function decide(run: Run): Promise<Outcome> {
  const journey = await run.journey();
  const { timeline } = statusInput(journey, run);
  const facts = factsOn(journey, run.today);
  const known = documentsIn(facts);
  const items = run.checklists().flatMap((list) => list.items);
  const needed = neededIds(run, journey.profile.credential, timeline.running.route);
  const ids = [
    ...new Set([...needed, ...items.filter(({ life }) => life && !life.date).map(({ id }) => id), ...known.keys()]),
  ];
  const papers = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const isShown = ({ id }: ChecklistItem) => needed.includes(id) || known.has(id) || ticks.has(id);
  const ticks = ticksIn(facts);
  return {
    view: documentsView({ journey, timeline, papers: papers.filter(isShown), known, ticks }),
    hints: ['Record how far one has come: ascpi documents record <item> sent'],
  };
}

/** Of the chosen route; of every route while none is chosen. */
function neededIds(run: Run, credential: string, route: number | undefined): readonly string[] {
  const { routes } = credentialNamed(run, credential);
  const chosen = routes.filter(({ number }) => route === undefined || number === route);
  return (chosen.length > 0 ? chosen : routes).flatMap(({ documents }) => documents);
}
