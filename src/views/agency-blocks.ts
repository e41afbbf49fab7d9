// Pieces that every view of agencies is made of: red flags, verdict, open questions, sources.
import type { AgencyAnswer } from '../domain/agency.ts';
import type { Assessment, RedFlag } from '../domain/agency-verdict.ts';
import { shortDate } from '../domain/civil-date.ts';
import type { AnswerId, Criterion } from '../domain/criterion.ts';
import { type Offer, offerParts } from '../domain/offer.ts';
import { partText } from './offer-text.ts';
import type { Block, Item, Text, Tone } from './view.ts';

export const answerWords: Readonly<Record<AnswerId, string>> = { yes: 'yes', no: 'no', unknown: 'not clear' };

/** `1 No fee for you`, `Free to leave` */
export const titleOf = ({ number, title }: Criterion): string => (number === undefined ? title : `${number} ${title}`);

/** `[1]` or `[free-to-leave]`: what to type for it */
export const handleOf = ({ number, id }: Criterion): string => ` [${number ?? id}]`;

/** Letters and marks that every shell takes between double quotes as they are. */
const TYPED = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,&'()+/-]*$/u;

/** The name of an agency as it is typed in a command; where a shell would read more into it, only its place. */
export const typedName = (name: string): string => `"${TYPED.test(name) ? name : '<name>'}"`;

export function answerText({ answer, on, evidence }: AgencyAnswer): Text {
  const said = `You recorded on ${shortDate(on)}: ${answerWords[answer]}`;
  return evidence === undefined ? `${said}.` : [`${said}; `, { user: evidence }];
}

export const flagItems = ({ redFlags, agency }: Assessment): Item[] =>
  redFlags.map(
    (flag): Item => ({
      mark: 'bullet',
      label: 'Red flag',
      text: flag.criterion.redFlag?.text ?? '',
      tone: 'bad',
      details: raisedBy(flag, agency.offer),
    }),
  );

function raisedBy({ criterion, answer, parts }: RedFlag, offer: Offer): Text[] {
  const offered = parts.map(
    (part): Text => [`In the offer: ${offerParts[part].title}: `, partText(part, offer) ?? '-'].flat(),
  );
  return [...(answer ? [[`${titleOf(criterion)}. `, answerText(answer)].flat()] : []), ...offered];
}

/** The verdict with its red flags above it. */
export function verdictBlocks(assessment: Assessment): Block[] {
  const { redFlags, verdict } = assessment;
  const tone: Tone = redFlags.length > 0 ? 'bad' : verdict.id === 'good' ? 'good' : 'soon';
  return [
    ...(redFlags.length > 0 ? [{ type: 'items', items: flagItems(assessment) } as const] : []),
    { type: 'callout', label: 'Verdict', text: verdict.text, tone },
  ];
}

export const openItems = (open: readonly Criterion[]): Item[] =>
  open.map((criterion): Item => ({ mark: 'unticked', text: `${criterion.question}${handleOf(criterion)}` }));

/** Said wherever a firm is named. */
export const OWN_RECORD: Block = {
  type: 'paragraph',
  text: 'This is what you recorded, as you heard it. It proves nothing about a firm.',
  tone: 'faint',
};
