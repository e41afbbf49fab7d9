// The texts of messages: where each comes from, what is wrong with it, and what it may name.
import type { CivilDate } from '../domain/civil-date.ts';
import type { TemplateFault } from '../domain/reminder-template.ts';
import type { Block, Item, View } from './view.ts';

export interface TemplateRow {
  readonly name: string;
  readonly path: string;
  readonly own: boolean;
  readonly faults: readonly TemplateFault[];
}

export interface TemplatesInput {
  readonly rows: readonly TemplateRow[];
  readonly folder: string;
  /** what a template may name, with what it stands for */
  readonly fields: Readonly<Record<string, string>>;
  /** paths of copies that were written, or would be */
  readonly written: readonly string[];
  readonly writing: boolean;
  readonly dryRun: boolean;
  readonly today: CivilDate;
}

export function templatesView({ rows, folder, fields, written, writing, dryRun, today }: TemplatesInput): View {
  return {
    name: 'remind-templates',
    today,
    data: {
      folder,
      templates: rows.map(({ name, path, own, faults }) => ({
        ...{ name, path, own },
        faults: faults.map(({ line, message }) => ({ line, message })),
      })),
      fields,
      written,
      dryRun,
    },
    blocks: [
      ...(writing ? writtenBlocks(written, folder, dryRun) : []),
      { type: 'heading', text: 'Templates' },
      { type: 'items', items: rows.map(itemOf) },
      { type: 'heading', text: 'Fields' },
      {
        type: 'fields',
        fields: Object.entries(fields).map(([name, meaning]) => ({ label: `{${name}}`, text: meaning })),
      },
    ],
  };
}

function writtenBlocks(written: readonly string[], folder: string, dryRun: boolean): Block[] {
  const deed = dryRun ? 'Would write' : 'Wrote';
  const text =
    written.length === 0 ? 'Every copy is there already. They are in ' : `${deed} ${written.length} copies into `;
  return [{ type: 'paragraph', text: [text, { user: folder }, '.'], tone: 'good' }];
}

const itemOf = ({ name, path, own, faults }: TemplateRow): Item => ({
  mark: faults.length > 0 ? 'missed' : own ? 'done' : 'bullet',
  label: own ? { user: name } : name,
  text: own ? ['yours: ', { user: path }] : 'shipped',
  tone: faults.length > 0 ? 'bad' : 'plain',
  details: faults.map(({ line, message }) => [{ user: `line ${line}: ${message}` }]),
});
