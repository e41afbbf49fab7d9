// Templates of messages: text with named fields in braces, read strictly, so that a mistake is found before anything goes out.
import { closest } from './suggest.ts';

/** What a template may name, and what it stands for. */
export const templateFields = {
  name: 'the name of the candidate',
  what: 'what the date is, for example: Exam window ends',
  day: 'its day; a computed one says so',
  days: 'how many days are left, or how many have passed',
  when: 'the same in words: in 14 days, today, 3 days ago',
  action: 'what to do about it, in a sentence or two',
  basis: 'where the day comes from, and that the candidate’s own notice counts',
  credential: 'for example MLS(ASCPi)',
  owner: 'who looks after the candidate, else the name in mail.from',
} as const;

export type TemplateField = keyof typeof templateFields;
export type FieldValues = Readonly<Record<TemplateField, string>>;

/** A part is text, or the name of a field. */
type Part = string | { readonly field: TemplateField };

export interface Template {
  /** for messages: the path of its file */
  readonly file: string;
  readonly subject: readonly Part[];
  readonly short: readonly Part[];
  readonly body: readonly Part[];
}

export interface TemplateFault {
  readonly file: string;
  /** from 1 */
  readonly line: number;
  readonly message: string;
}

/** What a phone shows as one message. */
export const SHORT_LIMIT = 160;

const heads = ['Subject', 'Short'] as const;

/**
 * `Subject:` and `Short:`, each on a line of its own, then an empty line and the text. Lines that begin with # before
 * the empty line are remarks. A brace itself is written twice: `{{`.
 */
export function readTemplate(file: string, text: string): { template: Template } | { faults: TemplateFault[] } {
  const faults: TemplateFault[] = [];
  const fault = (line: number, message: string) => void faults.push({ file, line, message });
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const empty = lines.findIndex((line) => line.trim() === '');
  const end = empty === -1 ? lines.length : empty;
  const found = new Map<string, readonly Part[]>();
  for (const [index, line] of lines.slice(0, end).entries()) {
    if (line.startsWith('#')) continue;
    const [, head = '', rest = ''] = /^([A-Za-z]+):(.*)$/.exec(line) ?? [];
    if (!heads.includes(head as never)) fault(index + 1, 'is neither "Subject: …" nor "Short: …"');
    else if (found.has(head)) fault(index + 1, `is a second ${head}`);
    else if (rest.trim() === '') fault(index + 1, `${head} is empty`);
    found.set(
      head,
      partsOf(rest.trim(), (message) => fault(index + 1, message)),
    );
  }
  for (const head of heads) if (!found.has(head)) fault(1, `the line "${head}: …" is missing`);
  const body = lines.slice(end + 1).flatMap((line, index) => {
    const parts = partsOf(line.trimEnd(), (message) => fault(end + 2 + index, message));
    return index === 0 ? parts : ['\n', ...parts];
  });
  if (!body.some((part) => typeof part !== 'string' || part.trim() !== ''))
    fault(end + 1, 'the text after the empty line is missing');
  else if (!body.some((part) => typeof part !== 'string' && part.field === 'basis'))
    fault(end + 1, 'the text does not say {basis}, without which a computed day would pass for a printed one');
  if (faults.length > 0) return { faults };
  return { template: { file, subject: found.get('Subject') ?? [], short: found.get('Short') ?? [], body } };
}

/** Text and fields of one line. */
function partsOf(line: string, fault: (message: string) => void): Part[] {
  if (/[\p{Cc}\u2028\u2029]/u.test(line.replaceAll('\t', ' '))) fault('has a control character');
  return [...line.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)].map(([part]): Part => {
    if (part === '{{' || part === '}}') return part.charAt(0);
    if (part === '{' || part === '}') fault(`has a single ${part}; written twice it stands for itself`);
    if (!part.startsWith('{')) return part;
    const name = part.slice(1, -1).trim();
    if (Object.hasOwn(templateFields, name)) return { field: name as TemplateField };
    const near = closest(name, Object.keys(templateFields));
    const known = near ? `did you mean {${near}}?` : `there is ${Object.keys(templateFields).join(', ')}`;
    if (part !== '{') fault(`{${name.slice(0, 40)}} is not a field; ${known}`);
    return part;
  });
}

export interface Filled {
  /** one line */
  readonly subject: string;
  readonly text: string;
  /** at most 160 characters */
  readonly short: string;
}

/** Each value is put in as it is, and never read as a template again. Undefined where the short form can't be made short. */
export function fillTemplate({ subject, short, body }: Template, values: FieldValues): Filled | undefined {
  const fill = (parts: readonly Part[], name = values.name): string =>
    parts.map((part) => (typeof part === 'string' ? part : part.field === 'name' ? name : values[part.field])).join('');
  const brief = shortened(values.name, (name) => fill(short, name));
  if (brief === undefined) return undefined;
  return {
    // A list of many asks for the short form alone.
    get subject() {
      return fill(subject);
    },
    get text() {
      // A field that holds nothing leaves no hole.
      return `${fill(body)
        .trim()
        .replace(/\n{3,}/g, '\n\n')}\n`;
    },
    short: brief,
  };
}

/** The name alone is cut, and no more of it than has to go, at worst all of it. Undefined where that is not enough. */
function shortened(name: string, fill: (name: string) => string): string | undefined {
  if (fill(name).length <= SHORT_LIMIT) return fill(name);
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].map(
    ({ segment }) => segment,
  );
  while (letters.length > 0) {
    letters.pop();
    const whole = fill(`${letters.join('').trimEnd()}…`);
    if (whole.length <= SHORT_LIMIT) return whole;
  }
  return undefined;
}
