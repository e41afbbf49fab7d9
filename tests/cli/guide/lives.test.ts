// Whole lives told to the guide; the facts kept are those that the same life leaves when it is recorded by flags.
import { expect, test } from 'vitest';
import {
  beginAtTheBeginning,
  byFlags,
  day,
  did,
  doesNotKnow,
  KEEP,
  knows,
  MENU,
  person,
  QUIT,
  stored,
  whoIAm,
  words,
} from './script.ts';

const START = 'start --name "Maria Santos" --credential MLS --country PH';

test('a new person in Manila records all seven steps, from the first start to the certificate', async () => {
  const maria = person();
  const first = await maria.talk(
    ['--today', '2026-09-01'],
    [
      ...whoIAm(),
      ['start.reached', /^None yet/],
      KEEP,
      did('Eligibility'),
      ...day('eligibility.on', 'today'),
      ['eligibility.route', /^Route 1:/],
      QUIT,
    ],
  );
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.talk).toContain('Nothing is sent anywhere');
  expect(first.talk).toContain('independent of ASCP');
  expect(first.talk).toContain(maria.home);
  expect(first.talk).toContain('Tuesday, 1 September 2026');

  await maria.talk(
    ['--today', '2026-10-02'],
    [
      did('Application'),
      ...day('application.on', 'yesterday'),
      ['application.fee', '240USD'],
      ['application.reference', 'A-77'],
      QUIT,
    ],
  );
  await maria.talk(
    ['--today', '2026-12-01'],
    [
      did('Admission'),
      ...day('admission.on', 'last monday'),
      ...day('admission.windowStart', '30 Nov 2026'),
      ...day('admission.windowEnd', '27th February 2027'),
      QUIT,
    ],
  );
  await maria.talk(
    ['--today', '2026-12-10'],
    [
      did('Schedule'),
      ...day('schedule.on', ''),
      ...day('schedule.exam', '15 Jan 2027'),
      ['schedule.time', '8:30'],
      ['schedule.centre', 'Pearson VUE, Makati'],
      ['schedule.zone', 'Asia/Manila'],
      QUIT,
    ],
  );
  const passed = await maria.talk(
    ['--today', '2027-01-15'],
    [did('Exam'), ...day('exam.on', ''), ['exam.result', 'Passed'], QUIT],
  );
  expect(passed.talk).toContain('Congratulations');
  expect(passed.out).toContain('Final scores:');
  await maria.talk(
    ['--today', '2027-01-20'],
    [did('Final scores'), ...day('scores.on', ''), ['scores.result', 'Passed'], ['scores.score', '512'], QUIT],
  );
  const last = await maria.talk(
    ['--today', '2027-03-01'],
    [
      did('Certificate'),
      ...day('certificate.on', ''),
      ['certificate.number', '12345'],
      ...day('certificate.expires', '2030-01-31'),
      QUIT,
    ],
  );
  expect(last).toMatchObject({ code: 0, err: '' });

  expect(await maria.json('status', '--today', '2027-03-01')).toMatchObject({ current: null });
  expect(stored(maria.home)).toEqual(
    await byFlags(
      START,
      ['2026-09-01', 'done eligibility --route 1'],
      ['2026-10-02', 'done application --on 2026-10-01 --fee 240USD --reference A-77'],
      ['2026-12-01', 'done admission --on 2026-11-30 --window-start 2026-11-30 --window-end 2027-02-27'],
      ['2026-12-10', 'done schedule --exam 2027-01-15T08:30 --centre "Pearson VUE, Makati" --zone Asia/Manila'],
      ['2027-01-15', 'done exam --result pass'],
      ['2027-01-20', 'done scores --result pass --score 512'],
      ['2027-03-01', 'done certificate --number 12345 --expires 2030-01-31'],
    ),
  );
  const whenAllIsDone = await maria.talk(['--today', '2027-03-02'], [QUIT]);
  expect(whenAllIsDone.talk).toContain('All steps are done');
});

