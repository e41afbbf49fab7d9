// What the guide remembers between two runs: a draft of a journey that is not begun yet, and what was last looked at.

import { rmSync } from 'node:fs';
import * as v from 'valibot';
import { civilDateShape } from '../domain/civil-date.ts';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { writeDurably } from './durable-write.ts';
import { layoutOf } from './file-layout.ts';
import { makePrivateFolder } from './folder.ts';
import { readJson } from './read-json.ts';

const memoryShape = v.strictObject({
  /** answers of a start that was left half-way; the guide knows their shape */
  draft: v.optional(v.record(v.string(), v.unknown())),
  /** by id of the journey: the day it was last looked at, and the day of each of its dates */
  seen: v.optional(
    v.record(v.string(), v.strictObject({ on: civilDateShape, dates: v.record(v.string(), civilDateShape) })),
  ),
});
export type GuideMemory = v.InferOutput<typeof memoryShape>;

/** Nothing recorded hangs on it, so what can't be read is forgotten. */
export function readGuideMemory(home: string): GuideMemory {
  const found = readJson(layoutOf(home).guide, limits.guide);
  if (found === undefined || 'fault' in found) return {};
  const shaped = readShape(memoryShape, found.value);
  return shaped.ok ? shaped.value : {};
}

/** Fails with `machine`. An empty memory leaves no file. */
export function writeGuideMemory(home: string, memory: GuideMemory): void {
  const path = layoutOf(home).guide;
  if (Object.values(memory).every((part) => part === undefined)) {
    rmSync(path, { force: true });
    return;
  }
  makePrivateFolder(home);
  writeDurably(path, `${JSON.stringify(memory, null, 2)}\n`);
}
