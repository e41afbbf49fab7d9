// `ascpi config`: settings, where each comes from, and changing them.
import { Failure, quote } from '../../domain/failure.ts';
import { filterText } from '../../domain/filter.ts';
import { isJourneyId, parseJourneyId } from '../../domain/journey-id.ts';
import { masked } from '../../domain/masked.ts';
import { readOwnValue } from '../../domain/rulebook.ts';
import { closest } from '../../domain/suggest.ts';
import { openStore } from '../../stores/index.ts';
import type { Settings } from '../../stores/settings.ts';
import { type SettingRow, settingsView } from '../../views/settings.ts';
import type { Command, Options, Outcome } from '../command.ts';
import { countryCode } from '../countries.ts';
import { deliveryKeys, secretKeys } from '../delivery-settings.ts';
import type { Run } from '../run.ts';

interface Key {
  readonly summary: string;
  readonly variable?: string;
  /** The value as kept. Fails with `usage`. */
  readonly read: (text: string) => string | boolean | number;
}

const keys = {
  candidate: {
    summary: 'whose journey is meant when none is named',
    variable: 'ASCPI_CANDIDATE',
    read: parseJourneyId,
  },
  accessible: { summary: 'words instead of glyphs and columns', variable: 'ACCESSIBLE', read: readSwitch },
  store: {
    summary: 'where journeys are kept',
    variable: 'ASCPI_STORE',
    read: (text) => {
      openStore(text);
      return text;
    },
  },
  storeTls: {
    summary: 'verify (a server has to prove who it is) or off (only on a network that is safe)',
    read: readTls,
  },
  country: { summary: 'where education was, for new journeys', read: countryCode },
  ...deliveryKeys,
} as const satisfies Record<Exclude<keyof Settings, Named>, Key>;

type KeyName = keyof typeof keys;
/** Own values, by the id of a rule or an assumption: `rules.exam-window`. */
type Own = 'rules' | 'assumptions';
/** What is kept under names of its own; filters are kept by `candidates`. */
type Named = Own | 'filters';

function namedKey(name: string): { kind: Named; id: string } | undefined {
  const match = /^(rules|assumptions|filters)\.(.+)$/.exec(name);
  return match ? { kind: match[1] as Named, id: match[2] ?? '' } : undefined;
}

const actions = ['list', 'get', 'set', 'unset'];

export const config: Command = {
  name: 'config',
  group: 'This tool',
  summary: 'settings: list, get, set, unset',
  description: `Settings: ${Object.keys(keys).join(', ')}, and rules.<id> or assumptions.<id> for your own value of one, shown wherever it acts. filters.<name> are those that candidates --save-filter kept.`,
  args: [
    { name: '[action]', description: 'list, get, set or unset; list unless given' },
    { name: '[key]', description: 'for example candidate, or rules.exam-window' },
    { name: '[value]', description: 'for set' },
  ],
  options: [{ flags: '--show-origin', description: 'where each value comes from' }],
  examples: [
    'ascpi config',
    'ascpi config set rules.exam-window 90d',
    'ascpi config get rules.exam-window --show-origin',
    'ascpi config unset rules.exam-window',
  ],
  json: 'settings[] {key, value, origin}',
  writes: true,
  async decide(run, [action = 'list', key, value], options) {
    if (!actions.includes(action)) {
      const near = closest(action, actions);
      throw new Failure(
        'usage',
        `config can't ${quote(action)}`,
        near ? `Did you mean ${near}?` : `It can ${actions.join(', ')}`,
      );
    }
    const extra = { list: key, get: value, unset: value }[action];
    if (extra !== undefined)
      throw new Failure('usage', `config ${action} takes no ${quote(extra)}`, 'See: ascpi help config');
    if (action === 'list') return show(rowsOf(run), run, options);
    const name = keyNamed(key);
    if (action === 'get')
      return show(
        rowsOf(run).filter((row) => row.key === name),
        run,
        options,
        name,
      );
    return action === 'set' ? set(run, name, value, options) : unset(run, name, options);
  },
};

function keyNamed(key: string | undefined): string {
  if (key === undefined)
    throw new Failure(
      'usage',
      'the key is missing',
      `Keys: ${Object.keys(keys).join(', ')}, rules.<id>, assumptions.<id>, filters.<name>`,
    );
  if (Object.hasOwn(keys, key) || namedKey(key)) return key;
  const variable = Object.hasOwn(secretKeys, key) ? secretKeys[key] : undefined;
  if (variable)
    throw new Failure(
      'usage',
      `${key} is a secret, and secrets are not kept in the settings`,
      `Set ${variable}, or ${variable}_FILE to the path of a file that holds it`,
    );
  const near = closest(key, Object.keys(keys));
  throw new Failure(
    'usage',
    `there is no setting ${quote(key)}`,
    near ? `Did you mean ${near}?` : 'See: ascpi help config',
  );
}