test('someone in the middle of the way lands in the right place', async () => {
  const ravi = person();
  const said = await ravi.talk(
    ['--today', '2026-12-15'],
    [
      ...whoIAm('Ravi Thapa', 'NP'),
      ['start.reached', /^4 Schedule/],
      doesNotKnow('eligibility'),
      knows('application'),
      ...day('application.on', '1 Oct 2026'),
      ['application.fee', ''],
      ['application.reference', ''],
      knows('admission'),
      ...day('admission.on', '2026-11-30'),
      ['admission.windowStart', ''],
      ['admission.windowEnd', ''],
      knows('schedule'),
      ...day('schedule.on', '10 Dec 2026'),
      ...day('schedule.exam', 'January 15, 2027'),
      ['schedule.time', ''],
      ['schedule.centre', ''],
      ['schedule.zone', ''],
      KEEP,
      QUIT,
    ],
  );
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(await ravi.json('status')).toMatchObject({ current: 'exam', attempt: 1 });
  expect(stored(ravi.home)).toEqual(
    await byFlags(
      'start --name "Ravi Thapa" --credential MLS --country NP',
      ['2026-12-15', 'done application --on 2026-10-01'],
      ['2026-12-15', 'done admission --on 2026-11-30'],
      ['2026-12-15', 'done schedule --on 2026-12-10 --exam 2027-01-15'],
    ),
  );
});

test('someone who does not know the day of the last step is told what that means', async () => {
  const ravi = person();
  const said = await ravi.talk(
    ['--today', '2026-12-15'],
    [
      ...whoIAm(),
      ['start.reached', /^2 Application/],
      doesNotKnow('eligibility'),
      doesNotKnow('application'),
      KEEP,
      QUIT,
    ],
  );
  expect(words(said.talk)).toContain('Without a day nothing can be counted from this step: Application.');
});

test('a fail is taken gently, and attempt 2 begins: its earliest day, its cost, the attempts left', async () => {
  const grace = person();
  await grace.talk(
    ['--today', '2026-12-15'],
    [
      ...whoIAm('Grace Obi', 'Nigeria'),
      ['start.reached', /^4 Schedule/],
      knows('eligibility'),
      ...day('eligibility.on', '2026-09-01'),
      ['eligibility.route', /^Route 2:/],
      knows('application'),
      ...day('application.on', '1 Oct 2026'),
      ['application.fee', ''],
      ['application.reference', ''],
      knows('admission'),
      ...day('admission.on', '30 Nov 2026'),
      ['admission.windowStart', ''],
      ['admission.windowEnd', ''],
      knows('schedule'),
      ...day('schedule.on', '10 Dec 2026'),
      ...day('schedule.exam', '15 Jan 2027'),
      ['schedule.time', ''],
      ['schedule.centre', ''],
      ['schedule.zone', ''],
      KEEP,
      QUIT,
    ],
  );
  const failed = await grace.talk(
    ['--today', '2027-01-15'],
    [did('Exam'), ...day('exam.on', ''), ['exam.result', 'Not passed'], QUIT],
  );
  expect(failed.talk).toContain('I am sorry.');
  expect(failed.talk).not.toMatch(/\bfail/i);
  const { dates, next } = (await grace.json('status', '--today', '2027-01-15')) as unknown as {
    dates: { id: string; date: string }[];
    next: { action: string };
  };
  expect(dates.find(({ id }) => id === 'next-attempt')?.date).toBe('2027-02-14');
  const whole = words(failed.talk + failed.out);
  expect(whole).toContain('Sun 14 Feb 2027');
  expect(whole).toContain(/Attempts left on this route: \d/.exec(next.action)?.[0] ?? 'attempts');
  expect(whole).toMatch(
    /A new attempt needs a new application and a new fee\. The last known fee is (USD \d+|\d+ USD)\./,
  );

  const again = await grace.talk(
    ['--today', '2027-02-15'],
    [
      did('Application'),
      ...day('application.on', ''),
      ['application.fee', '240USD'],
      ['application.reference', ''],
      QUIT,
    ],
  );
  expect(again.talk).toContain('attempt 2');
  expect(await grace.json('status', '--today', '2027-02-15')).toMatchObject({ attempt: 2, current: 'admission' });
  expect(stored(grace.home)).toEqual(
    await byFlags(
      'start --name "Grace Obi" --credential MLS --country NG',
      ['2026-12-15', 'done eligibility --on 2026-09-01 --route 2'],
      ['2026-12-15', 'done application --on 2026-10-01'],
      ['2026-12-15', 'done admission --on 2026-11-30'],
      ['2026-12-15', 'done schedule --on 2026-12-10 --exam 2027-01-15'],
      ['2027-01-15', 'done exam --result fail'],
      ['2027-02-15', 'done application --fee 240USD'],
    ),
  );
});

