// What a backup holds besides candidates: documents of the store, settings, texts of messages. What differs here stays unless forced.
import { join } from 'node:path';
import { type Backup, type Standing, same } from '../../domain/backup.ts';
import { Failure } from '../../domain/failure.ts';
import { layoutOf } from '../../stores/file-layout.ts';
import { checkSettings } from '../../stores/settings.ts';
import { type Shared, type SharedName, sharedNames } from '../../stores/store.ts';
import { isNewer } from '../../stores/store-failures.ts';
import { isTemplateName, readTemplates } from '../../stores/templates.ts';
import type { RestoredOther } from '../../views/restore.ts';
import type { Change } from '../command.ts';
import type { Run } from '../run.ts';

export interface Other {
  readonly said: RestoredOther;
  readonly save: readonly Change[];
}

export async function othersOf(backup: Backup, force: boolean, run: Run): Promise<Other[]> {
  const shared: Other[] = [];
  for (const document of backup.shared) {
    // A newer version may know documents that this one does not.
    const name = sharedNames.find((each) => each === document.name);
    if (name !== undefined) shared.push(await sharedOf(name, document, force, run));
  }
  return [...shared, ...settingsOf(backup.settings, force, run), ...templatesOf(backup.templates, force, run)];
}

async function sharedOf(name: SharedName, { revision, value }: Shared, force: boolean, run: Run): Promise<Other> {
  const kept = await keptShared(name, run);
  const state = kept === undefined ? 'new' : kept === 'damaged' ? kept : same(kept.value, value) ? 'same' : 'apart';
  const after = typeof kept === 'object' ? kept.revision + 1 : kept === 'damaged' ? revision + 1 : 1;
  const { at: stamp } = run.recorder();
  return decided(`the ${name}`, state, force, [{ shared: name, document: { revision: after, value }, stamp }]);
}

async function keptShared(name: SharedName, run: Run): Promise<Shared | 'damaged' | undefined> {
  try {
    return await run.store().readShared(name);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'damaged' && !isNewer(error)) return 'damaged';
    throw error;
  }
}

function settingsOf(value: object, force: boolean, run: Run): Other[] {
  if (Object.keys(value).length === 0) return [];
  const found = checkSettings(value);
  if ('fault' in found) {
    throw new Failure('damaged', `the settings in the backup can't be used: ${found.fault}; nothing was changed`);
  }
  const { store, ...kept } = run.settings();
  const state = Object.keys(kept).length === 0 ? 'new' : same(kept, value) ? 'same' : 'apart';
  const settings = () => ({ ...found.value, ...(store === undefined ? {} : { store }) });
  return [decided('the settings', state, force, [{ settings }])];
}

function templatesOf(templates: Backup['templates'], force: boolean, run: Run): Other[] {
  const kept = readTemplates(run.home());
  return Object.entries(templates)
    .filter(([name]) => isTemplateName(name))
    .map(([name, text]) => {
      const state = kept[name] === undefined ? 'new' : kept[name] === text ? 'same' : 'apart';
      return decided(`the text ${name}`, state, force, [{ file: join(layoutOf(run.home()).templates, name), text }]);
    });
}

function decided(what: string, state: Standing, force: boolean, save: readonly Change[]): Other {
  if (state === 'same') return { said: { what, state, deed: 'none' }, save: [] };
  const isKept = state === 'apart' && !force;
  return { said: { what, state, deed: isKept ? 'kept' : 'restored' }, save: isKept ? [] : save };
}
