// The papers that the routes of all credentials ask for, by the ids of their checklist items.
import type { Run } from '../run.ts';

export const papersOfRoutes = (run: Pick<Run, 'credentials'>): readonly string[] =>
  run.credentials().flatMap(({ routes }) => routes.flatMap(({ documents }) => documents));
