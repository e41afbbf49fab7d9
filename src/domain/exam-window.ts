// The exam window: from the admission notification to its end; days printed on the notice win over the rule.

import { type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, type Derived, factLink, isUnknown, type Link, noticeLink, type Unknown } from './derivation.ts';
import type { FactOf } from './fact.ts';
import { remembering } from './remembering.ts';
import type { Rulebook } from './rulebook.ts';

export function examWindow(admission: FactOf<'admission'>, rulebook: Rulebook): Derived | Unknown {
  const { on, windowStart, windowEnd: printed } = admission;
  return windows(rulebook, `${on} ${windowStart} ${printed}`, () => deriveWindow(admission, rulebook));
}

const windows = remembering<Rulebook, Derived | Unknown>();

function deriveWindow(admission: FactOf<'admission'>, rulebook: Rulebook): Derived | Unknown {
  const start = admission.windowStart ?? admission.on;
  const links: Link[] = [factLink(admission)];
  if (admission.windowStart) links.push(noticeLink(`the notice prints ${dayDate(start)} as the start of the window`));
  const sum = applyRule(rulebook, 'exam-window', start);
  if (admission.windowEnd) {
    const end = admission.windowEnd;
    const computed = isUnknown(sum) || sum.latest === end ? [] : sum.links.concat(overruled(dayDate(sum.latest)));
    links.push(...computed, noticeLink(`the notice prints ${dayDate(end)} as the end of the window; it wins`));
    return { start, date: end, basis: 'notice', provisional: false, chain: links };
  }
  if (isUnknown(sum)) return sum;
  const { latest, rule, source } = sum;
  return { start, date: latest, basis: 'rule', provisional: true, rule, source, chain: [...links, ...sum.links] };
}

/** The window's last day without its reasons: every fact of every journey of a roster asks for it. */
export function windowEnd(
  { on, windowStart, windowEnd: printed }: FactOf<'admission'>,
  rulebook: Rulebook,
): CivilDate | undefined {
  if (printed) return printed;
  const sum = applyRule(rulebook, 'exam-window', windowStart ?? on);
  return isUnknown(sum) ? undefined : sum.latest;
}

const overruled = (date: string): Link => ({ kind: 'adjustment', value: `the rule alone would give ${date}` });
