// What a page needs beside words: its paper, and the fonts it is set in.

import { usualPaper } from '../domain/paper.ts';
import { readPapers } from '../domain/reference.ts';
import type { Format, PaperSize, Style } from '../formats/format.ts';
import type { View } from '../views/view.ts';
import { readFonts } from './fonts.ts';
import { whole } from './rule-source.ts';
import type { Run } from './run.ts';

/** The paper is looked up only for a format that has pages. */
export const pageStyle = (format: Format, view: View, run: Run): Pick<Style, 'paper' | 'fonts'> => ({
  paper: format.takes?.includes('paper') ? paperFor(view, run) : 'a4',
  fonts: async () => readFonts(run.context.fontFolder, run.globals.font),
});

/** As asked for, else the usual one of the candidate's country, else of the country in the settings. */
function paperFor({ data }: View, { globals, context, settings }: Run): PaperSize {
  if (globals.paper) return globals.paper;
  const { candidate, country } = data as { candidate?: { country?: string | null } | null; country?: string | null };
  const own = candidate?.country ?? country ?? settings().country;
  return usualPaper(own, whole(context.dataFolder, 'papers', readPapers));
}
