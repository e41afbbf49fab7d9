// An agency as scripts read it: answers, red flags, open questions, verdict and offer.
import type { Asked, Assessment } from '../domain/agency-verdict.ts';
import { missingParts } from '../domain/offer.ts';
import { yearlyOf } from '../domain/offer-total.ts';

export function agencyData({ agency, asked, redFlags, open, verdict }: Assessment) {
  const { name, since, offer } = agency;
  const isNumbered = ({ criterion }: Asked) => criterion.number !== undefined;
  const byNumber = (one: Asked, other: Asked) => Number(one.criterion.number) - Number(other.criterion.number);
  return {
    name,
    since,
    verdict: verdict.text,
    state: verdict.id,
    redFlags: redFlags.map(({ criterion: { id, number, redFlag }, answer, parts }) => ({
      id,
      number: number ?? null,
      text: redFlag?.text ?? '',
      answer: answer?.answer ?? null,
      evidence: answer?.evidence ?? null,
      offer: parts,
    })),
    open: open.map(({ id, number, question }) => ({ number: number ?? null, id, question })),
    criteria: asked.filter(isNumbered).sort(byNumber).map(askedData),
    /** about red flags alone, beyond the criteria */
    flagQuestions: asked.filter((each) => !isNumbered(each)).map(askedData),
    offer,
    missing: missingParts(offer),
    yearly: yearlyOf(offer),
  };
}

const askedData = ({ criterion: { number, id, title, source, checked, confidence }, answer }: Asked) => ({
  number: number ?? null,
  id,
  title,
  answer: answer?.answer ?? null,
  evidence: answer?.evidence ?? null,
  on: answer?.on ?? null,
  source,
  checked,
  confidence,
});
