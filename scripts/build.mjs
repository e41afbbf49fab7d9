// Bundles src/ into dist/: CommonJS, because that starts fastest, with rarely needed libraries in chunks of their own.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import * as valibot from 'valibot';
import { notices } from './third-party.mjs';

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

/** Puts all that an entry needs without any late import into one chunk of that name. */
function oneChunk(name, entry) {
  let core;
  const reached = (graph) => {
    const found = new Set();
    const ahead = [entry];
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
    return found;
  };
  const nameOf = (id, graph) => {
    core ??= reached(graph);
    return core.has(id) ? name : null;
  };
  return { groups: [{ debugName: name, name: nameOf }] };
}
const entry = join(root, 'src/entry.ts');
const quickSource = join(root, 'src/quick.ts');

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
  codeSplitting: oneChunk('core', entry),
  comments: false,
});
await asFunctions(output);

// The usual questions have a small bundle of their own, without what only other commands need: see src/cli/quick/answer.ts.
const NOTHING = '\0nothing';
const SHAPELESS = '\0shapeless';
const GUESSLESS = '\0guessless';
/** What stands in the place of modules that no quick answer needs. */
const standIns = {
  [NOTHING]: () => 'export {};',
  [SHAPELESS]: shapeless,
  [GUESSLESS]: () => 'export function distance() { throw new Error("no guess is at hand"); }',
};
const { load, keepCaches } = createRequire(import.meta.url)('../bin/ascpi.js');
const { lines, main, realContext } = load('ascpi.js');
const compiled = { texts: await checkedData(), lines };
const quickBundle = await rolldown({
  input: { quick: quickSource },
  platform: 'node',
  // So that it is one file: what late parts share with it they take from it.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'quick',
      resolveId: (id) => ({ valibot: SHAPELESS, 'fastest-levenshtein': GUESSLESS })[id] ?? null,
      // Other late imports are of what only the whole program does: to come upon one is to leave.
      resolveDynamicImport: (id) =>
        /^(chalk|string-width)$|(remind\/remind|roster\/list|\/gist-groups|\/gist-entries|\/keep-gists)\.ts$/.test(id)
          ? null
          : NOTHING,
      load: (id) =>
        id.endsWith('/compiled-data.ts') ? `export const compiled = ${JSON.stringify(compiled)};` : standIns[id]?.(),
    },
  ],
  transform: { target: 'node20.19' },
});
const quick = await quickBundle.write({
  dir: dist,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: 'quick-[name]-[hash].js',
  codeSplitting: oneChunk('core', quickSource),
  comments: false,
  // Nobody sees where its failures come from: the whole program begins anew and says it.
  minify: true,
});
await asFunctions(quick.output);
await writeFile(
  join(dist, 'THIRD-PARTY.txt'),
  notices([...output, ...quick.output].flatMap(({ moduleIds = [] }) => moduleIds)),
);

/** PDFs are set in these; they are read from their files, because most runs need none. */
await mkdir(join(dist, 'fonts'));
for (const [url, name] of [
  [import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), 'DejaVuSans.ttf'],
  [import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'), 'DejaVuSans-Bold.ttf'],
  [import.meta.resolve('dejavu-fonts-ttf/LICENSE'), 'LICENSE.txt'],
]) {
  await copyFile(fileURLToPath(url), join(dist, 'fonts', name));
}

// What the usual commands compile is kept for this Node: see bin/ascpi.js.
const home = await mkdtemp(join(tmpdir(), 'ascpi-build-'));
const silent = { write: () => {}, isTTY: false, columns: undefined };
const context = { ...realContext(process, root), env: { ASCPI_HOME: home }, stdout: silent, stderr: silent };
for (const words of [['start', '--name', 'Build'], ['done', 'admission'], ['status'], ['next'], ['plan']]) {
  await main(words, context);
}
keepCaches();
// Each question in a run of its own keeps what its answer takes and no more.
const ask = (...words) =>
  spawnSync(process.execPath, [join(root, 'bin/ascpi.js'), ...words], { env: { ...process.env, ASCPI_HOME: home } });
for (const words of [['status'], ['next'], ['remind', '--check'], ['status', '--json']]) ask(...words);
// Lists are asked of a roster that has something to say.
const people = Array.from({ length: 60 }, (_, index) => `Candidate ${index},MLS(ASCPi),2026-01-05`);
await writeFile(join(home, 'people.csv'), ['name,credential,admission', ...people].join('\n'));
if ((await main(['candidates', 'import', join(home, 'people.csv')], context)) !== 0)
  throw new Error('no roster to ask');
for (const words of [['remind'], ['remind', '--json'], ['candidates'], ['candidates', '--json']]) ask(...words);
await rm(home, { recursive: true, force: true });

/** Shapes stand in many files, but nothing is checked here: making them makes nothing, and to ask one is a fault. */
function shapeless() {
  // Some are named like words of the language: each gets a name here and its own outside.
  const names = Object.keys(valibot).filter((name) => name !== 'safeParse');
  return [
    'export function safeParse() { throw new Error("no shape is at hand"); }',
    'const shape = { options: [], entries: {} };',
    ...names.map((_, index) => `/* @__NO_SIDE_EFFECTS__ */ function made${index}() { return shape; }`),
    `export { ${names.map((name, index) => `made${index} as ${name}`).join(', ')} };`,
  ].join('\n');
}

/** The texts of the data that the quick bundle holds; fails where a file of data/ has a fault. */
async function checkedData() {
  const bundle = await rolldown({ input: join(root, 'src/cli/rule-source.ts'), platform: 'node' });
  const built = await bundle.generate({ format: 'esm', codeSplitting: false });
  const code = Buffer.from(built.output[0].code).toString('base64');
  const { faultsOfData, ruleSource } = await import(`data:text/javascript;base64,${code}`);
  const data = join(root, 'data');
  const faults = faultsOfData(data);
  if (faults.length > 0) throw new Error(`data/ has faults:\n${faults.join('\n')}`);
  const source = ruleSource(data);
  const meanings = { rules: source.rule, calendars: source.calendar };
  const texts = Object.entries(meanings).map(async ([folder, meaningOf]) => {
    const names = (await readdir(join(data, folder))).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(
      names.map(async (file) => {
        const name = file.slice(0, -'.json'.length);
        const text = await readFile(join(data, folder, file), 'utf8');
        const meaning = JSON.stringify(meaningOf(name));
        // What is left out in the file stands in its meaning.
        return [`${folder}/${name}`, meaning === JSON.stringify(JSON.parse(text)) ? [text] : [text, meaning]];
      }),
    );
  });
  return Object.fromEntries((await Promise.all(texts)).flat());
}

/** What bin/ascpi.js runs. ASCII is read in half the time; in code an escape stands for its character wherever that may stand. */
async function asFunctions(chunks) {
  for (const { type, fileName, code } of chunks) {
    if (type !== 'chunk') continue;
    const escaped = code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    await writeFile(
      join(dist, fileName),
      `(function (exports, require, module, __filename, __dirname) {${escaped}\n})`,
    );
  }
}
