// Folds the lines of an iCalendar file at 75 octets of UTF-8, never inside a character.

/** Of a line without its end; the space that leads what is folded counts. */
const MOST = 74;
/** No letter of UTF-16 takes more octets. */
const WIDEST = 3;

const octets = (character: string): number => {
  const code = character.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
};

export const folded = (text: string): string => text.split('\r\n').map(foldedLine).join('\r\n');

function foldedLine(line: string): string {
  if (line.length * WIDEST <= MOST) return line;
  const parts: string[] = [];
  let [begin, at, taken] = [0, 0, 0];
  for (const character of line) {
    const more = octets(character);
    if (taken + more > MOST) {
      parts.push(line.slice(begin, at));
      [begin, taken] = [at, 0];
    }
    taken += more;
    at += character.length;
  }
  return [...parts, line.slice(begin)].join('\r\n ');
}
