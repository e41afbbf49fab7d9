// Files that were written, one a candidate.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { View } from './view.ts';

export interface FilesInput {
  /** of the command */
  readonly name: string;
  readonly folder: string;
  readonly format: string;
  readonly files: readonly { readonly journey: Journey; readonly path: string }[];
  readonly today: CivilDate;
}

export function filesView({ name, folder, format, files, today }: FilesInput): View {
  const count = `${files.length} file${files.length === 1 ? '' : 's'}`;
  return {
    name,
    today,
    data: { folder, format, files: files.map(({ journey, path }) => ({ candidate: journey.id, path })) },
    blocks: [
      { type: 'title', text: [`Written: ${count} to `, { user: folder }] },
      {
        type: 'items',
        items: files.map(({ journey, path }) => ({
          mark: 'done',
          label: { user: journey.profile.name },
          text: { user: path.slice(folder.length + 1) },
        })),
      },
    ],
  };
}
