// A journey from facts as the table of cycles writes them: `certificate 2027-03-01 expires 2030-01-31`.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, journeyShape, record, standing } from '../../src/domain/journey.ts';
import { readShape } from '../../src/domain/shape.ts';

const full = (code = ''): string => (code.includes('(') ? code : `${code}(ASCPi)`);

/** Words in quotes are one word. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

function factOf(text: string, journey: Journey): NewFact {
  const [kind = '', ...words] = wordsOf(text);
  const credential = kind === 'held' ? { credential: full(words.shift()) } : {};
  const on = words.shift() as CivilDate;
  if (kind === 'activity') return activityOf(words, on, `${words[2]}`);
  const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const areas = words.flatMap((word) => (word.includes('=') ? [[word.split('=')[0], Number(word.split('=')[1])]] : []));
  const of = after('of');
  return {
    kind,
    on,
    ...credential,
    ...(kind === 'exam' ? { result: 'pass' } : {}),
    ...(kind === 'undo' ? { of: standing(journey).last?.id } : {}),
    ...(after('expires') ? { expires: after('expires') } : {}),
    ...(after('start') ? { start: after('start') } : {}),
    ...(of ? { credential: full(of) } : {}),
    ...(areas.length > 0 ? { areas: Object.fromEntries(areas) } : {}),
  } as NewFact;
}

function activityOf([points, area]: readonly string[], on: CivilDate, title: string, code?: string): NewFact {
  const credentials = code ? { credentials: [full(code)] } : {};
  return { kind: 'activity', on, points: Number(points), area: area as string, title, ...credentials };
}

/** `2 safety 2027-06-03 for MLT` */
function pointsOf(text: string, index: number): NewFact {
  const [points = '', area = '', on = '', , code] = text.split(' ');
  return activityOf([points, area], on as CivilDate, `Activity ${index + 1}`, code);
}

/** Fails with every fault of what it was given. */
export function cmpJourney(
  facts: readonly string[],
  points: readonly string[] = [],
  credential = 'MLS(ASCPi)',
): Journey {
  const begun = beginJourney('scenario', { name: 'Maria Santos', credential, country: 'PH' });
  const add = (journey: Journey, fact: NewFact) =>
    record(journey, fact, {
      by: 'expert',
      at: '2027-01-01T00:00:00Z',
      newId: () => `fact-${journey.facts.length + 1}`,
    });
  const lived = facts.reduce((journey, text) => add(journey, factOf(text, journey)), begun);
  const whole = points.reduce((journey, text, index) => add(journey, pointsOf(text, index)), lived);
  const read = readShape(journeyShape, whole);
  if (!read.ok) throw new Error(read.faults.join('; '));
  return read.value;
}
