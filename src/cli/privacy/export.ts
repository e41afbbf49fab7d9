// `ascpi privacy export`: all that is held of one candidate, for the candidate to read and to take along.
import { Failure } from '../../domain/failure.ts';
import { parseJourneyId } from '../../domain/journey-id.ts';
import { heldView } from '../../views/privacy.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { goneOut, heldOf } from './held.ts';

export async function decide(run: Run): Promise<Outcome> {
  const { id } = await namedOrOnly(run);
  const held = await heldOf(id, run);
  const { journey } = held;
  if (!journey) {
    throw new Failure(
      'damaged',
      `the journey of "${id}" can't be read`,
      `See: ascpi doctor, or bring it back: ascpi restore -c ${id}`,
    );
  }
  return { view: heldView({ ...held, journey, goneOut: goneOut(held), today: run.today }) };
}

async function namedOrOnly(run: Run): Promise<{ id: string }> {
  const { candidate } = run.globals;
  return candidate === undefined ? run.journey() : { id: parseJourneyId((await run.journeyNamed(candidate)).id) };
}
