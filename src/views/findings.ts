// What doctor found: one line when all is well, else each finding with its remedy.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Block, Item, View } from './view.ts';

export interface Finding {
  readonly id: string;
  readonly level: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** the command to type or what to do; null when all is well */
  readonly remedy: string | null;
}

export const fineFinding = (id: string, message: string): Finding => ({ id, level: 'ok', message, remedy: null });

const words = { ok: 'Fine', warn: 'Look at', fail: 'Broken' } as const;

export function findingsView(findings: readonly Finding[], today: CivilDate): View {
  const troubles = findings.filter(({ level }) => level !== 'ok');
  const items = troubles.map(
    ({ level, message, remedy }): Item => ({
      mark: 'bullet',
      label: words[level],
      text: { user: message },
      tone: level === 'fail' ? 'bad' : 'soon',
      details: remedy ? [`Remedy: ${remedy}`] : [],
    }),
  );
  const fine: Block = { type: 'paragraph', text: `All is well: ${findings.length} checks passed.`, tone: 'good' };
  return {
    name: 'doctor',
    today,
    data: { findings },
    blocks: troubles.length === 0 ? [fine] : [{ type: 'items', items }],
  };
}
