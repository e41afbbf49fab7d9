// The settings as most people have them: whose journey, how it is read aloud, which country. With others the whole program decides.

import { isJourneyId } from '../../domain/journey-id.ts';
import { limits } from '../../domain/limits.ts';
import { isObject, readBytes } from '../../stores/read-json.ts';
import { leave } from './too-much.ts';

export interface PlainSettings {
  readonly candidate?: string;
  readonly accessible?: boolean;
}

/** What each plain setting may hold; of the others none may be there. */
const holds: Readonly<Record<string, (value: unknown) => boolean>> = {
  candidate: (value) => typeof value === 'string' && isJourneyId(value),
  accessible: (value) => typeof value === 'boolean',
  country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
};

export function plainSettings(path: string): PlainSettings {
  const bytes = readBytes(path, limits.settings);
  if (bytes === undefined) return {};
  const value: unknown = 'value' in bytes ? JSON.parse(bytes.value.toString('utf8')) : undefined;
  if (!isObject(value)) return leave();
  const isPlain = Object.entries(value).every(([name, held]) => Object.hasOwn(holds, name) && holds[name]?.(held));
  return isPlain ? (value as PlainSettings) : leave();
}
