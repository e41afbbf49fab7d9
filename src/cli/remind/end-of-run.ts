// Listens for being asked to end: what is at hand is brought to its end, and no pause is waited out.
import type { Context, EndSignal } from '../context.ts';

export interface EndOfRun {
  /** what was heard, if anything */
  readonly signal: () => EndSignal | undefined;
  /** Waits, unless it is asked to end. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From now on the process ends as any other. */
  readonly forget: () => void;
}

export function endOfRun({ onSignal }: Context): EndOfRun {
  let heard: EndSignal | undefined;
  let wake = () => {};
  const forget = onSignal((signal) => {
    heard ??= signal;
    wake();
  });
  return {
    signal: () => heard,
    forget,
    pause: async (milliseconds) => {
      if (milliseconds <= 0 || heard) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
