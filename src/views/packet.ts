// One candidate on one page, for an employer: where the journey stands, on what each day rests, and what is in hand.
import { dayDate, shortDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { Position } from '../domain/position.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { boardOf } from '../domain/steps-tables.ts';
import { dateNamed, type Timeline } from '../domain/timeline.ts';
import type { VisaCase } from '../domain/visa-case.ts';
import { categories } from '../domain/visa-category.ts';
import { lastingNote, whenText } from './dates.ts';
import { maintenanceRows } from './packet-maintenance.ts';
import { type PaperInHand, paperBlocks } from './packet-papers.ts';
import { skillBlocks, skillsOf } from './packet-skills.ts';
import { basisWords, stepsBlock, stepsData, timelineBlocks } from './packet-steps.ts';
import { tellingDate } from './status.ts';
import type { Text, View } from './view.ts';

export interface PacketInput {
  readonly journey: Journey;
  readonly timeline: Timeline;
  readonly position: Position;
  readonly rulebook: Rulebook;
  readonly papers: readonly PaperInHand[];
  /** in place of id and name */
  readonly anonymous: { readonly id: string; readonly name: string } | undefined;
  /** what was asked for besides; undefined where it was not */
  readonly scores: { readonly result: 'pass' | 'fail' | null; readonly score: number | null } | undefined;
  readonly number: string | null | undefined;
  readonly visa: { readonly own: VisaCase | null; readonly place: string } | undefined;
}

export function packetView(input: PacketInput): View {
  const { journey, timeline, anonymous } = input;
  const { today } = timeline;
  const { id, profile } = journey;
  const standing = standingText(input);
  const board = boardOf(profile.credential);
  const held = maintenanceRows(input);
  return {
    name: 'report-packet',
    today,
    data: {
      candidate: {
        id: anonymous?.id ?? id,
        name: anonymous?.name ?? profile.name,
        credential: profile.credential,
        country: anonymous ? null : (profile.country ?? null),
      },
      board,
      standing,
      steps: stepsData(input),
      papers: input.papers.map(({ validUntil, ...paper }) => ({ ...paper, validUntil: validUntil ?? null })),
      profile: Object.fromEntries(skillsOf(profile, anonymous !== undefined)),
      maintenance: held.map(({ data }) => data),
      ...(input.scores === undefined ? {} : { scores: input.scores }),
      ...(input.number === undefined ? {} : { number: input.number }),
      ...(input.visa === undefined ? {} : { visa: input.visa.own }),
    },
    blocks: [
      {
        type: 'title',
        text: [anonymous ? anonymous.name : { user: profile.name }, `, ${profile.credential}`],
        aside: `as of ${dayDate(today)}`,
      },
      {
        type: 'fields',
        fields: [
          { label: 'Board', text: board },
          { label: 'Standing', text: standing },
          ...windowField(timeline),
          ...asked(input),
        ],
      },
      { type: 'heading', text: 'Steps' },
      stepsBlock(input),
      ...timelineBlocks(input),
      ...paperBlocks(input.papers, today),
      ...skillBlocks(profile, anonymous !== undefined),
      ...(held.length > 0
        ? [
            { type: 'heading', text: 'Credential maintenance' } as const,
            { type: 'fields', fields: held.map(({ label, text }) => ({ label, text })) } as const,
          ]
        : []),
      {
        type: 'paragraph',
        text: 'Recorded: entered by the candidate or the agency. Printed: on the own notice of the candidate. Computed: from published rules, and a printed day wins over it.',
        tone: 'faint',
      },
    ],
    pages: { columns: 1, most: 1 },
  };
}

/** The window that an exam is still to be taken in, and what it rests on. */
function windowField(timeline: Timeline): { label: string; text: string }[] {
  const window = dateNamed(timeline, 'exam-window');
  if (!window || window.state === 'met') return [];
  const missed = window.state === 'missed' ? ', missed' : '';
  return [{ label: 'Exam window', text: `${whenText(window)}${missed} (${basisWords[window.basis]})` }];
}

/** Days are not counted down: the page is read on other days. */
function standingText({ position, timeline, journey }: PacketInput): string {
  const { current, steps } = position;
  const step = steps.find(({ id }) => id === current);
  if (!step) return `Certified: ${journey.profile.credential}; all steps are done.`;
  const date = tellingDate(step, timeline);
  return `Step ${step.number} of ${steps.length}, ${step.title}${date ? `: ${lastingNote(date)}` : ''}.`;
}

function asked({ scores, number, visa }: PacketInput): { label: string; text: Text }[] {
  const result = scores?.result
    ? `${scores.result}${scores.score === null ? '' : `, ${scores.score}`}`
    : 'not recorded';
  return [
    ...(scores === undefined ? [] : [{ label: 'Final scores', text: result }]),
    ...(number === undefined
      ? []
      : [{ label: 'Certificate number', text: number === null ? 'not recorded' : { user: number } }]),
    ...(visa === undefined ? [] : [{ label: 'Visa', text: visaText(visa) }]),
  ];
}

function visaText({ own, place }: NonNullable<PacketInput['visa']>): string {
  if (own === null) return 'no priority date is recorded';
  return `${own.category}, ${categories[own.category].title}, ${place}; priority date ${shortDate(own.priority)}`;
}