test('a start that tells of a failed exam asks no further, and attempt 2 is next', async () => {
  const grace = person();
  await grace.talk(
    ['--today', '2027-01-20'],
    [
      ...whoIAm('Grace Obi', 'NG'),
      ['start.reached', /^6 Final scores/],
      doesNotKnow('eligibility'),
      doesNotKnow('application'),
      knows('admission'),
      ...day('admission.on', '30 Nov 2026'),
      ['admission.windowStart', ''],
      ['admission.windowEnd', ''],
      doesNotKnow('schedule'),
      knows('exam'),
      ...day('exam.on', '15 Jan 2027'),
      ['exam.result', 'Not passed'],
      KEEP,
      QUIT,
    ],
  );
  expect(await grace.json('status', '--today', '2027-01-20')).toMatchObject({ attempt: 2, current: 'application' });
});

test('a wrong admission date is corrected, and the printed window is kept with Enter', async () => {
  const maria = person();
  await maria.talk(['--today', '2026-09-01'], beginAtTheBeginning());
  await maria.run('done', 'application', '--on', '2026-10-01', '--today', '2026-10-01');
  await maria.run('done', 'admission', '--on', '2026-11-03', '--window-end', '2027-02-27', '--today', '2026-12-01');
  const said = await maria.talk(
    ['--today', '2026-12-15'],
    [
      ['menu', MENU.other],
      ['other', 'I did another step, or want to correct one'],
      ['other.step', /^Admission:/],
      ...day('admission.on', '30 Nov 2026'),
      ['admission.windowStart', ''],
      ...day('admission.windowEnd', ''),
      QUIT,
    ],
  );
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.talk).toContain('Saturday, 27 February 2027');
  expect(stored(maria.home)).toEqual(
    await byFlags(
      START,
      ['2026-10-01', 'done application'],
      ['2026-12-01', 'done admission --on 2026-11-03 --window-end 2027-02-27'],
      ['2026-12-15', 'done admission --on 2026-11-30 --window-end 2027-02-27'],
    ),
  );
  expect(await maria.json('status')).toMatchObject({ steps: { 2: { on: '2026-11-30' } } });
});

test('a day that is recorded can be taken out of a correction with a hyphen', async () => {
  const maria = person();
  await maria.talk(['--today', '2026-09-01'], beginAtTheBeginning());
  await maria.run('done', 'admission', '--on', '2026-11-30', '--window-end', '2027-02-27', '--today', '2026-12-01');
  await maria.talk(
    ['--today', '2026-12-15'],
    [
      ['menu', MENU.other],
      ['other', 'I did another step, or want to correct one'],
      ['other.step', /^Admission:/],
      ...day('admission.on', ''),
      ['admission.windowStart', ''],
      ['admission.windowEnd', '-'],
      QUIT,
    ],
  );
  const facts = Object.values(stored(maria.home)).flatMap((journey) => journey.facts);
  expect(facts.at(-1)).toEqual({ kind: 'admission', on: '2026-11-30' });
});

test('an exam is moved, and its centre is kept with Enter', async () => {
  const maria = person();
  await maria.talk(['--today', '2026-09-01'], beginAtTheBeginning());
  await maria.run('done', 'admission', '--on', '2026-11-30', '--today', '2026-12-01');
  await maria.run('done', 'schedule', '--exam', '2027-01-15', '--centre', 'Makati', '--today', '2026-12-10');
  await maria.talk(
    ['--today', '2026-12-15'],
    [
      ['menu', MENU.other],
      ['other', 'I moved my exam to another day'],
      ...day('schedule.on', ''),
      ...day('schedule.exam', '22 Jan 2027'),
      ['schedule.time', ''],
      ['schedule.centre', ''],
      ['schedule.zone', ''],
      QUIT,
    ],
  );
  expect(stored(maria.home)).toEqual(
    await byFlags(
      START,
      ['2026-12-01', 'done admission --on 2026-11-30'],
      ['2026-12-10', 'done schedule --exam 2027-01-15 --centre Makati'],
      ['2026-12-15', 'done schedule --exam 2027-01-22 --centre Makati'],
    ),
  );
});

test('the day that was booked is offered as the day of the exam', async () => {
  const maria = person();
  await maria.talk(['--today', '2026-09-01'], beginAtTheBeginning());
  await maria.run('done', 'admission', '--on', '2026-11-30', '--today', '2026-12-01');
  await maria.run('done', 'schedule', '--exam', '2027-01-15', '--today', '2026-12-10');
  const said = await maria.talk(
    ['--today', '2027-01-17'],
    [did('Exam'), ...day('exam.on', ''), ['exam.result', 'Passed'], QUIT],
  );
  expect(said.talk).toContain('That is Friday, 15 January 2027. Is this right?');
});
