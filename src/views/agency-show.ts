// One agency whole: red flags, verdict, the offer, and every criterion with its answer, why it matters and how to verify it.
import type { Asked, Assessment } from '../domain/agency-verdict.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { missingParts, offerPartIds, offerParts, partNames } from '../domain/offer.ts';
import { yearlyOf } from '../domain/offer-total.ts';
import { answerText, answerWords, handleOf, OWN_RECORD, titleOf, typedName, verdictBlocks } from './agency-blocks.ts';
import { agencyData } from './agency-data.ts';
import { isOffered, partText, totalText } from './offer-text.ts';
import { sourceItems } from './source-items.ts';
import type { Block, Item, Text, Tone, View } from './view.ts';

export function agencyView(assessment: Assessment, today: CivilDate): View {
  const { agency, asked, open } = assessment;
  const count = asked.length - open.length;
  const blocks: Block[] = [
    { type: 'title', text: { user: agency.name }, aside: `${count} of ${asked.length} answered` },
    ...verdictBlocks(assessment),
    { type: 'heading', text: 'The offer' },
    ...offerBlocks(assessment),
    { type: 'heading', text: 'What to ask, and what you know' },
    { type: 'items', items: asked.map((each) => askedItem(each, assessment)) },
    { type: 'heading', text: 'Sources' },
    {
      type: 'items',
      items: sourceItems(
        asked.map(({ criterion }) => criterion),
        titleOf,
      ),
    },
    OWN_RECORD,
    ...nextBlocks(assessment),
  ];
  return { name: 'agency', today, data: { agencies: [agencyData(assessment)] }, blocks };
}

function askedItem({ criterion, answer }: Asked, { redFlags, open }: Assessment): Item {
  const { why, verify, absence, notes } = criterion;
  const isFlag = redFlags.some((flag) => flag.criterion === criterion);
  const isOpen = open.includes(criterion);
  const unasked = isOpen ? 'not asked' : 'in the offer';
  const tone: Tone = isFlag ? 'bad' : answer?.answer === 'yes' ? 'good' : 'plain';
  const details: Text[] = [
    ...(answer ? [answerText(answer)] : []),
    `Why: ${why}`,
    ...verify.map((way) => `Verify: ${way}`),
    `If no, it proves: ${absence.proves}`,
    `It does not prove: ${absence.doesNotProve}`,
    ...notes.map((note) => `Note: ${note}`),
  ];
  return {
    mark: isOpen ? 'unticked' : 'ticked',
    text: [{ strong: titleOf(criterion) }, criterion.number === undefined ? handleOf(criterion) : ''],
    aside: answer ? answerWords[answer.answer] : unasked,
    tone,
    details: [criterion.question, ...details],
  };
}

function offerBlocks({ agency: { name, offer } }: Assessment): Block[] {
  if (!isOffered(offer)) {
    return [
      {
        type: 'paragraph',
        text: ['Nothing is recorded. Record it: ', { command: `ascpi agency offer ${typedName(name)} --pay <amount>` }],
      },
    ];
  }
  const fields = offerPartIds.flatMap((part) => {
    const text = partText(part, offer);
    return text === undefined ? [] : [{ label: offerParts[part].title, text }];
  });
  const yearly = yearlyOf(offer);
  const missing = missingParts(offer);
  return [
    { type: 'fields', fields: [...fields, { label: 'In a year', text: totalText(yearly) }] },
    ...(missing.length > 0
      ? [{ type: 'paragraph', text: `Missing: ${partNames(missing)}.`, tone: 'soon' } as const]
      : []),
  ];
}

function nextBlocks({ open, agency: { name } }: Assessment): Block[] {
  const [first] = open;
  if (!first)
    return [
      {
        type: 'callout',
        label: 'Next',
        text: 'compare it with another:',
        command: `ascpi agency compare ${typedName(name)} "<other>"`,
      },
    ];
  return [
    {
      type: 'callout',
      label: 'Ask next',
      text: `${first.question} Then record the answer:`,
      command: `ascpi agency answer ${typedName(name)} ${first.number ?? first.id} yes|no|unknown --evidence "<text>"`,
    },
  ];
}
