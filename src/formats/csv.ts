// The CSV format: the sheet of a view, or its first table, as values for spreadsheets and scripts.
import type { Sheet, View } from '../views/view.ts';
import type { Format } from './format.ts';

/** What a view gives to a spreadsheet, if anything. */
const sheetOf = ({ sheet, blocks }: View): Sheet | undefined => sheet ?? blocks.find((block) => block.type === 'table');

export const csv = {
  name: 'csv',
  extensions: ['csv'],
  lacks: (view: View) => (sheetOf(view) === undefined ? 'table' : undefined),
  render: async (view: View) => (await import('./csv-records.ts')).records(sheetOf(view) ?? { columns: [], rows: [] }),
} as const satisfies Format;
