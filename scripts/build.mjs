// Bundles src/ into dist/: CommonJS, because that starts fastest, with rarely needed libraries in chunks of their own.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
/**
 * What libraries load for features that are not used here: commander looks for subcommands that are programs of their
 * own (3 ms at each start), fontkit reads fonts compressed for the web (1 MB).
 */
const leftOut = [
  ['commander', 'node:child_process'],
  ['fontkit', 'brotli/decompress.js'],
];
const withoutUnused = {
  name: 'without-unused',
  resolveId: (id, importer = '') =>
    leftOut.some(([library, module]) => id === module && importer.includes(library)) ? EMPTY : null,
  load: (id) => (id === EMPTY ? 'module.exports = {};' : null),
};
const EMPTY = '\0empty.cjs';

/** What is loaded without any late import. */
const entry = join(root, 'src/entry.ts');
let core;
function coreOf(graph) {
  if (core) return core;
  core = new Set();
  const ahead = [entry];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (core.has(id)) continue;
    core.add(id);
    ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return core;
}

const bundle = await rolldown({
  input: { ascpi: entry },
  platform: 'node',
  plugins: [withoutUnused],
  transform: { target: 'node20.19' },
});
const { output } = await bundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // What every command needs is one file; whatever is imported late is in chunks of its own.
  codeSplitting: { groups: [{ debugName: 'core', name: (id, graph) => (coreOf(graph).has(id) ? 'core' : null) }] },
  comments: false,
});
await writeFile(join(dist, 'THIRD-PARTY.txt'), await notices(output.flatMap(({ moduleIds = [] }) => moduleIds)));

/** PDFs are set in these; they are read from their files, because most runs need none. */
await mkdir(join(dist, 'fonts'));
for (const [url, name] of [
  [import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), 'DejaVuSans.ttf'],
  [import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'), 'DejaVuSans-Bold.ttf'],
  [import.meta.resolve('dejavu-fonts-ttf/LICENSE'), 'LICENSE.txt'],
]) {
  await copyFile(fileURLToPath(url), join(dist, 'fonts', name));
}

// What the usual commands compile is kept for this Node: see bin/code-cache.js.
const home = await mkdtemp(join(tmpdir(), 'ascpi-build-'));
const { load, keepCaches } = createRequire(import.meta.url)('../bin/code-cache.js');
const { main, realContext } = load(join(dist, 'ascpi.js'));
const silent = { write: () => {}, isTTY: false, columns: undefined };
const context = { ...realContext(process, root), env: { ASCPI_HOME: home }, stdout: silent, stderr: silent };
for (const words of [['start', '--name', 'Build'], ['done', 'admission'], ['status'], ['next'], ['plan']]) {
  await main(words, context);
}
keepCaches();
await rm(home, { recursive: true, force: true });

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
