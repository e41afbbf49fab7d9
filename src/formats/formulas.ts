// Keeps a spreadsheet from calculating what a person wrote, in a way that can be taken back without loss.

/** What makes a spreadsheet read a cell as a formula, in both widths, perhaps behind apostrophes that are already there. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A number may begin with a minus. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

/** Text that no spreadsheet calculates: an apostrophe leads what would be a formula. */
export const inert = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text before `inert`. */
export const restored = (text: string): string => (/^'/.test(text) && FORMULA.test(text) ? text.slice(1) : text);
