// The settings and where each comes from.
import type { CivilDate } from '../domain/civil-date.ts';
import type { View } from './view.ts';

export interface SettingRow {
  readonly key: string;
  readonly value: string | boolean;
  readonly origin: string;
}

export function settingsView(rows: readonly SettingRow[], showOrigin: boolean, today: CivilDate, home: string): View {
  return {
    name: 'config',
    today,
    data: { home, settings: rows },
    blocks: [
      rows.length === 0
        ? { type: 'paragraph', text: ['Nothing is set. Kept in ', { user: home }] }
        : {
            type: 'fields',
            fields: rows.map(({ key, value, origin }) => ({
              label: key,
              text: [{ user: String(value) }, showOrigin ? ` (${origin})` : ''],
            })),
          },
    ],
  };
}
