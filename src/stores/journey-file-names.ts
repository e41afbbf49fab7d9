// The names of the two files of a journey: its own, and its previous version.
import { sep } from 'node:path';
import type { FileLayout } from './file-layout.ts';

export interface JourneyFile {
  readonly id: string;
  readonly current: string;
  readonly previous: string;
}

export const journeyFile = ({ journeys, previous }: FileLayout, id: string): JourneyFile => ({
  id,
  current: `${journeys}${sep}${id}.json`,
  previous: `${previous}${sep}${id}.json`,
});
