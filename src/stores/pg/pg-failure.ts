// Turns an error of the server, the driver or the network into a failure that says what is wrong and what to do about it.
import { Failure, quote } from '../../domain/failure.ts';
import { codeOf } from '../io-failure.ts';

const MIGRATE = 'Whoever looks after the database can make it ready: ascpi store migrate';
const CHOOSE = 'See ascpi store status, and docs/team.md';

/** By SQLSTATE or by the code of the system: what is wrong, and the remedy. */
const known: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  '28000': ['it does not let this user in', 'Check the user in the address, and the password: see docs/team.md'],
  '28P01': ['the user or the password is wrong', 'Check PGPASSFILE, PGPASSWORD or ASCPI_STORE_PASSWORD_FILE'],
  '3D000': ['there is no such database', 'Create it, or correct the address'],
  '3F000': ['there is no roster in this database yet', MIGRATE],
  '42P01': ['there is no roster in this database yet', MIGRATE],
  '42703': ['its roster was made by another version of ascpi', MIGRATE],
  '42883': ['its roster was made by another version of ascpi', MIGRATE],
  '42501': ['this user may not do that', CHOOSE],
  '25006': ['it can only be read: it is a copy of another server', 'Use the address of the server that can be written'],
  '53100': ['its disk is full', 'Nothing was changed. Tell whoever looks after it'],
  '53300': ['too many are connected to it', 'Wait a moment, then run it again'],
  '57P01': ['it is being shut down', 'Run it again when it is back'],
  '57P03': ['it is just starting or shutting down', 'Wait a moment, then run it again'],
  '57014': ['it took too long and was cut short', 'Nothing was changed. Run it again'],
  ECONNREFUSED: ['nothing answers there', 'Check the address, and that the server runs'],
  ENOENT: ['there is no socket there', 'Check the folder in the address, and that the server runs'],
  ENOTFOUND: ['there is no server of that name', 'Check the address'],
  EAI_AGAIN: ['its name could not be looked up', 'Check the network, then run it again'],
  EACCES: ['permission is denied', 'Check who may use the socket'],
  ETIMEDOUT: ['nothing answers there', 'Check the network and the address'],
  EHOSTUNREACH: ['it can’t be reached from here', 'Check the network and the address'],
  ENETUNREACH: ['it can’t be reached from here', 'Check the network and the address'],
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME/;
const VOUCH = 'Name the certificates that vouch for it in PGSSLROOTCERT, or see docs/team.md about storeTls';
const LOST = /^(08|57P0[12])|^(ECONNRESET|EPIPE)$/;

/** Whether the connection is gone, so that the same question may be asked again on a new one. */
export function isLost(error: unknown): boolean {
  if (error instanceof Failure) return false;
  const code = codeOf(error);
  if (code !== undefined) return LOST.test(code);
  return (
    error instanceof Error && /connection (terminated|ended|error)|not queryable|client was closed/i.test(error.message)
  );
}

/** `shown` is the address without secrets. A failure that already says what is wrong is passed on. */
export function pgFailure(error: unknown, shown: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error) ?? '';
  const said = error instanceof Error ? error.message : '';
  if (['40001', '40P01', '55P03', '23505'].includes(code)) {
    return new Failure('conflict', 'someone else saved at the same moment', 'Nothing was saved. Run it again', error);
  }
  if (code === '42501' && said.includes('row-level security')) {
    const hint = 'Give it an owner that you may act for: --owner <name>. See docs/team.md';
    return new Failure('usage', 'this candidate would not be among those you may see', hint, error);
  }
  const [why, hint] = reasonOf(code, said);
  return new Failure('machine', `can't use the store ${quote(shown)}: ${why}`, hint, error);
}

function reasonOf(code: string, said: string): readonly [string, string] {
  const found = Object.hasOwn(known, code) ? known[code] : undefined;
  if (found) return found;
  if (CERTIFICATE.test(code)) return ['it does not prove that it is this server', VOUCH];
  if (/does not support SSL/i.test(said)) {
    return ['it offers no protected connection', 'If the network is safe: ascpi config set storeTls off'];
  }
  if (/timeout/i.test(said)) return ['nothing answers there', 'Check the network and the address'];
  if (LOST.test(code) || /connection|closed/i.test(said)) return ['the connection was lost', 'Run it again'];
  return [`it says ${code || 'nothing that is known here'}`, 'Run it again with --debug to see all of it'];
}
