// How far long work has come: one line that is drawn anew on a terminal, a few lines elsewhere.
import type { Sink } from './context.ts';

/** Shorter work is over before anybody reads. */
const WORTH_TELLING = 500;
/** On a terminal a line a hundred times; elsewhere, where each stays, four times. */
const [OFTEN, SELDOM] = [100, 4];

/** `plain`: nothing is drawn anew. */
export function progressOn(
  sink: Sink | undefined,
  deed: string,
  total: number,
  plain = false,
  least = WORTH_TELLING,
): (count: number) => void {
  if (!sink || total < least) return () => {};
  const redrawn = sink.isTTY && !plain;
  const step = Math.ceil(total / (redrawn ? OFTEN : SELDOM));
  return (count) => {
    if (count % step !== 0 && count !== total) return;
    const line = `${deed} ${count} of ${total}`;
    if (!redrawn) sink.write(`${line}\n`);
    else sink.write(count === total ? `\r${line}\n` : `\r${line}`);
  };
}
