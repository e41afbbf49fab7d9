// Commands about many: answers that stand together, changes that are made together or not at all, and asking first.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { manyOptionsOf, nameOf, optionsOf } from '../../src/cli/filter-options.ts';
import { cohort } from './cohort.ts';
import { bytesOf, LEAVE, person, stored } from './guide/script.ts';
import { terminal } from './terminal.ts';

async function made(setting = {}) {
  const where = terminal(setting);
  await cohort(where);
  return where;
}

const kindsOf = (home: string) =>
  Object.fromEntries(
    Object.entries(stored(home)).map(([name, { facts }]) => [
      name.replace('.json', ''),
      (facts as { kind: string }[]).map(({ kind }) => kind).join(' '),
    ]),
  );

describe('answers about many', () => {
  test('stand one after the other, each with commands that can be typed', async () => {
    const where = await made();
    const { out, code } = await where.run('status', '--tag', 'cebu');
    expect(code).toBe(0);
    expect(out).toMatch(/^Ana Cruz, MLS\(ASCPi\), attempt 1 [\s\S]*\n\nNguyễn Thị Ánh, MLS\(ASCPi\), attempt 1 /);
    for (const [line] of out.matchAll(/^ +ascpi done .*$/gm)) expect(line).toMatch(/ -c (ana-cruz|nguyen-thi-anh)$/);
    const next = await where.run('next', '--tag', 'cebu');
    expect(next.out).toMatch(/^Ana Cruz \(ana-cruz\)\n.* -c ana-cruz\n\nNguyễn Thị Ánh \(nguyen-thi-anh\)\n/s);
  });

  test('are the answers about each, under a schema of their own', async () => {
    const where = await made();
    for (const command of ['status', 'next', 'history', 'checklist', 'documents']) {
      const many = (await where.json(command, '--owner', 'Ben')) as Record<string, never>;
      expect(Object.keys(many).slice(0, 2)).toEqual(['schema', 'today']);
      expect(many).toMatchObject({ schema: `ascpi/${command}-of-many@1`, unread: [] });
      const each = [];
      for (const id of ['ana-cruz', 'lukasz-gross']) {
        const {
          schema: _schema,
          today: _today,
          ...data
        } = (await where.json(command, '-c', id)) as Record<string, never>;
        each.push(data);
      }
      expect(many['journeys']).toEqual(each);
    }
  });

  test('are one sheet for a spreadsheet, with the candidate before each row', async () => {
    const where = await made();
    const { out, code } = await where.run('history', '--all', '--format', 'csv');
    expect(code).toBe(0);
    const records = out.trimEnd().split('\r\n');
    expect(records[0]).toMatch(/^candidate,at,on,/);
    expect(records.slice(1).map((record) => record.split(',')[0])).toEqual([
      ...['ali', 'ali', 'ana-cruz'],
      ...['nguyen-thi-anh', 'nguyen-thi-anh', 'nguyen-thi-anh'],
    ]);
  });

  test('that are made to be printed begin on pages of their own; a blank one is for nobody', async () => {
    const where = await made();
    const { out, code } = await where.run('checklist', 'application', '--where-country', 'PH', '--format', 'html');
    expect(code).toBe(0);
    expect(out.match(/<div class="page-break">/g)).toBeNull();
    const two = await where.run('checklist', 'application', '--tag', 'cebu', '--format', 'html');
    expect(two.out.match(/<div class="page-break">/g)).toHaveLength(1);
    expect(two.out).toContain('Nguyễn Thị Ánh');
    expect(await where.run('checklist', '--blank', '--tag', 'cebu')).toMatchObject({ code: 2, out: '' });
  });

  test('show any candidate by id', async () => {
    const where = await made();
    expect(await where.json('candidates', 'show', 'ALI')).toMatchObject({
      schema: 'ascpi/candidates-show@1',
      candidate: { id: 'ali', name: 'محمد علي', owner: 'Ana', tags: [] },
    });
  });
});

