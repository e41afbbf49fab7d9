// Copies a store as it is. Newer Nodes leave out the modes of folders when they copy a tree.
import { chmodSync, cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function copyStore(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(join(to, path.slice(from.length)), statSync(path).mode);
  }
  chmodSync(to, statSync(from).mode);
}
