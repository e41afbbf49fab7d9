// `ascpi candidates tag` and `untag`: puts tags on candidates and takes them off.
import { Failure } from '../../domain/failure.ts';
import { joinTags, type Profile } from '../../domain/profile.ts';
import { searchable } from '../../domain/text.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { changeProfile } from './change-profile.ts';
import { tagsIn } from './profile-answers.ts';

export const tag = (run: Run, [typed = '']: readonly string[]): Promise<Outcome> =>
  retag(run, 'candidates-tag', (tags) => joinTags(tags, tagsIn(typed)));

export const untag = (run: Run, [typed = '']: readonly string[]): Promise<Outcome> =>
  retag(run, 'candidates-untag', (tags) => {
    const gone = tagsIn(typed).map(searchable);
    return tags.filter((each) => !gone.includes(searchable(each)));
  });

async function retag(run: Run, name: string, change: (tags: readonly string[]) => string[]): Promise<Outcome> {
  // A word alone could be the tag or an id: nobody is tagged by guessing.
  if (run.globals.candidate === undefined) {
    throw new Failure(
      'usage',
      'it is not said which candidates are meant',
      'For example: ascpi candidates tag cebu maria-santos, or with a filter: ascpi help filters',
    );
  }
  const journey = await run.journey();
  const { tags: before = [], ...others } = journey.profile;
  const tags = change(before);
  const after: Profile = tags.length > 0 ? { ...others, tags } : others;
  return changeProfile(run, journey, after, name);
}
