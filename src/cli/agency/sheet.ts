// `ascpi agency sheet` and `ascpi checklist interview`: the questions on paper, with room for the answers.
import { interviewSheetView } from '../../views/agency-sheet.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';

export const decide = async (run: Run): Promise<Outcome> => ({ view: interviewSheetView(run.criteria(), run.today) });
