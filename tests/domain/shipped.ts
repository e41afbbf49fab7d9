// The rules and calendars as shipped, and rulebooks made of them.
import { fileURLToPath } from 'node:url';
import { dataFiles } from '../../src/cli/data-files.ts';
import { type DataFolder, readCalendars, readChecklists, readRules } from '../../src/domain/reference.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { makeRulebook, type Rulebook } from '../../src/domain/rulebook.ts';

export const shippedFiles = (folder: DataFolder) =>
  dataFiles(fileURLToPath(new URL('../../data', import.meta.url)), folder);

export const shippedRules: readonly Rule[] = readRules(shippedFiles('rules'));
export const shippedChecklists = readChecklists(shippedFiles('checklists'));
export const shippedCalendars = readCalendars(shippedFiles('calendars'));

const shippedAssumptions: readonly Rule[] = readRules(shippedFiles('assumptions'));

/** The rules with the assumptions of plans. */
export const shippedPlanbook = (): Rulebook => makeRulebook([...shippedRules, ...shippedAssumptions], shippedCalendars);

/** Without own values: the rules of data/ and nothing else. */
export const shippedRulebook = (own: Readonly<Record<string, string>> = {}): Rulebook =>
  makeRulebook(shippedRules, shippedCalendars, own);
