// What a shell is told: a script, or what may stand in place of a word.
import type { CivilDate } from '../domain/civil-date.ts';
import type { View } from './view.ts';

export function completionScriptView(shell: string, script: string, install: string, today: CivilDate): View {
  return {
    name: 'completion',
    today,
    data: { shell, script, install },
    blocks: [
      { type: 'title', text: `Completion for ${shell}` },
      { type: 'paragraph', text: `To keep it: ${install}` },
    ],
    verbatim: script,
  };
}

interface Choice {
  readonly value: string;
  readonly about?: string | undefined;
}

/** One choice a line, with what it is after a tab; the one line `:files` where the shell knows best. */
export function completionView(choices: readonly Choice[] | 'files', today: CivilDate): View {
  const list = choices === 'files' ? [] : choices.map(({ value, about }) => ({ value, about: about ?? null }));
  const lines = list.map(({ value, about }) => (about === null ? value : `${value}\t${about.replace(/\s+/g, ' ')}`));
  return {
    name: 'completion',
    today,
    data: { choices: list, files: choices === 'files' },
    blocks: [
      { type: 'items', items: list.map(({ value, about }) => ({ mark: 'bullet', label: value, text: about ?? '' })) },
    ],
    verbatim: choices === 'files' ? ':files\n' : lines.map((line) => `${line}\n`).join(''),
  };
}
