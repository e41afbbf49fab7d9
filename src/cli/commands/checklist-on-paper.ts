// The checklist as it is printed: which layout is meant, and sending it to the printer.
import { Failure } from '../../domain/failure.ts';
import type { Format } from '../../formats/format.ts';
import { pdf } from '../../formats/pdf.ts';
import type { ChecklistInput } from '../../views/checklist.ts';
import { type Layout, printedChecklistView } from '../../views/printed-checklist.ts';
import type { Options, Outcome } from '../command.ts';
import { pageStyle } from '../page-style.ts';
import { printOut } from '../print-out.ts';
import type { Run } from '../run.ts';
import { styleOf } from '../style.ts';
import { choiceAnswer } from './answers.ts';
import { statusInput } from './status-input.ts';

export function onPaper(run: Run, input: ChecklistInput, format: Format | undefined, options: Options): Outcome {
  const isSent = options['print'] === true;
  const target: Format | undefined = isSent ? pdf : format;
  const view = printedChecklistView({
    ...input,
    layout: layoutOf(options, target),
    ...(input.journey ? { stand: statusInput(input.journey, run) } : {}),
  });
  return isSent ? sent(run, view, format) : { view };
}

function layoutOf(options: Options, format: Format | undefined): Layout {
  const typed = choiceAnswer(options, 'pages', ['two', 'step']);
  if (typed !== undefined && !format?.takes?.includes('pages')) {
    throw new Failure(
      'usage',
      `--pages makes no sense with ${format?.name}: it has no pages`,
      'Name a file for them: -o checklist.pdf',
    );
  }
  // Only where the pages are ours can they be promised; elsewhere nothing is left out for their sake.
  return typed ?? (format?.takes?.includes('paper') ? 'two' : 'whole');
}

function sent(run: Run, view: Outcome['view'], format: Format | undefined): Outcome {
  const { output } = run.globals;
  if (output !== undefined) {
    throw new Failure('usage', '--print and -o contradict each other', 'Print it, or write it to a file');
  }
  if (format?.printed) {
    throw new Failure(
      'usage',
      `--print and --format ${format.name} contradict each other`,
      'What is printed is always a PDF',
    );
  }
  const receipt: Outcome['view'] = {
    name: 'checklist',
    today: run.today,
    data: { ...view.data, printed: true },
    blocks: [{ type: 'paragraph', text: 'Sent to the default printer.', tone: 'good' }],
  };
  const perform: NonNullable<Outcome['perform']> = async (publish) => {
    const style = { ...styleOf(run.globals, run.context, false), ...pageStyle(pdf, view, run) };
    await printOut(await pdf.render(view, style), style.paper, run.context);
    await publish(receipt);
    return {};
  };
  return { view: receipt, perform };
}
