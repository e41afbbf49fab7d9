// Ids of journeys: short handles that are safe as file names on every system.
import { Failure, quote } from './failure.ts';
import { searchable } from './text.ts';

// Device names that Windows gives to no file.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

export const isJourneyId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) && !RESERVED.test(text);

export function parseJourneyId(text: string): string {
  if (isJourneyId(text)) return text;
  const reason = RESERVED.test(text.toLowerCase())
    ? 'it is the name of a device on Windows'
    : 'an id has 1 to 64 of the characters a-z, 0-9 and hyphen, and begins with a letter or digit';
  throw new Failure(
    'usage',
    `${quote(text)} can't be an id: ${reason}`,
    'Choose another, for example --id maria-santos',
  );
}

/** `maria-santos` for `María Santos`; a name without Latin letters gives `candidate`. */
export function idFromName(name: string): string {
  const slug = searchable(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return isJourneyId(slug) ? slug : 'candidate';
}
