// Where a folder keeps what: the one list of names under the home of a store.
import { join } from 'node:path';

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

export const layoutOf = (home: string): FileLayout => ({
  home,
  journeys: join(home, 'journeys'),
  previous: join(home, 'previous'),
  shared: join(home, 'shared'),
  lock: join(home, 'lock'),
  sending: join(home, 'sending.lock'),
  settings: join(home, 'config.json'),
  previousSettings: join(home, 'config.previous.json'),
  guide: join(home, 'guide.json'),
  backups: join(home, 'backups.json'),
  gists: join(home, 'roster.cache'),
  templates: join(home, 'templates'),
});
