// Facts: what happened, on which day, recorded by whom and when. The only thing that is stored; all else is computed.
import * as v from 'valibot';
import { chargeabilityShape } from './chargeability.ts';
import { civilDateShape } from './civil-date.ts';
import { isJourneyId } from './journey-id.ts';
import { credentialIdShape, profileChangeShape } from './profile.ts';
import { lineShape, noteShape } from './text.ts';
import { categoryIds } from './visa-category.ts';

export const instantShape = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, 'is not a UTC instant'),
);
const factId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,40}$/, 'is not the id of a fact'));
const result = v.picklist(['pass', 'fail']);
const dateId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'is not the id of a date'));

export const NOTE_LIMIT = 4000;
export const EVIDENCE_LIMIT = 300;
export const MOST_POINTS = 1000;
/** The id of an area of points, `blood-banking`. */
export const AREA = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** How far a paper comes, in this order. */
export const documentStates = ['requested', 'sent', 'received', 'reviewed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** The ways a reminder leaves the house. */
export const channels = ['print', 'eml', 'smtp', 'webhook'] as const;
export type Channel = (typeof channels)[number];

const common = {
  id: factId,
  /** the civil day it happened on */
  on: civilDateShape,
  /** when it was recorded, and by whom */
  at: instantShape,
  by: lineShape(100),
  /** the machine it was recorded on, where several share a roster */
  host: v.optional(lineShape(255)),
  /** kept although it contradicts another fact */
  forced: v.optional(v.literal(true)),
};

const moneyShape = v.strictObject({
  amount: v.pipe(v.number(), v.finite(), v.minValue(0)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});

/** Points count to the hundredth. */
const pointsShape = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(MOST_POINTS),
  v.check((points) => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6, 'has more than two decimals'),
);
const areaShape = v.pipe(v.string(), v.regex(AREA, 'is not the id of an area'));

export const factShape = v.variant('kind', [
  v.strictObject({
    ...common,
    kind: v.literal('eligibility'),
    route: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('application'),
    fee: v.optional(moneyShape),
    reference: v.optional(lineShape(100)),
    /** the last day of the window as the board gives it, where the application starts its clock */
    windowEnd: v.optional(civilDateShape),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('admission'),
    windowStart: v.optional(civilDateShape),
    windowEnd: v.optional(civilDateShape),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('schedule'),
    exam: civilDateShape,
    /** on the clock of the centre, `08:30` */
    time: v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
    centre: v.optional(lineShape(200)),
    zone: v.optional(lineShape(60)),
  }),
  v.strictObject({ ...common, kind: v.literal('exam'), result }),
  v.strictObject({
    ...common,
    kind: v.literal('scores'),
    result,
    score: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('certificate'),
    number: v.optional(lineShape(100)),
    expires: v.optional(civilDateShape),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('check'),
    item: lineShape(100),
    ticked: v.boolean(),
    /** the last day on which the paper or test is valid */
    validUntil: v.optional(civilDateShape),
  }),
  /** the place in the visa queue; it happened on the priority date */
  v.strictObject({
    ...common,
    kind: v.literal('visa'),
    priority: civilDateShape,
    category: v.picklist(categoryIds),
    chargeability: chargeabilityShape,
  }),
  /** how far a paper of the checklist has come */
  v.strictObject({
    ...common,
    kind: v.literal('document'),
    item: lineShape(100),
    state: v.picklist(documentStates),
    /** who sent it, or was asked for it */
    from: v.optional(lineShape(200)),
    /** the name it is written under */
    name: v.optional(lineShape(200)),
    /** the last day on which it is valid */
    validUntil: v.optional(civilDateShape),
  }),
  /** another credential that is held besides the one the journey leads to; its cycle begins on that day */
  v.strictObject({
    ...common,
    kind: v.literal('held'),
    credential: credentialIdShape,
    expires: v.optional(civilDateShape),
  }),
  /** what earns points for credential maintenance; on a day the same area and title are the same activity */
  v.strictObject({
    ...common,
    kind: v.literal('activity'),
    points: pointsShape,
    area: areaShape,
    title: lineShape(200),
    /** those it counts for; all that are held unless given */
    credentials: v.optional(v.pipe(v.array(credentialIdShape), v.minLength(1))),
    /** what proves it, and where that is kept */
    evidence: v.optional(lineShape(EVIDENCE_LIMIT)),
  }),
  /** the points that the account asks for in a cycle, by area; without areas those of the rules count again */
  v.strictObject({
    ...common,
    kind: v.literal('points-table'),
    credential: v.optional(credentialIdShape),
    areas: v.optional(v.record(areaShape, pointsShape)),
  }),
  /** the points of a cycle were declared; of the journey's own credential unless given, as with the next two */
  v.strictObject({ ...common, kind: v.literal('declared'), credential: v.optional(credentialIdShape) }),
  /** the account shows the cycle that follows */
  v.strictObject({
    ...common,
    kind: v.literal('renewed'),
    credential: v.optional(credentialIdShape),
    start: v.optional(civilDateShape),
    expires: civilDateShape,
  }),
  /** valid again after it had lapsed */
  v.strictObject({
    ...common,
    kind: v.literal('reinstated'),
    credential: v.optional(credentialIdShape),
    start: v.optional(civilDateShape),
    expires: civilDateShape,
  }),
  v.strictObject({
    ...common,
    kind: v.literal('note'),
    text: noteShape(NOTE_LIMIT),
    /** the journey that became part of this one with it */
    merged: v.optional(v.pipe(v.string(), v.check(isJourneyId, 'is not an id of a journey'))),
  }),
  /** what of the profile was set, and what it held before; null for nothing */
  v.strictObject({ ...common, kind: v.literal('profile'), set: profileChangeShape, was: profileChangeShape }),
  /** no reminders of one date before a day */
  v.strictObject({ ...common, kind: v.literal('snooze'), date: dateId, until: civilDateShape }),
  /** no reminders of one date, or of any */
  v.strictObject({ ...common, kind: v.literal('mute'), date: v.optional(dateId), muted: v.boolean() }),
  v.strictObject({
    ...common,
    kind: v.literal('reminder'),
    /** of the message: the same date, day, rung and channel have the same */
    key: lineShape(200),
    date: dateId,
    due: civilDateShape,
    rung: v.pipe(v.number(), v.integer()),
    channel: v.picklist(channels),
    state: v.picklist(['intended', 'sent', 'failed']),
    /** the address it went to */
    to: v.optional(lineShape(300)),
    /** why it failed */
    reason: v.optional(lineShape(300)),
  }),
  v.strictObject({ ...common, kind: v.literal('undo'), of: factId }),
  v.strictObject({ ...common, kind: v.literal('redo'), of: factId }),
]);

/** The same, found by its kind at once: a variant tries one kind after the other, and a roster has a hundred thousand facts. */
export const factByKind = v.lazy((input) => shapeOf((input as { kind?: unknown } | null)?.kind));

/** Gathered when it is first asked for: most runs ask for none. */
let shapesByKind: Map<unknown, (typeof factShape.options)[number]> | undefined;

function shapeOf(kind: unknown) {
  shapesByKind ??= new Map(factShape.options.map((option) => [option.entries.kind.literal, option]));
  return shapesByKind.get(kind) ?? factShape;
}

export type Fact = v.InferOutput<typeof factShape>;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

type Recorded = 'id' | 'at' | 'by' | 'host';
type Unrecorded<F> = F extends Fact ? Omit<F, Recorded> : never;
/** A fact before it is recorded: without its id, instant and author. */
export type NewFact = Unrecorded<Fact>;

/** Who records, when, and where ids come from. */
export interface Recorder {
  readonly by: string;
  /** told where several machines share a roster */
  readonly host?: string;
  readonly at: string;
  readonly newId: () => string;
}