function rowsOf(run: Run): SettingRow[] {
  const { rules = {}, assumptions = {}, filters = {}, ...plain } = run.settings();
  const named = (Object.keys(keys) as KeyName[]).flatMap((key): SettingRow[] => {
    const entry: Key = keys[key];
    const fromEnv = entry.variable ? run.context.env[entry.variable] : undefined;
    if (fromEnv) return [{ key, value: fromEnv, origin: `environment ${entry.variable}` }];
    const kept = plain[key];
    return kept === undefined ? [] : [{ key, value: kept, origin: 'settings' }];
  });
  const texts = Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, filterText(filter)]));
  const own = Object.entries({ rules, assumptions, filters: texts }).flatMap(([kind, values]) =>
    Object.entries(values).map(([id, text]) => ({ key: `${kind}.${id}`, value: text, origin: 'settings' })),
  );
  // An address may have come to the settings or the environment without us.
  return [...named, ...own].map((row) => (typeof row.value === 'string' ? { ...row, value: masked(row.value) } : row));
}

function show(rows: readonly SettingRow[], run: Run, options: Options, asked?: string, deed?: string): Outcome {
  if (asked !== undefined && rows.length === 0) {
    const filter = namedKey(asked)?.kind === 'filters';
    const hint = filter ? 'See what is set: ascpi config' : `Set it: ascpi config set ${asked} <value>`;
    throw new Failure('missing', `${asked} is not set`, hint);
  }
  return { view: settingsView(rows, options['showOrigin'] === true, run.today, run.home(), deed) };
}

async function set(run: Run, name: string, text: string | undefined, options: Options): Promise<Outcome> {
  if (text === undefined)
    throw new Failure('usage', `the value of ${name} is missing`, `ascpi config set ${name} <value>`);
  const own = namedKey(name);
  if (own?.kind === 'filters') throw keptElsewhere(own.id);
  const read = own ? ownValue(run, own.id, text) : keys[name as KeyName].read(text);
  // A candidate who is not there would be meant by every later command.
  const value = name === 'candidate' ? (await run.journeyNamed(String(read))).id : read;
  const settings = (before: Settings): Settings =>
    own ? { ...before, [own.kind]: { ...before[own.kind], [own.id]: String(value) } } : { ...before, [name]: value };
  const deed = run.globals.dryRun ? 'Would set:' : 'Set:';
  return { ...show([{ key: name, value, origin: 'settings' }], run, options, undefined, deed), save: [{ settings }] };
}

function ownValue(run: Run, id: string, text: string): string {
  readOwnValue(
    run.planbook({}).rules.find((each) => each.id === id),
    id,
    text,
  );
  return text;
}

const keptElsewhere = (name: string): Failure =>
  new Failure(
    'usage',
    'a filter is not set here',
    `Keep it where it is tried: ascpi candidates --due 14d --save-filter ${isJourneyId(name) ? name : 'urgent'}`,
  );

function unset(run: Run, name: string, options: Options): Outcome {
  const rows = rowsOf(run).filter(({ key, origin }) => !(key === name && origin === 'settings'));
  const own = namedKey(name);
  const settings = (before: Settings): Settings => {
    if (!own) {
      const { [name as KeyName]: _value, ...others } = before;
      return others;
    }
    const { [own.id]: _gone, ...values } = before[own.kind] ?? {};
    const { [own.kind]: _all, ...others } = before;
    return Object.keys(values).length > 0 ? { ...others, [own.kind]: values } : others;
  };
  const deed = `${run.globals.dryRun ? 'Would unset' : 'Unset'} ${name}. What is set then:`;
  return { ...show(rows, run, options, undefined, deed), save: [{ settings }] };
}

function readTls(text: string): string {
  if (text === 'verify' || text === 'off') return text;
  throw new Failure('usage', `${quote(text)} is neither verify nor off`, 'Give verify or off');
}

function readSwitch(text: string): boolean {
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (/^(false|no|off|0)$/i.test(text)) return false;
  throw new Failure('usage', `${quote(text)} is neither yes nor no`, 'Give yes or no');
}
