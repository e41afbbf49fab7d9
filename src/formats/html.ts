// The HTML format: one page that stands alone, for any view; what writes it is loaded only when asked for.
import type { View } from '../views/view.ts';
import type { Format } from './format.ts';

export const html = {
  name: 'html',
  extensions: ['html', 'htm'],
  printed: true,
  takes: ['pages'],
  render: async (view: View) => (await import('./html-page.ts')).page(view),
} as const satisfies Format;
