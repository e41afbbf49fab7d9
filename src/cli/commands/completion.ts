// `ascpi completion`: what a shell needs to complete the words of a command line.
import type { Command } from '../command.ts';

/** `all` is a function because the list of commands contains this one. */
export const completionOf = (all: () => readonly Command[]): Command => ({
  name: 'completion',
  group: 'This tool',
  summary: 'complete commands, options, candidates, steps and dates in your shell',
  description:
    'Prints a script for bash, zsh, fish or powershell; read by the shell, it completes with the Tab key. "ascpi completion answer -- <words>" is what the scripts ask: it prints what may stand in place of the last word.',
  args: [
    { name: '<shell>', description: 'bash, zsh, fish or powershell' },
    { name: '[word...]', description: 'the words of the line, for the scripts' },
  ],
  examples: [
    'ascpi completion bash',
    'ascpi completion zsh',
    'ascpi completion fish',
    'ascpi completion answer -- done sch',
  ],
  json: 'shell, script, install; answer gives choices[] {value, about}, files',
  decide: async (run, words) => (await import('../completion/decide.ts')).decide(run, words, all()),
});
