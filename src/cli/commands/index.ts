// The commands, in the order help shows them: the one list.
import type { Command } from '../command.ts';
import { agency } from './agency.ts';
import { backups } from './backup.ts';
import { board } from './board.ts';
import { calendar } from './calendar.ts';
import { candidates } from './candidates.ts';
import { check, checklist } from './checklist.ts';
import { cmp } from './cmp.ts';
import { completionOf } from './completion.ts';
import { config } from './config.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { documents } from './documents.ts';
import { done } from './done.ts';
import { eligibility } from './eligibility.ts';
import { helpOf } from './help.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { next } from './next.ts';
import { plan } from './plan.ts';
import { privacy } from './privacy.ts';
import { profile } from './profile.ts';
import { remind } from './remind.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { store } from './store.ts';
import { redo, undo } from './undo.ts';
import { version } from './version.ts';
import { visa } from './visa.ts';
import { why } from './why.ts';

const visible: readonly Command[] = [
  start,
  status,
  next,
  done,
  undo,
  redo,
  history,
  plan,
  why,
  checklist,
  check,
  calendar,
  profile,
  ...documents,
  eligibility,
  board,
  rules,
  ...cmp,
  ...agency,
  ...visa,
  ...candidates,
  ...remind,
  report,
  config,
  doctor,
  ...store,
  ...backups,
  ...privacy,
  completionOf(() => visible),
  demo,
  version,
  helpOf(() => visible),
];

/** `home` is what runs without a command; nobody types it. */
export const commands: readonly Command[] = [...visible, home];
