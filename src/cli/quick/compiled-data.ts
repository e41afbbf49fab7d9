// The texts of data/rules and data/calendars by name, `rules/exam-window`: put here by scripts/build.mjs, which checks them first.
export const compiledData: Readonly<Record<string, string>> = {};
