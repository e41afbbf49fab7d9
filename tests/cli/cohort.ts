// A small cohort of candidates in different places, for tests of commands about many.
import type { Terminal } from './terminal.ts';

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? ''));

const COHORT = `
candidates add --name "Ana Cruz" --country PH --owner Ben --tag cebu,2027 --today 2026-09-01
done application --on 2026-12-01 -c ana-cruz --today 2026-12-01
candidates add --name "Nguyễn Thị Ánh" --country VN --email anh@example.org --tag cebu --today 2026-09-01
done application --on 2026-10-01 -c nguyen-thi-anh --today 2026-10-01
done admission --on 2026-11-20 -c nguyen-thi-anh --today 2026-11-20
done schedule --exam 2026-12-20 -c nguyen-thi-anh --today 2026-12-01
candidates add --name "محمد علي" --id ali --country SA --owner Ana --today 2026-05-01
done application --on 2026-05-02 -c ali --today 2026-05-02
done admission --on 2026-06-01 -c ali --today 2026-06-01
candidates add --name "Łukasz Groß" --country PL --owner Ben --today 2026-09-01
`;

/** `ana-cruz` waits for word, `nguyen-thi-anh` has booked, `ali` lost a window, `lukasz-gross` has recorded nothing. */
export async function cohort(where: Terminal): Promise<void> {
  for (const argv of lines(COHORT)) {
    const said = await where.run(...argv);
    if (said.code !== 0) throw new Error(`${argv.join(' ')}: ${said.err}`);
  }
}
