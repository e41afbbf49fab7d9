// The settings and where each comes from.
import type { CivilDate } from '../domain/civil-date.ts';
import type { View } from './view.ts';

export interface SettingRow {
  readonly key: string;
  readonly value: string | boolean | number;
  readonly origin: string;
}

/** `deed` says what a change did, or in a dry run would do. */
export function settingsView(
  rows: readonly SettingRow[],
  showOrigin: boolean,
  today: CivilDate,
  home: string,
  deed?: string,
): View {
  return {
    name: 'config',
    today,
    data: { home, settings: rows },
    blocks: [
      ...(deed ? [{ type: 'paragraph', text: deed } as const] : []),
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
