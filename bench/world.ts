const START = Date.parse("2026-10-01T00:00:00Z");
const MINUTE = 60_000;

interface WorldCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  readonly authored_at: string;
  readonly committed_at: string;
}

function at(minutes: number): string {
  return new Date(START + minutes * MINUTE).toISOString().replace(".000Z", "Z");
}

function merged(sha: string, when: string): object {
  return { state: "merged", merge_method: "merge", merge_commit_sha: sha, merged_at: when, closed_at: when };
}

/**
 * One repository in which `count` pull requests of two commits each were merged into `develop` by merge commit; the last
 * one is still open, so that it can be merged while somebody counts.
 */
export function worldWith(count: number): object {
  const commits: WorldCommit[] = [];
  const pulls: object[] = [];
  const add = (sha: string, parents: readonly string[], message: string, minutes: number) => {
    commits.push({ sha, parents, message, author: "alice", authored_at: at(minutes), committed_at: at(minutes) });
    return sha;
  };
  let tip = add("base", [], "Start", 0);
  for (let number = 1; number <= count; number += 1) {
    const minutes = number * 10;
    const first = add(`p${number}-1`, [tip], `Begin change ${number}`, minutes);
    const second = add(`p${number}-2`, [first], `Finish change ${number}`, minutes + 1);
    const open = number === count;
    if (!open)
      tip = add(
        `p${number}-m`,
        [tip, second],
        `Merge pull request #${number} from acme/change-${number}\n\nChange ${number}`,
        minutes + 2,
      );
    pulls.push({
      number,
      title: `Change ${number}`,
      user: number % 2 === 0 ? "alice" : "bob",
      base: "develop",
      head: `change-${number}`,
      head_sha: second,
      created_at: at(minutes),
      updated_at: at(minutes + 2),
      commits: [first, second],
      ...(open ? { state: "open" } : merged(tip, at(minutes + 2))),
    });
  }
  return {
    now: at((count + 10) * 10),
    users: [{ login: "alice" }, { login: "bob" }],
    repos: [
      {
        name: "acme/shop",
        default_branch: "develop",
        permission: { alice: "write", bob: "write" },
        files: { ".github/sre.yml": "version: 1\nrelease:\n  lanes:\n    - from: develop\n      to: main\n" },
        branches: { main: "base", develop: tip, [`change-${count}`]: `p${count}-2` },
        commits,
        pulls,
      },
    ],
  };
}
