// What to watch out for in the visa queue: a bulletin that is old, or one that takes away what one has.
import { monthOf, monthTitle } from '../domain/bulletin-month.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Warning } from '../domain/contradictions.ts';
import type { Position } from '../domain/visa-position.ts';
import { bulletinText } from './visa-standing.ts';

export const IMPORT_BULLETIN = 'ascpi visa bulletin import <file>';

export function visaWarnings({
  position,
  coming,
  today,
}: {
  position: Position;
  coming: Position | undefined;
  today: CivilDate;
}): Warning[] {
  return [...goingBack(position, coming), ...oldBulletin(position, today)];
}

function goingBack({ current }: Position, coming: Position | undefined): Warning[] {
  if (current !== true || coming?.current !== false || coming.bulletin === null) return [];
  return [
    {
      id: 'visa-going-back',
      message: `${bulletinText(coming.bulletin)} is known already, and by it you are not current any more`,
      hint: 'Ask today who files your petition what can still be done this month',
    },
  ];
}

function oldBulletin({ bulletin, behind }: Position, today: CivilDate): Warning[] {
  if (bulletin === null || behind === 0) return [];
  const [month, now] = [monthTitle(bulletin), monthTitle(monthOf(today))];
  return [
    {
      id: 'visa-bulletin-old',
      message: `the last bulletin known is of ${month}, ${behind} month${behind === 1 ? '' : 's'} before ${now}; a case that was current may have gone back since`,
      hint: `Import the newer ones: ${IMPORT_BULLETIN}`,
    },
  ];
}
