// What a store on a server is told about this run: how to reach it, and how the columns of a roster are computed.

import { once } from '../domain/once.ts';
import type { PgSurroundings } from '../stores/pg/pg-store.ts';
import type { Settings } from '../stores/settings.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';

export const surroundings = (context: Context, globals: Globals, settings: Settings): PgSurroundings => ({
  env: context.env,
  tls: settings.storeTls,
  newToken: context.newId,
  indexing: once(async () => (await import('./indexing.ts')).indexingOf(context, globals, settings)),
});