test('where there are others, the next command of every answer names the candidate, for programs too', async () => {
  const where = terminal();
  const next = async (...argv: string[]) => {
    const answer = (await where.json(...argv)) as unknown as { next: { command: string } };
    return answer.next.command;
  };
  const command = 'ascpi done eligibility --route <number>';
  expect(await next('start', '--name', 'Ana Cruz')).toBe(command);
  expect(await next('status')).toBe(command);
  expect(await next('start', '--name', 'Ben Reyes')).toBe(`${command} -c ben-reyes`);
  expect((await where.run('start', '--name', 'Cleo Diaz')).out).toContain(`${command} -c cleo-diaz`);
  expect(await next('candidates', 'add', '--name', 'Dan Ong')).toBe(`${command} -c dan-ong`);
  expect(await next('candidates', 'edit', 'dan-ong', '--country', 'PH')).toBe(`${command} -c dan-ong`);
  expect(await next('status', '-c', 'ana-cruz')).toBe(`${command} -c ana-cruz`);
  const { journeys } = (await where.json('next', '--all')) as unknown as { journeys: { next: { command: string } }[] };
  expect(journeys.map((each) => each.next.command.split(' -c ')[1])).toEqual([
    'ana-cruz',
    'ben-reyes',
    'cleo-diaz',
    'dan-ong',
  ]);
});

describe('changes of many', () => {
  test('up to three are made at once, in one line each', async () => {
    const where = await made();
    const said = await where.run('check', 'one-account', '--owner', 'Ben');
    expect(said).toMatchObject({ code: 0 });
    expect(said.out).toMatch(/^Changed 2 candidates:\n\n {2}• ana-cruz .*\n {2}• lukasz-gross .*\n$/);
    expect(said.err).toBe('Take it back, for each: ascpi undo -c <id>\n');
    expect(kindsOf(where.home)).toMatchObject({
      'ana-cruz': 'application check',
      'lukasz-gross': 'check',
      ali: 'application admission',
    });
    expect(await where.json('undo', '--owner', 'Ben')).toMatchObject({
      schema: 'ascpi/undo-of-many@1',
      dryRun: false,
      changed: 2,
      journeys: [{ recorded: { fact: 'undo' } }, { recorded: { fact: 'undo' } }],
    });
  });

  test('more are refused where nobody can be asked, with what would happen; --yes agrees', async () => {
    const where = await made();
    const before = bytesOf(where.home);
    for (const more of [[], ['--no-input']]) {
      const said = await where.run('candidates', 'tag', 'x', '--all', ...more);
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.err).toMatch(
        /^Would change 4 candidates:\n\n {2}• ali [\s\S]*\nascpi: 4 candidates would change, .*--yes.*--dry-run\.\n$/,
      );
    }
    const inJson = await where.run('candidates', 'tag', 'x', '--all', '--json');
    expect(JSON.parse(inJson.err)).toMatchObject({ error: { kind: 'usage' } });
    const dry = await where.run('candidates', 'tag', 'x', '--all', '--dry-run');
    expect(dry.code).toBe(0);
    expect(bytesOf(where.home)).toEqual(before);
    const done = await where.run('candidates', 'tag', 'x', '--all', '--yes');
    expect(done.code).toBe(0);
    expect(done.out).toBe(dry.out.replace('Would change', 'Changed'));
    expect((await where.json('candidates', '--tag', 'x')) as unknown).toMatchObject({ candidates: Array(4).fill({}) });
  });

  test('those who stay as they are do not count', async () => {
    const where = await made();
    const said = await where.run('candidates', 'tag', 'cebu', '--all');
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^Changed 2 of 4 candidates:/);
    const again = await where.run('candidates', 'tag', 'CEBU', '--all');
    expect(again.out).toMatch(/^Changed none of 4 candidates:/);
  });

  test('are asked for on a terminal, and made only on a yes', async () => {
    const ana = person();
    await cohort(ana);
    const before = bytesOf(ana.home);
    for (const answer of ['No, leave everything as it is', LEAVE] as const) {
      const said = await ana.talk(['candidates', 'tag', 'x', '--all'], [['confirm', answer]]);
      expect(said).toMatchObject({ code: 130, out: '' });
      expect(said.err).toContain('Nothing was saved.');
      expect(said.talk).toContain('Would change 4 candidates:');
    }
    expect(bytesOf(ana.home)).toEqual(before);
    const said = await ana.talk(['candidates', 'tag', 'x', '--all'], [['confirm', 'Yes, do it']]);
    expect(said.code).toBe(0);
    expect(said.out).toContain('Changed 4 candidates:');
  });

  test('are refused for all where one of them refuses, and each is named', async () => {
    const where = await made();
    const before = bytesOf(where.home);
    const said = await where.run('done', 'exam', '--on', '2026-12-15', '--result', 'pass', '--all', '--yes');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(
      /^ascpi: refused for 3 of 4 candidates: ali: .*; ana-cruz: .*; lukasz-gross: [^\n]*--force\.\n$/,
    );
    expect(said.err).not.toContain('nguyen-thi-anh');
    const nothing = await where.run('undo', '--owner', 'ben');
    expect(nothing).toMatchObject({ code: 3, out: '' });
    expect(nothing.err).toContain('refused for 1 of 2 candidates: lukasz-gross: there is nothing to take back');
    const alike = await where.run('done', 'exam', '--on', '2026-02-30', '--all');
    expect(alike.err).toMatch(/^ascpi: can't take "2026-02-30" as a date/);
    expect(bytesOf(where.home)).toEqual(before);
    const forced = await where.run('done', 'exam', '--result', 'pass', '--all', '--yes', '--force');
    expect(forced.code).toBe(0);
  });

  test('a preview shows the first twenty, a dry run all', async () => {
    const where = terminal();
    for (let number = 10; number < 40; number += 1) await where.run('start', '--name', `C ${number}`);
    const refused = await where.run('candidates', 'tag', 'x', '--all');
    expect(refused.err.match(/•/g)).toHaveLength(20);
    expect(refused.err).toContain('And 10 more. To see all: --dry-run');
    expect((await where.run('candidates', 'tag', 'x', '--all', '--dry-run')).out.match(/•/g)).toHaveLength(30);
    await where.run('candidates', 'tag', 'x', ...Array.from({ length: 25 }, (_, index) => `c-${index + 10}`), '--yes');
    const rest = await where.run('candidates', 'tag', 'x', '--all');
    expect(rest.err).toMatch(/^Would change 5 of 30 candidates:/);
    expect(rest.err.match(/• c-3[5-9]/g)).toHaveLength(5);
  });
});

