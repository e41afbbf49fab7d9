// Writes what the published program is made of, as CycloneDX JSON: what npm says of the packages that are bundled, and of none else.
//
//   npm run build && npm run -s sbom > ascpi.cdx.json
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thirdParties } from './third-party.mjs';

const root = join(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const bundled = new Map(thirdParties().map((party) => [`${party.name}@${party.version}`, party]));

const bill = fromNpm();
const { component } = bill.metadata;
const components = bill.components.filter((each) => bundled.has(keyOf(each))).map(shipped);
const missing = [...bundled.keys()].filter((key) => !components.some((each) => keyOf(each) === key));
if (missing.length > 0) throw new Error(`The lockfile does not hold ${missing.join(', ')}: npm ci && npm run build`);

const refs = components.map((each) => each['bom-ref']);
const dependencies = bill.dependencies
  .filter(({ ref }) => refs.includes(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.includes(each)) }));
const whole = {
  ...bill,
  // npm names it for the folder, and calls it a library.
  metadata: { ...bill.metadata, component: { ...component, type: 'application', name, version } },
  components,
  dependencies: [{ ref: component['bom-ref'], dependsOn: refs }, ...dependencies],
};
console.log(JSON.stringify(whole, null, 2));

function fromNpm() {
  const argv = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const npm = process.env.npm_execpath;
  const [file, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, stdout, stderr } = spawnSync(file, [...first, ...argv], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && file === 'npm',
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  return JSON.parse(stdout);
}

function keyOf(each) {
  return `${each.name}@${each.version}`;
}

/** For npm all of it is for development; the licence is the one whose text travels with the bundle. */
function shipped({ properties = [], ...more }) {
  const { licence } = bundled.get(keyOf(more));
  const licenses = /^[\w.-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ expression: licence }];
  const others = properties.filter(({ name: property }) => property !== 'cdx:npm:package:development');
  return { ...more, ...(others.length > 0 ? { properties: others } : {}), scope: 'required', licenses };
}
