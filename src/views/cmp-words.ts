// How points and areas are said.
import type { AreaCount, Spread, Tally } from '../domain/cmp-points.ts';
import { OTHER } from '../domain/cmp-points.ts';

/** Areas whose id does not say enough. */
const titles: Readonly<Record<string, string>> = { ethics: 'Medical ethics', [OTHER]: 'Others' };

/** `Blood banking` */
export function areaTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return titles[id] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Inside a sentence. */
export const areaName = (id: string): string => areaTitle(id).toLowerCase();

/** `1 point`, `2.5 points` */
export const pointsText = (points: number): string => `${points} point${points === 1 ? '' : 's'}`;

/** `medical ethics 1, others 15` */
export const missingText = ({ areas }: Tally): string =>
  areas
    .filter((area): area is AreaCount & { missing: number } => (area.missing ?? 0) > 0)
    .map(({ id, missing }) => `${areaName(id)} ${missing}`)
    .join(', ');

/** Where the points of one activity count. */
export function spreadText({ area, own, other, beyond }: Spread, credential: string, hasMinimum: boolean): string {
  const name = areaName(area);
  const spare = beyond > 0 ? ` ${pointsText(beyond)} of them ${verb(beyond)} more than the cycle asks for.` : '';
  return `${credential}: ${said()}.${spare}`;

  function said(): string {
    if (own > 0 && other > 0) {
      const meet = own === 1 ? 'meets' : 'meet';
      const all = Math.round((own + other) * 100) / 100;
      return `${own} of these ${all} points ${meet} the minimum of ${name}, ${other} ${counts(other)} towards others`;
    }
    if (own > 0) return `${pointsText(own)} ${counts(own)} towards the minimum of ${name}`;
    const towards = `${pointsText(other)} ${counts(other)} towards others`;
    if (area === OTHER) return towards;
    return `${towards}, because ${hasMinimum ? `the minimum of ${name} is met already` : `${name} has no minimum there`}`;
  }
}

const counts = (points: number): string => (points === 1 ? 'counts' : 'count');
const verb = (points: number): string => (points === 1 ? 'is' : 'are');
