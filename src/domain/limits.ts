// How large and how deep what is read may be: one table for every file, pipe and text, so that none can fill the memory.

const KB = 1024;
const MB = 1024 * KB;

/** Bytes. */
export const limits = {
  /** one fact takes about 150 */
  journey: 4 * MB,
  /** a document of the whole store */
  shared: 16 * MB,
  settings: 1 * MB,
  /** what the guide remembers */
  guide: 4 * MB,
  /** where backups were put */
  places: 1 * MB,
  lock: 64 * KB,
  /** 5,000 candidates take about 40 MB */
  backup: 256 * MB,
  /** a table or JSON of candidates, and whatever else is piped in */
  import: 64 * MB,
  mapping: 1 * MB,
  scenario: 1 * MB,
  bulletin: 5 * MB,
  /** the text of a message */
  template: 64 * KB,
  /** a file that holds a secret, or a list of them */
  secret: 1 * MB,
  certificates: 1 * MB,
  /** fonts for Chinese, Japanese or Korean have up to 20 MB */
  font: 32 * MB,
  /** nobody uploads more as a paper */
  upload: 200 * MB,
} as const;

/** JSON from strangers: brackets inside brackets; keys and values in all; faults that are looked for before it is given up. */
export const strictJson = { levels: 20, parts: 5_000_000, faults: 1000 } as const;

/** Columns of a table; a roster has about twenty. */
export const MOST_COLUMNS = 1000;
/** Lines of a table, or candidates of a list. */
export const MOST_ROWS = 100_000;

/** `4 MB`, `64 KB` */
export const sizeText = (bytes: number): string => (bytes < MB ? `${bytes / KB} KB` : `${bytes / MB} MB`);
