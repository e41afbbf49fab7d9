// The PDF format: pages to print, hang up or hand over, tagged for screen readers.
import type { View } from '../views/view.ts';
import type { Format, Style } from './format.ts';

export const pdf = {
  name: 'pdf',
  extensions: ['pdf'],
  binary: true,
  printed: true,
  takes: ['pages', 'paper', 'font'],
  // All of it is loaded only for a PDF.
  render: async (view: View, style: Style) => (await import('./pdf/written.ts')).writtenAsPdf(view, style),
} as const satisfies Format;
