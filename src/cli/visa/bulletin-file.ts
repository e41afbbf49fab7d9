// Reads one file that the user names: a saved page of the Visa Bulletin, or a table of cut-offs.

import { resolve } from 'node:path';
import type { Entry } from '../../domain/bulletin.ts';
import { type BulletinReading, readBulletinPage } from '../../domain/bulletin-page.ts';
import { readBulletinTable } from '../../domain/bulletin-table.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { readBytes } from '../../stores/read-json.ts';
import { csvRows } from './csv-table.ts';
import { readSavedPage } from './saved-page.ts';

const SAVE = 'Open the bulletin on travel.state.gov and save it in the browser as "Web page, HTML only"';

export interface BulletinFile extends BulletinReading {
  readonly from: Entry['from'];
}

/** Fails with `usage` on what is no file to read, and with `machine`. Faults in what it says are for the caller. */
export function readBulletinFile(path: string): BulletinFile {
  const refuse = (fault: string, hint = SAVE) => new Failure('usage', `${quote(path)} ${fault}`, hint);
  if (path.trim() === '' || path.includes('\0')) throw refuse('is not the name of a file');
  const found = readBytes(resolve(path), limits.bulletin);
  if (found === undefined) throw refuse('is not there');
  if ('fault' in found) throw refuse(`can't be read: ${found.fault}`);
  const text = textOf(found.value);
  if (text.trim() === '') throw refuse("can't be read: it is empty");
  if (text.startsWith('%PDF')) throw refuse('is a PDF, and only web pages and CSV tables can be read');
  if (/^(From: |MIME-Version: )/im.test(text.slice(0, 500))) throw refuse('is a web archive, not a web page');
  if (text.includes('\0')) throw refuse('is not a text');
  return text.trimStart().startsWith('<') ? readPage(text, refuse) : readTable(text);
}

function readPage(text: string, refuse: (fault: string) => Failure): BulletinFile {
  const page = readSavedPage(text);
  if (!page) throw refuse('is too deep or too large to be a bulletin');
  return { ...readBulletinPage(page), from: 'page' };
}

function readTable(text: string): BulletinFile {
  const rows = csvRows(text);
  if ('fault' in rows) return { cells: [], leftOut: [], faults: [rows.fault], from: 'table' };
  return { ...readBulletinTable(rows), from: 'table' };
}

/** By its byte order mark, else UTF-8 where it is that, else the Windows code page that browsers fall back to. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
