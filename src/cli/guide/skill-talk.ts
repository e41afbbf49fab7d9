// What employers ask about, told to the guide: field after field, each may be left out. The command records it.
import { type SkillField, skillFields } from '../../domain/profile.ts';
import { fieldText } from '../../views/profile.ts';
import { toldOf } from '../roster/profile-answers.ts';
import { skills } from './companion-sentences.ts';
import type { MenuTalk } from './menu.ts';
import { leavable } from './step-conversation.ts';

/** As options of `profile`; a field that was told and is left out is a hyphen there. */
export async function askSkills({ ask, run }: MenuTalk): Promise<Partial<Record<SkillField, string>>> {
  const { profile } = await run().journey();
  const told: Partial<Record<SkillField, string>> = {};
  for (const field of skillFields) {
    const known = profile[field] === undefined ? undefined : fieldText(field, profile[field]);
    const question = { id: `skills.${field}`, ...skills[field] };
    const text = await ask.text(leavable(question, known, (typed) => readSkill(field, typed.trim())));
    if (text !== undefined) told[field] = text;
    else if (known !== undefined) told[field] = '-';
  }
  return told;
}

/** Fails with `usage` on what the option would not take. */
function readSkill(field: SkillField, text: string): string {
  toldOf({ [field]: text });
  return text;
}
