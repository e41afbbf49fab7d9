// `ascpi agency offer`: what an agency offers, part by part.
import { Failure } from '../../domain/failure.ts';
import { type Offer, type OfferChange, type OfferPart, offerAfter, offerParts } from '../../domain/offer.ts';
import { typedName } from '../../views/agency-blocks.ts';
import { partText } from '../../views/offer-text.ts';
import type { Text } from '../../views/view.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { agencyFor, readAgencies, recorded } from './agencies.ts';
import { offerAnswers } from './offer-answers.ts';

export async function decide(run: Run, [name = '']: readonly string[], options: Options): Promise<Outcome> {
  const parts = offerAnswers(options);
  const agencies = await readAgencies(run);
  const agency = agencyFor(agencies, name);
  if (!parts) {
    throw new Failure(
      'usage',
      'no part of the offer is given',
      `For example: ascpi agency offer ${typedName(agency.name)} --pay 34USD/hour --hours 36. See: ascpi help agency offer`,
    );
  }
  const on = dateAnswer(options, 'on') ?? run.today;
  return recorded(
    run,
    agencies,
    { kind: 'offer', on, agency: agency.id, parts },
    {
      verb: ['Recorded', 'Would record'],
      what: [{ user: agency.name }, ', ', changesText(parts)].flat(),
      hints: [`Beside another offer: ascpi agency compare ${typedName(agency.name)} "<other>"`],
    },
  );
}

function changesText(parts: OfferChange): Text {
  const offer: Offer = offerAfter({}, parts);
  const texts = (Object.keys(parts) as OfferPart[]).map((part) => {
    return [`${offerParts[part].title}: `, partText(part, offer) ?? 'taken back'].flat();
  });
  return texts.flatMap((text, index) => (index === 0 ? text : ['; ', ...text]));
}
