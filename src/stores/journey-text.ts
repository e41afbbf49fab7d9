// A journey as text: what is written, and what is accepted when it is read again.
import { Failure, quote } from '../domain/failure.ts';
import { JOURNEY_VERSION, type Journey, journeyShape } from '../domain/journey.ts';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { printable } from './printable.ts';
import type { Found } from './read-json.ts';

// Checking tells every fault; told of millions, it would fill the memory first.
const MOST_FACTS = 20_000;

/** Fails with `bug` rather than hand out what could not be read again. */
export function journeyText(journey: Journey): string {
  const text = `${JSON.stringify(journey, null, 2)}\n`;
  const found =
    Buffer.byteLength(text) > limits.journey ? { fault: 'it is too large' } : checkJourney(JSON.parse(text));
  if ('value' in found) return text;
  throw new Failure('bug', `the journey ${quote(journey.id)} can't be kept: ${found.fault}`, 'Nothing was changed');
}

/** Whether an object from a file is a journey that this version can read. */
export function checkJourney(value: { version?: unknown; facts?: unknown }): Found<Journey> {
  const { version, facts } = value;
  if (typeof version === 'number' && Number.isInteger(version) && version > JOURNEY_VERSION) {
    const versions = `version ${version} of its shape; this one knows ${JOURNEY_VERSION}`;
    return { fault: `it was written by a newer version of ascpi (${versions})`, newer: true };
  }
  if (Array.isArray(facts) && facts.length > MOST_FACTS) return { fault: `it holds more than ${MOST_FACTS} facts` };
  const shaped = readShape(journeyShape, value);
  return shaped.ok ? { value: shaped.value } : { fault: faultText(shaped.faults) };
}

/** The first fault, and how many more there are. */
export function faultText([first = '', ...others]: readonly string[]): string {
  return printable(first) + (others.length > 0 ? `, and ${others.length} more` : '');
}
