// Where a folder keeps what: the one list of names under the home of a store.
import { join, sep } from 'node:path';

export interface FileLayout {
  readonly home: string;
  readonly journeys: string;
  readonly previous: string;
  /** documents of the whole store, each with its previous version beside it */
  readonly shared: string;
  readonly lock: string;
  /** held by the one process that sends messages */
  readonly sending: string;
  readonly settings: string;
  readonly previousSettings: string;
  /** what the guide remembers between two runs */
  readonly guide: string;
  /** where backups were written */
  readonly backups: string;
  /** what of each journey a list of many needs, kept from run to run */
  readonly gists: string;
  /** the user's own texts of messages */
  readonly templates: string;
}

export function layoutOf(home: string): FileLayout {
  // Made normal once for all names: each time takes a walk over every character.
  const inside = join(home, sep);
  return {
    home,
    journeys: `${inside}journeys`,
    previous: `${inside}previous`,
    shared: `${inside}shared`,
    lock: `${inside}lock`,
    sending: `${inside}sending.lock`,
    settings: `${inside}config.json`,
    previousSettings: `${inside}config.previous.json`,
    guide: `${inside}guide.json`,
    backups: `${inside}backups.json`,
    gists: `${inside}roster.cache`,
    templates: `${inside}templates`,
  };
}
