// The guide for teams, typed into a real shell as it stands: from nothing to a shared roster, and from a dump to a restored one.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needBuild } from './cli/remind-process.ts';
import { describeServer } from './stores/team.ts';

const root = join(import.meta.dirname, '..');
const guide = readFileSync(join(root, 'docs/team.md'), 'utf8');
const chapter = (title: string): string => guide.split(/^## /m).find((each) => each.startsWith(title)) ?? '';

/** The blocks of a chapter in one language, as they are typed. */
const blocks = (title: string, language: string): string[] =>
  [...chapter(title).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(([, text = '']) =>
    text.replace(/^ {3}/gm, ''),
  );

const PORT = 40_000 + (process.pid % 20_000);

describeServer(
  'the guide for teams',
  (server) => {
    const home = mkdtempSync(join(tmpdir(), 'ascpi-guide-'));
    beforeAll(() => {
      needBuild();
      mkdirSync(join(home, 'bin'));
      const shim = join(home, 'bin', 'ascpi');
      writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'ascpi.js')}" "$@"\n`);
      chmodSync(shim, 0o755);
      // Over the network a password counts, as it should on any server.
      const rules = join(server().folder, 'data', 'pg_hba.conf');
      writeFileSync(rules, `host all all 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);
      server().query('select pg_reload_conf()');
    });
    afterAll(() => rmSync(home, { recursive: true, force: true }));

    /** The words of the guide, with the names of this server in place of its examples. */
    const here = (line: string): string =>
      line
        .replaceAll('/run/postgresql', server().folder)
        .replaceAll('postgres:///', `postgres://:${PORT}/`)
        .replaceAll(/db\.example\.org(:5432)?/g, `127.0.0.1:${PORT}`)
        .replaceAll('$(date +%F)', '2026-11-22');

    function type(lines: string, more: Record<string, string> = {}): string {
      const env = {
        PATH: [join(home, 'bin'), server().bin, process.env['PATH']].join(delimiter),
        ...{ HOME: home, NODE_EXTRA_CA_CERTS: '', ASCPI_TODAY: '2026-12-15' },
        ...{ PGHOST: server().folder, PGPORT: String(PORT), PGUSER: 'ascpi', ...more },
      };
      const said = spawnSync('sh', ['-e'], { input: here(lines), cwd: home, env, encoding: 'utf8' });
      expect(said.status, `${lines}\n${said.stderr}`).toBe(0);
      return said.stdout;
    }

    const owner = { ASCPI_STORE: 'postgres:///ascpi?host=/run/postgresql' };
    const asOwner = (lines: string) => type(lines, { ASCPI_STORE: here(owner.ASCPI_STORE) });

    test('leads from nothing to a shared roster', () => {
      type('ascpi start --name "Ana Cruz" --credential MLS');
      type('ascpi done application --on 2026-12-01');
      const [create, migrate, role, store, password] = blocks('Ten minutes', 'sh') as [
        string,
        string,
        string,
        string,
        string,
      ];
      type(create);
      type(migrate);
      for (const sql of blocks('Roles', 'sql')) server().query(sql, 'ascpi');
      type(role);
      type(store);
      type(password.replace(/^export .*$/m, ''));
      const [, look = ''] = /^5\. Look: `([^`]*)`/m.exec(guide) ?? [];
      const [, bring = ''] = /^6\. Bring what you have: `([^`]*)`/m.exec(guide) ?? [];
      const [, export_ = ''] = /^(export .*)$/m.exec(password) ?? [];
      const asMaria = (line: string) => type(`${export_}\n${line}`, { PGUSER: '' });
      expect(asMaria(look)).toMatch(/maria/);
      asMaria(bring);
      expect(asMaria('ascpi candidates --json')).toContain('"id": "ana-cruz"');
      expect(asMaria('ascpi history -c ana-cruz')).toContain('application');
      writeFileSync(join(home, '.pgpass'), `127.0.0.1:${PORT}:ascpi:maria:another\n`);
      expect(() => asMaria(look)).toThrow(/the user or the password is wrong/);
    });

    test('shows who did what, and lets each see their own', () => {
      for (const lines of blocks('Who did what', 'sh')) expect(type(lines)).toMatch(/ana-cruz *\| *application.*maria/);
      for (const lines of blocks('Who sees whom', 'sh')) expect(asOwner(lines)).toContain('of their own');
      expect(asOwner('ascpi store status --json')).toContain('"policy": "owner"');
    });

    test('brings a dump back whole', () => {
      const [backup = ''] = blocks('Backup and restore', 'sh');
      expect(backup).toContain('pg_restore');
      expect(type(backup)).toMatch(/^Journeys: +1$/m);
      const both = asOwner(`ascpi store copy --to "postgres:///ascpi_restored?host=/run/postgresql" --dry-run --json`);
      expect(JSON.parse(both)).toMatchObject({ copied: 0, same: 1, differing: [], unread: [] });
      const counts = `select (select count(*) from ascpi.fact), (select sum(change) from ascpi.tally), (select count(*) from ascpi.mark),
        (select value from ascpi.meta where key = 'policy'), (select count(*) from pg_policies)`;
      expect(server().query(counts, 'ascpi_restored')).toEqual(server().query(counts, 'ascpi'));
      // Recording goes on there.
      type('ascpi done admission --on 2026-12-10 -c ana-cruz', {
        ASCPI_STORE: here('postgres:///ascpi_restored?host=/run/postgresql'),
      });
    });
  },
  () => ({ port: PORT, words: '' }),
);
