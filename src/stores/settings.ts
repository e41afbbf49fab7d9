// The settings: what a user chose once, kept as one small JSON file. Reading it loads no library and creates nothing.

import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { filterShape } from '../domain/filter.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { lineShape } from '../domain/text.ts';
import { layoutOf } from './file-layout.ts';
import { faultText } from './journey-text.ts';
import { shownPath } from './printable.ts';
import { type Found, isObject, readJson } from './read-json.ts';

/** tls: from the first byte on. starttls: begun in the clear, then always switched over. none: on this machine alone. */
export const mailSecurity = ['tls', 'starttls', 'none'] as const;

const settingsShape = v.strictObject({
  /** id of the journey that is meant when none is named */
  candidate: v.optional(v.pipe(v.string(), v.check(isJourneyId, 'is not an id of a journey'))),
  accessible: v.optional(v.boolean()),
  /** address of the store, `file:/home/maria/journeys` */
  store: v.optional(lineShape(4096)),
  /** whether the server of a shared roster has to prove who it is; verified unless off */
  storeTls: v.optional(v.picklist(['verify', 'off'])),
  /** ISO 3166 alpha-2 */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not two capital letters'))),
  /** own values of rules by id, as typed: `90d` */
  rules: v.optional(v.pipe(v.custom<object>(isObject, 'is not an object'), v.record(v.string(), lineShape(100)))),
  /** own values of assumptions by id, as typed: `6w` */
  assumptions: v.optional(v.record(v.string(), lineShape(100))),
  /** filters of the roster, by the name given to them */
  filters: v.optional(v.record(v.string(), filterShape)),
  /** the server that takes mail; its password is never kept here */
  'mail.host': v.optional(lineShape(253)),
  'mail.port': v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
  'mail.secure': v.optional(v.picklist(mailSecurity)),
  /** `Ana Cruz <ana@example.org>` */
  'mail.from': v.optional(lineShape(500)),
  'mail.user': v.optional(lineShape(300)),
  /** messages a minute, at most */
  'mail.perMinute': v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6000))),
  'webhook.url': v.optional(lineShape(2000)),
});
export type Settings = v.InferOutput<typeof settingsShape>;

/** Empty where nothing was ever set. Fails with `damaged`, naming the file, which is kept, and with `machine`. */
export function readSettings(home: string): Settings {
  const { settings, previousSettings } = layoutOf(home);
  const found = find(settings);
  if (found === undefined) return {};
  if ('value' in found) return found.value;
  const before = findQuietly(previousSettings);
  const way = before ? `copy ${shownPath(previousSettings)} over it` : 'mend it, or move it away to start without';
  throw new Failure(
    'damaged',
    `can't use the settings in ${shownPath(settings)}: ${found.fault}; nothing was changed`,
    `The file was kept as it is. To go on, ${way}`,
  );
}

export function checkSettings(value: unknown): Found<Settings> {
  const shaped = readShape(settingsShape, value);
  return shaped.ok ? { value: shaped.value } : { fault: faultText(shaped.faults) };
}

function find(path: string): Found<Settings> | undefined {
  const read = readJson(path, limits.settings);
  return read === undefined || 'fault' in read ? read : checkSettings(read.value);
}

function findQuietly(path: string): boolean {
  try {
    const found = find(path);
    return found !== undefined && 'value' in found;
  } catch {
    return false;
  }
}
