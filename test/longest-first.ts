import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, so that nobody waits for it in the end. */
const LONGEST = [
  "cli/demo/demo",
  "stories/kill",
  "cli/doctor",
  "stories/pace",
  "cli/try/try",
  "main",
  "store/store",
  "stories/installation",
].map((name) => `/test/${name}.test.ts`);

/** The same order in every run: files share processes, and Vitest's own order depends on the run before. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((end) => moduleId.endsWith(end));
      return place === -1 ? LONGEST.length : place;
    };
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId, "en"));
  }
}
