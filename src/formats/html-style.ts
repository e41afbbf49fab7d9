// The one style of every page: light and dark, wide and narrow, on paper; and its hash, by which the page lets it in.

const COLORS = `
:root { color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --panel: #f6f8fa; --link: #0550ae;
  --good: #116329; --soon: #7d4e00; --bad: #a40e26; --fill: #1f4e79; --tint: #dbe9f6; --now: #a40e26; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181d; --ink: #e6edf3; --soft: #a9b4bf; --line: #3a434d; --panel: #1d232a; --link: #79b8ff;
  --good: #7ee2a0; --soon: #f2cc60; --bad: #ff9f95; --fill: #8fc1ee; --tint: #1d3a56; --now: #ff9f95; } }
@media (forced-colors: active) { :root {
  --paper: Canvas; --ink: CanvasText; --soft: CanvasText; --line: CanvasText; --panel: Canvas; --link: LinkText;
  --good: CanvasText; --soon: CanvasText; --bad: CanvasText; --fill: CanvasText; --tint: Canvas; --now: CanvasText; } }`;

const PAGE = `
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 58rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
.roomy { max-width: 90rem; }
header { border-bottom: 2px solid var(--fill); padding-bottom: .75rem; margin-bottom: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p { margin: .75rem 0; }
.as-of { margin: .25rem 0 0; color: var(--soft); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .9em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { margin: .5rem 0 0; white-space: pre-wrap; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
.good { --tone: var(--good); } .soon { --tone: var(--soon); } .bad { --tone: var(--bad); } .faint { --tone: var(--soft); }
p.good, p.soon, p.bad, p.faint, td.good, td.soon, td.bad, td.faint { color: var(--tone); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

const BLOCKS = `
.callout { margin: 1rem 0; padding: .75rem 1rem; border-left: 4px solid var(--tone, var(--fill)); background: var(--panel); }
.callout > p { margin: 0; }
.callout strong { color: var(--tone, inherit); }
.fields { margin: 1rem 0; }
.fields > div { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0 1rem; padding: .375rem 0; border-bottom: 1px solid var(--line); }
.fields dt { color: var(--soft); } .fields dd { margin: 0; }
.meters dd { display: grid; grid-template-columns: minmax(4rem, 16rem) minmax(max-content, 1fr); gap: 0 1rem; align-items: center; font-variant-numeric: tabular-nums; }
.meters svg { display: block; width: 100%; height: .75rem; }
.frame { margin: 1rem 0; overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
caption { text-align: left; }
th, td { padding: .375rem 1.25rem .375rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); min-width: 5rem; max-width: 24rem; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--fill); vertical-align: bottom; }
tbody th { font-weight: 600; position: sticky; left: 0; background: var(--paper); }
.short { white-space: nowrap; }
td.long { min-width: 14rem; }
th:last-child, td:last-child { padding-right: 0; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }`;

const ITEMS = `
.items { list-style: none; margin: 1rem 0; padding: 0; }
.item { display: grid; grid-template: "mark label aside" auto "mark text text" auto "mark details details" auto / 1.25rem 1fr auto; column-gap: .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.unlabelled > .item { grid-template: "mark text" auto "mark aside" auto "mark details" auto / 1.25rem 1fr; }
.unmarked > .item { grid-template: "label aside" auto "text text" auto "details details" auto / 1fr auto; }
.unmarked .mark { display: none; }
.item p { margin: 0; }
.mark { grid-area: mark; width: 1.125rem; height: 1.125rem; margin-top: .1875rem; fill: none; stroke: var(--tone, var(--soft)); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.mark .solid { fill: var(--tone, var(--soft)); }
.mark .full > * { fill: var(--tone, var(--soft)); } .mark .full > path { fill: none; stroke: var(--paper); stroke-width: 2; }
.is-current { --tone: var(--link); } .is-missed { --tone: var(--bad); }
.label { grid-area: label; font-weight: 600; }
.text { grid-area: text; color: var(--tone, inherit); }
.is-done > .text, .is-current > .text, .is-ticked > .text { color: inherit; }
.aside { grid-area: aside; color: var(--soft); font-variant-numeric: tabular-nums; }
.details { grid-area: details; margin: .25rem 0 0; padding-left: 1.125rem; color: var(--soft); font-size: .9375rem; }
.blanks { display: flex; align-items: end; gap: .5rem; margin: .375rem 0 0 -1.125rem; list-style: none; font-size: .8125rem; }
.blank { flex: 0 1 7rem; height: 1.5rem; border-bottom: 1px solid var(--ink); }
.blank:last-child { flex: 1 1 9rem; }`;

const PICTURE = `
figure { margin: 1rem 0; }
figcaption { font-weight: 600; }
.chart > .frame { margin: .5rem 0 0; }
.chart :is(th, td) { padding-block: .125rem; }
.timeline { display: block; width: 100%; height: auto; max-width: 26rem; }
.wide { display: none; max-width: none; }
summary { cursor: pointer; color: var(--soft); padding: .25rem 0; }
.timeline text { fill: var(--ink); }
.timeline .year { font-weight: 600; }
.timeline .month, .timeline .days, .timeline .key { fill: var(--soft); }
.timeline text.today { fill: var(--now); }
rect.plate { fill: var(--paper); } rect.fact { fill: var(--fill); } rect.range { fill: var(--tint); stroke: var(--fill); } rect.window { fill: none; stroke: var(--fill); }
line { stroke: var(--fill); } line.grid { stroke: var(--line); } line.today { stroke: var(--now); }`;

const WIDE = `
@media print, (min-width: 44rem) {
  .wide { display: block; } .narrow { display: none; }
  .chart { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2rem; align-items: start; }
  .chart > figcaption { grid-column: 1 / -1; }
  .item { grid-template: "mark label text aside" auto "mark label details details" auto / 1.25rem 11rem 1fr auto; }
  .unmarked > .item { grid-template: "label text aside" auto "label details details" auto / 13rem 1fr auto; }
  .unlabelled > .item { grid-template: "mark text aside" auto "mark details details" auto / 1.25rem 1fr auto; }
}
@media screen and (max-width: 43.99rem) {
  th, td { padding-right: .75rem; }
  body:not(.roomy) :is(th, td) { min-width: 0; white-space: normal; }
  .fields > div { grid-template-columns: 1fr; }
  body { padding-top: 1rem; }
  h1 { font-size: 1.5rem; }
}`;

const PAPER = `
@page { margin: 16mm; }
@page sideways { size: landscape; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #999; --panel: #fff; --link: #000;
    --good: #000; --soon: #000; --bad: #000; --fill: #000; --tint: #ddd; --now: #000; }
  html { font-size: 10pt; }
  h2 { margin-top: 1.25rem; }
  footer { margin-top: 1.25rem; break-before: avoid; }
  body { max-width: none; padding: 0; }
  .roomy { page: sideways; }
  tbody th { position: static; }
  .short { white-space: normal; }
  td.long { min-width: 0; }
  details { display: none; }
  .frame { overflow: visible; }
  th, td { min-width: 0; padding-right: .75rem; }
  h1, h2 { break-after: avoid; }
  .page-break { break-after: page; }
  p.faint { font-size: 7.5pt; }
  .item, .callout, .fields > div, tr, figure { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}`;

export const style = `${[COLORS, PAGE, BLOCKS, ITEMS, PICTURE, WIDE, PAPER].join('')}\n`;

/** In base64, as a Content-Security-Policy wants it. */
export async function styleHash(): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
