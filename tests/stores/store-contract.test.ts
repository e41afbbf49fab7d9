// Runs the store contract on every adapter.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openFileStore } from '../../src/stores/file-store.ts';
import { openMemoryStore } from '../../src/stores/memory-store.ts';
import { storeContract } from './store-contract.ts';
import { tempFolder } from './temp-folder.ts';

storeContract('memory', openMemoryStore);

storeContract('files in a folder that is not there yet', () => openFileStore(join(tempFolder(), 'not', 'yet')));

storeContract('files in a folder behind a link', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'real', 'journeys'), { recursive: true });
  mkdirSync(join(folder, 'home'));
  symlinkSync(join(folder, 'real', 'journeys'), join(folder, 'home', 'journeys'));
  return openFileStore(join(folder, 'home'));
});
