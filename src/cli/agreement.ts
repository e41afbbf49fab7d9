// Gets a yes to what is to be confirmed: from the person at the terminal, else it is refused with what would happen.
import { Failure } from '../domain/failure.ts';
import type { Confirmation } from './command.ts';
import { isAccessible, render } from './conclude.ts';
import { type Asking, makeRun, type Run } from './run.ts';

/**
 * What was agreed to, as text. Decided again after someone else saved, the same is not asked twice: see `agreed`.
 * Fails with `usage` where nobody can be asked, and with `cancelled` where the answer is not yes.
 */
export async function agree(
  confirmation: Confirmation,
  run: Run,
  confirm: Asking['confirm'] | undefined,
  agreed: string | undefined,
): Promise<string> {
  const { context, globals } = run;
  const preview = await confirmation.preview();
  const plain = { ...globals, format: 'text', output: undefined, noColor: true, accessible: isAccessible(run) };
  const shown = String(await render(preview, makeRun(context, plain)));
  if (shown === agreed) return agreed;
  if (!confirm) {
    // Where a program reads stderr it finds one object there.
    if (globals.format !== 'json') context.stderr.write(shown);
    throw new Failure('usage', confirmation.refusal, 'To agree: --yes. To see what would happen: --dry-run');
  }
  await confirm(confirmation, preview);
  return shown;
}