describe('who is meant', () => {
  test('nobody is exit 3', async () => {
    const where = await made();
    for (const argv of [
      ['status', '--search', 'zzz'],
      ['undo', '--due', '0d'],
      ['candidates', 'remove', '--tag', 'x', '--yes'],
    ]) {
      const said = await where.run(...argv);
      expect(said).toMatchObject({ code: 3, out: '' });
      expect(said.err).toContain(
        `no candidate is meant by ${argv
          .slice(argv.findIndex((word) => word.startsWith('--')))
          .slice(0, 2)
          .join(' ')}`,
      );
    }
    expect((await terminal().run('status', '--all')).err).toContain('ascpi candidates add');
    expect((await where.run('status', '--search', 'a\u202eb')).err).toContain('--search "a\\u{202e}b"');
  });

  test('is said in one way', async () => {
    const where = await made();
    for (const argv of [
      ['status', '--tag', 'cebu', '-c', 'ali'],
      ['status', '--all', '-c', 'ali'],
      ['status', '--all', '--tag', 'cebu'],
      ['candidates', 'show', 'ali', '-c', 'ali'],
      ['candidates', 'edit', 'ali', '--all', '--owner', 'Ana'],
      ['candidates', 'note', 'ali', 'text', '--overdue'],
      ['candidates', 'tag', 'x', 'ali', '--due', '1y'],
    ]) {
      const said = await where.run(...argv);
      expect(said, argv.join(' ')).toMatchObject({ code: 2, out: '' });
      expect(said.err).toMatch(/^ascpi: candidates are named by .* and by /);
    }
  });

  test('a filter wins over the candidate of the environment and of the settings', async () => {
    const where = await made({ env: { ASCPI_CANDIDATE: 'ali' } });
    await where.run('config', 'set', 'candidate', 'ali');
    expect((await where.run('next', '--search', 'cruz')).out).toMatch(/^Ana Cruz \(ana-cruz\)/);
    expect((await where.run('next')).out).not.toContain('Ana Cruz');
  });

  test('ids that are named twice count once; one that is not there is named with its nearest', async () => {
    const where = await made();
    const said = await where.run('candidates', 'tag', 'x', 'ali', 'ALI', 'ana-cruz');
    expect(said.out).toMatch(/^Changed 2 candidates:/);
    const unknown = await where.run('candidates', 'tag', 'y', 'ali', 'ana-crux');
    expect(unknown).toMatchObject({ code: 3, out: '' });
    expect(unknown.err).toMatch(/there is no candidate "ana-crux". Did you mean ana-cruz\?\n$/);
  });
});

