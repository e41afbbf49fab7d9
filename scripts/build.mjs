// Bundles src/ into dist/: CommonJS, because that starts fastest, with rarely needed libraries in chunks of their own.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: { ascpi: join(root, 'src/entry.ts') },
  platform: 'node',
  transform: { target: 'node20.19' },
});
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[name].js',
  comments: false,
});
await writeFile(join(dist, 'THIRD-PARTY.txt'), await notices(output.flatMap(({ moduleIds = [] }) => moduleIds)));

/** The licences of everything that was bundled: their texts must travel with their code. */
async function notices(moduleIds) {
  const packages = new Set(
    moduleIds.map((id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0]).filter(Boolean),
  );
  const texts = await Promise.all([...packages].sort().map(notice));
  return texts.join(`\n${'-'.repeat(78)}\n\n`);
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  for (const file of ['license', 'LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license.md', 'LICENCE']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return `${name} ${version} (${license})\n\n${text}`;
  }
  return `${name} ${version} (${license})\n`;
}
