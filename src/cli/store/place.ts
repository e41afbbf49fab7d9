// Which kind of store is meant, and its address where it is on a server.
import { type PgAddress, parsePgAddress } from '../../stores/pg/address.ts';
import type { Run } from '../run.ts';

/** Undefined for a store that is on no server. */
export function serverOf(run: Run): PgAddress | undefined {
  const [, rest] = /^postgres(?:ql)?:(.*)$/is.exec(run.storeAddress()) ?? [];
  return rest === undefined ? undefined : parsePgAddress(rest);
}
