// Checks a value from a file against its shape and tells every fault by the path to it.
import * as v from 'valibot';

export type Shaped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: string[] };

/** Each fault reads `values.0.checked is not a day written YYYY-MM-DD`. */
export function readShape<const S extends v.GenericSchema>(shape: S, value: unknown): Shaped<v.InferOutput<S>> {
  const result = v.safeParse(shape, value);
  if (result.success) return { ok: true, value: result.output };
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
  return { ok: false, faults };
}
