// What the answers about an agency come to: red flags, open questions, and a verdict in words. Nothing is ever scored.
import type { Agency, AgencyAnswer } from './agency.ts';
import { type Criterion, inOrderOfAsking } from './criterion.ts';
import { isAlarming, type OfferPart } from './offer.ts';

export interface Asked {
  readonly criterion: Criterion;
  /** undefined: nobody has asked yet */
  readonly answer: AgencyAnswer | undefined;
}

export interface RedFlag {
  readonly criterion: Criterion;
  /** the answer that raised it, where one did */
  readonly answer: AgencyAnswer | undefined;
  /** parts of the offer that raised it */
  readonly parts: readonly OfferPart[];
}

export interface Assessment {
  readonly agency: Agency;
  /** red flags first, then by number */
  readonly asked: readonly Asked[];
  readonly redFlags: readonly RedFlag[];
  /** not asked yet, or asked without a clear answer, and not told by the offer either */
  readonly open: readonly Criterion[];
  readonly verdict: { readonly id: Verdict['id']; readonly text: string };
}

export function assess(agency: Agency, criteria: readonly Criterion[]): Assessment {
  const asked = inOrderOfAsking(criteria).map((criterion): Asked => {
    return { criterion, answer: agency.answers.get(criterion.id) };
  });
  const redFlags = asked.flatMap((each) => flagOf(each, agency));
  const open = asked.filter((each) => isOpen(each, agency)).map(({ criterion }) => criterion);
  const counts: Counts = {
    all: asked.length,
    flags: redFlags.length,
    open: open.length,
    asked: asked.filter(({ answer }) => answer).length,
    no: asked.filter(({ answer }) => answer?.answer === 'no').length,
    unproven: asked.filter(({ answer }) => answer?.answer === 'yes' && answer.evidence === undefined).length,
  };
  const { id, say } = verdicts.find(({ holds }) => holds(counts)) ?? good;
  return { agency, asked, redFlags, open, verdict: { id, text: say(counts) } };
}

/** An offer that names a penalty has answered the question whether there is one. */
function isOpen({ criterion, answer }: Asked, { offer }: Agency): boolean {
  if (answer && answer.answer !== 'unknown') return false;
  const parts = criterion.redFlag?.offer ?? [];
  return !parts.some((part) => isAlarming(part, offer) && offer[part] !== 'unknown');
}

function flagOf({ criterion, answer }: Asked, { offer }: Agency): RedFlag[] {
  const { redFlag } = criterion;
  if (!redFlag) return [];
  const raised = answer && redFlag.when.includes(answer.answer) ? answer : undefined;
  const parts = redFlag.offer.filter((part) => isAlarming(part, offer));
  return raised || parts.length > 0 ? [{ criterion, answer: raised, parts }] : [];
}

interface Counts {
  readonly all: number;
  readonly flags: number;
  readonly open: number;
  readonly asked: number;
  readonly no: number;
  /** yes, and nothing that it rests on */
  readonly unproven: number;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
const openText = ({ open, all }: Counts): string =>
  open === 0 ? '' : ` ${open} of ${all} questions ${open === 1 ? 'is' : 'are'} still open.`;

interface Verdict {
  readonly id: 'flagged' | 'unasked' | 'open' | 'unproven' | 'mixed' | 'good';
  readonly holds: (counts: Counts) => boolean;
  readonly say: (counts: Counts) => string;
}

const good: Verdict = {
  id: 'good',
  holds: () => true,
  say: () => 'No red flag, and every answer is a yes that rests on something. Compare the offers now.',
};

/** The first that holds is the verdict. */
const verdicts: readonly Verdict[] = [
  {
    id: 'flagged',
    holds: ({ flags }) => flags > 0,
    say: (all) => {
      const settled = all.flags === 1 ? 'it is settled' : 'they are settled';
      return `${count(all.flags, 'red flag')}. Sign nothing and pay nothing before ${settled}.${openText(all)}`;
    },
  },
  {
    id: 'unasked',
    holds: ({ asked }) => asked === 0,
    say: () => 'Nothing has been asked yet, so nothing can be said.',
  },
  {
    id: 'open',
    holds: ({ open }) => open > 0,
    say: (all) => `No red flag so far.${openText(all)} Ask before you sign.`,
  },
  {
    id: 'unproven',
    holds: ({ unproven }) => unproven > 0,
    say: ({ unproven }) =>
      `No red flag. ${count(unproven, 'yes rests', 'answers of yes rest')} on words alone. Verify before you sign.`,
  },
  {
    id: 'mixed',
    holds: ({ no }) => no > 0,
    say: ({ no }) => `No red flag. The answer to ${count(no, 'question')} is no: read what that proves, and weigh it.`,
  },
];
