// The one place that tells a failure: one line, or one JSON object where JSON was asked for.
import { Failure } from '../domain/failure.ts';
import { escaped } from '../formats/json.ts';
import { visible } from '../formats/safe-text.ts';
import { systemFailure } from '../stores/io-failure.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';

const REPORT_AT = 'https://github.com/ascpi/ascpi/issues';

/** Writes to stderr and returns the exit code. The stack is shown only with `debug`. */
export function reportFailure(error: unknown, json: boolean, debug: boolean, context: Context): number {
  const failure = error instanceof Failure ? error : (systemFailure(error) ?? asBug(error));
  const { kind, message, hint } = failure;
  const line = json
    ? escaped(JSON.stringify({ error: { kind, message, hint: hint ?? null } }))
    : `ascpi: ${oneLine(message)}.${hint ? ` ${oneLine(hint)}${/[.?!]$/.test(hint) ? '' : '.'}` : ''}`;
  context.stderr.write(`${line}\n`);
  if (debug) context.stderr.write(`${stackOf(failure)}\n`);
  return exitCodes[kind];
}

/** Whoever made the message has escaped what is not ours; what was forgotten does no harm here. */
const oneLine = (text: string) => visible(text.replace(/\s*\n\s*/g, ' ').trim());

function asBug(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(
    'bug',
    `this is a bug in ascpi: ${message}`,
    `Run again with --debug, and report it with what ascpi doctor --report says: ${REPORT_AT}`,
    error,
  );
}

/** Where it comes from, and nothing of what anybody wrote: the messages of causes may repeat what a file holds. */
function stackOf(failure: Failure): string {
  const { cause } = failure;
  const because = cause instanceof Error ? [`caused by ${nameOf(cause)}`, ...framesOf(cause)] : [];
  return [...framesOf(failure), ...because].join('\n');
}

const nameOf = (error: Error): string => ('code' in error ? `${error.name} ${String(error.code)}` : error.name);

const framesOf = ({ stack = '' }: Error): string[] => stack.split('\n').filter((line) => /^\s+at /.test(line));
