// Delivery as files: one message a file, to be sent by any mail program. A file that is there was delivered.
import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { parseSender, type Sender } from '../../domain/mail-address.ts';
import { writeDurably } from '../../stores/durable-write.ts';
import { makePrivateFolder } from '../../stores/folder.ts';
import { sweepWritten } from '../../stores/leftovers.ts';
import { shownPath } from '../../stores/printable.ts';
import type { Run } from '../run.ts';
import { type Delivery, NO_ADDRESS } from './delivery.ts';
import type { Letter } from './letter.ts';
import { senderName } from './letter-words.ts';
import { written } from './mail.ts';

export function emlDelivery(run: Run): Delivery {
  const { folder: named } = run.globals;
  if (named === undefined || named === '-')
    throw new Failure(
      'usage',
      'the folder for the messages is missing',
      'Name one: ascpi remind --send eml -o letters',
    );
  const folder = resolve(named);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory())
    throw new Failure('usage', `${shownPath(named)} is not a folder`, 'Name a folder that is new, or one for messages');
  const from = senderOf(run);
  return {
    pace: 0,
    // The same file is written once only, and bringing each step to the disk takes longer than all else.
    together: 50,
    refusal: ({ journey }) => (journey.profile.email ? undefined : NO_ADDRESS),
    open: async () => {
      makePrivateFolder(folder);
      sweepWritten(folder, '.eml');
    },
    deliver: async (letter) => {
      const path = join(folder, fileName(letter));
      const to = letter.journey.profile.email ?? '';
      // The name is that of the message, so a file that is there is this message: written before a crash.
      if (!isThere(path)) writeDurably(path, await written(letter, { from, to, date: run.context.now() }));
      return { to };
    },
  };
}

/** Whoever opens the file sends it from an account of their own, so a sender is not needed. */
function senderOf(run: Run): Sender {
  const given = parseSender(run.settings()['mail.from'] ?? '');
  return given ?? { name: senderName(run), address: 'unknown@ascpi.invalid' };
}

/** `maria-santos-exam-window-2027-02-28-30-1f0c3ab45d67.eml`; the digest alone would tell the reader nothing. */
const fileName = ({ reminder, digest }: Letter): string =>
  `${reminder.candidate}-${reminder.date}-${reminder.due}-${reminder.rung < 0 ? 'after' : reminder.rung}-${digest.slice(0, 12)}.eml`;

function isThere(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Failure('machine', `${shownPath(path)} is in the way: it is not a file`);
  return found !== undefined;
}
