// A road to a server that can be cut: it passes everything on, until a commit comes by on which something happens to it.
import { mkdirSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from './temp-folder.ts';

/** What becomes of the first commit, and of everything after it. */
export interface Fate {
  /** whether the server hears of it */
  readonly arrives: boolean;
  /** `open`: the road is good again; `closed`: nobody gets through; `silent`: nothing is cut, and nothing answers */
  readonly later: 'open' | 'closed' | 'silent';
}

/** Gives the folder of a socket that leads to the server. */
export async function roadTo(server: { readonly folder: string; readonly port: number }, fate: Fate): Promise<string> {
  const folder = tempFolder();
  mkdirSync(folder, { recursive: true });
  const name = `.s.PGSQL.${server.port}`;
  const all = new Set<Socket>();
  let isPast = false;
  const road = createServer((near) => {
    all.add(near);
    near.on('error', () => {});
    if (isPast && fate.later === 'closed') return void near.destroy();
    if (isPast && fate.later === 'silent') return void near.resume();
    const far = connect(join(server.folder, name));
    all.add(far);
    far.on('error', () => near.destroy());
    let isMute = false;
    far.on('data', (bytes) => void (isMute || near.write(bytes)));
    far.on('close', () => void (isMute || near.destroy()));
    near.on('close', () => far.destroySoon());
    near.on('data', (bytes) => {
      if (isPast || !isCommit(bytes)) return void far.write(bytes);
      isPast = true;
      isMute = true;
      if (fate.arrives) far.write(bytes);
      else far.destroy();
      if (fate.later !== 'silent') near.destroy();
    });
  });
  await new Promise<void>((resolve) => road.listen(join(folder, name), resolve));
  onTestFinished(() => {
    for (const socket of all) socket.destroy();
    road.close();
  });
  return folder;
}

/** A plain question of the protocol: Q, a length, its text, a zero. */
const isCommit = (bytes: Buffer): boolean => bytes.toString('latin1').includes('commit\0');