test('a damaged journey: answers name it and exit 5, changes are not made', async () => {
  const where = await made();
  const file = join(where.home, 'journeys', 'ali.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, -30));
  const answer = await where.run('next', '--tag', 'cebu');
  expect(answer.code).toBe(5);
  expect(answer.out).toContain('Ana Cruz');
  expect(answer.out).toContain("1 candidate can't be read and is left out: ali.");
  expect(answer.err).toContain('ali.json');
  expect(JSON.parse((await where.run('next', '--all', '--json')).out)).toMatchObject({ unread: ['ali'] });
  const before = bytesOf(where.home);
  for (const argv of [
    ['undo', '--tag', 'cebu'],
    ['candidates', 'tag', 'x', '--all', '--yes'],
    ['next', '--search', 'zzz'],
  ]) {
    const said = await where.run(...argv);
    expect(said, argv.join(' ')).toMatchObject({ code: 5, out: '' });
    expect(said.err).toContain('ali.json');
  }
  expect(bytesOf(where.home)).toEqual(before);
  expect((await where.run('candidates', 'tag', 'x', 'ana-cruz')).code).toBe(0);
});

describe('every command of many', () => {
  const many = commands.filter(({ ofMany }) => ofMany);
  test.each(many.map((command) => [command.name, command] as const))(
    '%s takes each option in one meaning',
    (_name, command) => {
      const names = optionsOf(command).map(nameOf);
      expect(new Set(names).size).toBe(names.length);
      expect(command.ofOneJourney).toBe(true);
      expect(manyOptionsOf(command.options ?? [])).toHaveLength(10);
    },
  );

  test('edit sets what it is given, and chooses by options that are named apart', async () => {
    const where = await made();
    const said = await where.run(
      'candidates',
      'edit',
      '--owner',
      'Joy',
      '--tag',
      '-',
      '--where-owner',
      'ben',
      '--where-tag',
      'cebu',
    );
    expect(said.code, said.err).toBe(0);
    expect(await where.json('candidates', 'show', 'ana-cruz')).toMatchObject({ candidate: { owner: 'Joy', tags: [] } });
    expect(await where.json('candidates', 'show', 'lukasz-gross')).toMatchObject({ candidate: { owner: 'Ben' } });
    expect((await where.run('candidates', 'edit', 'ali', '--where-zone', 'x')).code).toBe(2);
  });

  test('options before the inner word are those of the whole, and none is ignored', async () => {
    const where = await made();
    for (const argv of [
      ['--sort', 'id', 'show', 'ali'],
      ['--save-filter', 'x', 'add', '--name', 'X'],
      ['--overdue', 'add', '--name', 'X'],
    ]) {
      const said = await where.run('candidates', ...argv);
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.err).toContain(`unknown option "${argv[0]}"`);
    }
    expect((await where.run('candidates', 'show', 'ali', '--sort', 'id')).code).toBe(2);
  });
});
