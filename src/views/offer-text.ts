// Parts of an offer in words, the same wherever they are shown.
import { type Money, moneyText } from '../domain/money.ts';
import { type Offer, type OfferPart, offerPartIds } from '../domain/offer.ts';
import type { Yearly } from '../domain/offer-total.ts';
import type { Text } from './view.ts';

const payerWords = { agency: 'the agency', employer: 'the employer', me: 'you', unknown: 'nobody could say' } as const;
const said = {
  pay: ({ pay }) => pay && rateText(pay),
  hours: ({ hours }) => (hours === undefined ? undefined : String(hours)),
  housing: ({ housing }) => (typeof housing === 'object' ? rateText(housing) : housing),
  insurance: ({ insurance }) => insurance && { user: insurance },
  premium: ({ premium }) => (typeof premium === 'object' ? rateText(premium) : premium),
  match: ({ match }) => {
    if (typeof match !== 'object') return match;
    return 'percent' in match ? `${match.percent} % of the pay` : rateText(match);
  },
  penalty: ({ penalty }) => (typeof penalty === 'object' ? moneyText(penalty) : penalty),
  examPayer: ({ examPayer }) => examPayer && payerWords[examPayer],
  visascreenPayer: ({ visascreenPayer }) => visascreenPayer && payerWords[visascreenPayer],
  petitionPayer: ({ petitionPayer }) => petitionPayer && payerWords[petitionPayer],
  familyVisas: ({ familyVisas }) => (familyVisas === 'unknown' ? 'not clear' : familyVisas),
} as const satisfies Readonly<Record<OfferPart, (offer: Offer) => Text | undefined>>;

const periods = { hour: 'an hour', week: 'a week', month: 'a month', year: 'a year' } as const;
const rateText = ({ per, ...money }: Money & { readonly per: keyof typeof periods }): string =>
  `${moneyText(money)} ${periods[per]}`;

/** Undefined where nobody spoke of it. */
export const partText = (part: OfferPart, offer: Offer): Text | undefined => said[part](offer);

export const isOffered = (offer: Offer): boolean => offerPartIds.some((id) => offer[id] !== undefined);

/** `USD 64,000 and PHP 1,000`: nothing is converted, so currencies stand beside each other. */
export function totalText({ totals, missing }: Yearly): string {
  if (totals.length === 0) return 'not known without the pay';
  return totals.map(moneyText).join(' and ') + (missing.length > 0 ? ' so far' : '');
}
