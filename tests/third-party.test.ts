// What others wrote: the bill of materials names exactly what is bundled, and every licence is one that we may use.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const RULE = `\n${'-'.repeat(78)}\n\n`;

const MIT = /permission is hereby granted, free of charge, to any person/i;

/** What may be bundled, why, and words that its text is known by. */
const bundledLicences: Readonly<Record<string, readonly [why: string, words: RegExp]>> = {
  MIT: ['ours too: keep the notice', MIT],
  'MIT-0': ['MIT without keeping the notice', MIT],
  ISC: ['MIT in fewer words', /permission to use, copy, modify, and(\/or)? distribute this software/i],
  'BSD-2-Clause': ['keep the notice', /redistribution and use in source and binary forms/i],
  'BSD-3-Clause': [
    'keep the notice, and do not advertise with the names',
    /redistribution and use in source and binary forms/i,
  ],
  'Apache-2.0': [
    'keep the notice; we change nothing of it that we would have to mark',
    /apache license\s+version 2\.0/i,
  ],
  'Bitstream-Vera AND LicenseRef-Arev-Fonts AND LicenseRef-Public-Domain': [
    'fonts, shipped unchanged and not sold by themselves',
    /bitstream vera is\s+a trademark[\s\S]*arev/i,
  ],
};

/** What may be used for building and testing besides: nothing of it is shipped. */
const toolLicences: Readonly<Record<string, string>> = {
  'MIT OR Apache-2.0': 'MIT is chosen',
  '(MIT OR CC0-1.0)': 'MIT is chosen',
  '0BSD': 'MIT without any condition',
  'MPL-2.0': 'binds changes of its own files alone; we run them as they are',
};

/** Packages whose lockfile entry says no licence in the usual words: what their text says. */
const readByHand = ['png-js', 'dejavu-fonts-ttf'];

interface Party {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

const parties = textOf('dist/THIRD-PARTY.txt')
  .split(RULE)
  .map((entry): Party => {
    const [, name, licence, text] = /^(\S+ \S+) \((.+)\)\n\n([\s\S]+)$/.exec(entry) ?? [];
    if (!name || !licence || !text)
      throw new Error(`THIRD-PARTY.txt has an entry without licence: ${entry.slice(0, 80)}`);
    return { name, licence, text };
  });

test.each(parties)('$name may be bundled, and its licence travels with it', ({ licence, text }) => {
  expect(Object.keys(bundledLicences)).toContain(licence);
  expect(text).toMatch(bundledLicences[licence]?.[1] ?? /^$/);
});

test('no licence is allowed that nobody needs', () => {
  const unused = Object.keys(bundledLicences).filter((id) => !parties.some(({ licence }) => licence === id));
  expect(unused).toEqual([]);
});

test('every package that we build and test with is free to use', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { license?: string }> };
  const allowed = [...Object.keys(bundledLicences), ...Object.keys(toolLicences)];
  const found = Object.entries(packages).map(
    ([path, { license = 'none' }]) => [path.replace(/^.*node_modules\//, ''), license] as const,
  );
  expect(found.filter(([name, id]) => !allowed.includes(id) && !readByHand.includes(name))).toEqual([]);
  const unused = Object.keys(toolLicences).filter((id) => !found.some(([, license]) => license === id));
  expect(unused).toEqual([]);
});

/** Read by the bundler, but nothing of it is in the bundle. */
const dropped: readonly (readonly [why: string, names: readonly string[]])[] = [
  ['only passes on what others export', ['@inquirer/prompts']],
  [
    'questions that we do not ask',
    ['checkbox', 'confirm', 'editor', 'expand', 'number', 'rawlist', 'search'].map((name) => `@inquirer/${name}`),
  ],
  ['serve the question with an editor', ['@inquirer/external-editor', 'chardet', 'iconv-lite', 'safer-buffer']],
  ['scales of time that we do not draw', ['d3-time', 'd3-time-format']],
  ['left out by the build: fonts compressed for the web', ['brotli']],
];

/** The packages that are read for the program, asked of the bundler anew. */
async function packagesRead(): Promise<Set<string>> {
  const read = new Set<string>();
  for (const entry of ['entry', 'quick']) {
    const bundle = await rolldown({
      input: join(root, `src/${entry}.ts`),
      platform: 'node',
      logLevel: 'silent',
      plugins: [
        {
          name: 'watch',
          moduleParsed: ({ id }) => {
            const folder = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
            if (!folder) return;
            const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
            read.add(`${name} ${version}`);
          },
        },
      ],
    });
    await bundle.generate({ format: 'cjs' });
    await bundle.close();
  }
  return read;
}

test('the bill of materials names what is bundled, with version and licence, and nothing else', async () => {
  const bill = JSON.parse(execFileSync(process.execPath, [join(root, 'scripts/sbom.mjs')], { encoding: 'utf8' }));
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'ascpi', type: 'application' } },
  });
  const components = bill.components as Component[];
  const named = components.map(({ name, version }) => `${name} ${version}`);
  expect([...named].sort()).toEqual(parties.map(({ name }) => name).sort());
  for (const { name, version, licenses, hashes, purl } of components) {
    const [{ license, expression } = {}] = licenses;
    expect(license?.id ?? expression).toBe(parties.find((party) => party.name === `${name} ${version}`)?.licence);
    expect(hashes.map(({ alg }) => alg)).toEqual(['SHA-512']);
    expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
  }
  const read = await packagesRead();
  // The bundler's own helpers are written by it, and fonts are copied.
  expect(named.filter((each) => !read.has(each)).map((each) => each.split(' ')[0])).toEqual([
    'dejavu-fonts-ttf',
    'rolldown',
  ]);
  const unused = [...read].filter((each) => !named.includes(each)).map((each) => each.split(' ')[0]);
  expect(unused.sort()).toEqual(dropped.flatMap(([, names]) => names).sort());
});

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
  readonly hashes: readonly { readonly alg: string }[];
}

test('every dependency has its reason on the page of dependencies, and the page names no other', () => {
  const { devDependencies } = JSON.parse(textOf('package.json')) as { devDependencies: Record<string, string> };
  const rows = [...textOf('docs/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  const named = rows.filter((name) => !['package', '---'].includes(name));
  expect(named.sort()).toEqual(Object.keys(devDependencies).sort());
  expect(Object.entries(devDependencies).filter(([, wanted]) => !/^\d/.test(wanted))).toEqual([]);
});

test('none of the packages that npm ci installs here runs a script', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const scripted = Object.entries(packages).filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript);
  expect(scripted.map(([path]) => path)).toEqual([]);
});

test('who installs it depends on nothing, and can import nothing', () => {
  const manifest = JSON.parse(textOf('package.json'));
  for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'])
    expect(manifest).not.toHaveProperty(key);
  for (const key of ['exports', 'main', 'module', 'types', 'typings', 'browser'])
    expect(manifest).not.toHaveProperty(key);
});
