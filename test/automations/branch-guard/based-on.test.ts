import fc from "fast-check";
import { expect, test } from "vitest";
import { guarded } from "./world.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-10-01T00:00:00Z");

interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly committed_at: string;
}

/** Histories in any shape. A commit is made an hour after the one before it, by a clock that is wrong by up to eleven. */
const histories = fc
  .array(fc.record({ parents: fc.array(fc.nat(), { maxLength: 3 }), skew: fc.integer({ min: -11, max: 11 }) }), {
    minLength: 3,
    maxLength: 24,
  })
  .map((made) =>
    made.map(({ parents, skew }, index): Commit => {
      const before = index === 0 ? [] : parents.map((pick) => `c${pick % index}`);
      const committed_at = new Date(START + (index + skew) * HOUR).toISOString();
      return { sha: `c${index}`, parents: [...new Set(before)], committed_at };
    }),
  );

/** The contract's own words: all commits of the head that the base lacks, and among them one of the branch's first parents. */
function isBasedOn(history: readonly Commit[], branch: string, base: string, head: string): boolean {
  const parentsOf = (sha: string) => history.find((commit) => commit.sha === sha)?.parents ?? [];
  const ancestors = (sha: string): string[] => [sha, ...parentsOf(sha).flatMap(ancestors)];
  const line = (sha: string): string[] => [sha, ...parentsOf(sha).slice(0, 1).flatMap(line)];
  const has = new Set(ancestors(base));
  const own = new Set(line(branch));
  return ancestors(head).some((sha) => !has.has(sha) && own.has(sha));
}

test("based on: a commit of the branch's own line that the base lacks, in any history", async () => {
  const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(histories, picks, async (commits, [main = 0, staging = 0, develop = 0, feature = 0]) => {
      const at = (pick: number) => `c${pick % commits.length}`;
      const [base, head] = [at(develop), at(feature)];
      const world = guarded({
        rules: "branches: [{into: develop, from: ['*'], not-based-on: [main, staging]}]",
        repo: {
          commits,
          branches: { main: at(main), staging: at(staging), develop: base, feature: head },
          pulls: [{ number: 1, title: "Feature", user: "alice", base: "develop", head: "feature", head_sha: head }],
        },
      });
      const wanted = ["main", "staging"].filter((branch) =>
        isBasedOn(commits, branch === "main" ? at(main) : at(staging), base, head),
      );
      const [found] = await world.allowed("pull/1");
      expect(found?.allowed).toBe(wanted.length === 0);
      expect(found?.reasons).toEqual(
        wanted.map((branch) => expect.stringMatching(new RegExp(`^\`feature\` is based on \`${branch}\``))),
      );
    }),
  );
});
