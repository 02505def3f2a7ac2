import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { fourKeys } from "../../../src/cli/four-keys.ts";

export function written(name: string, content: string | object): string {
  const file = join(mkdtempSync(join(tmpdir(), "detoil-four-keys-")), name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** What the command prints; `rejected`: what it throws for `detoil` to print. */
export async function run(...argv: string[]): Promise<{ out: string; err: string[]; rejected: unknown }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.out.push(String(line)));
  const error = vi.spyOn(console, "error").mockImplementation((line) => void lines.err.push(String(line)));
  let rejected: unknown = null;
  try {
    expect(await fourKeys(argv)).toBe(0);
  } catch (thrown) {
    rejected = thrown;
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  return { out: lines.out.join("\n"), err: lines.err, rejected };
}

/** Two merges, each deployed; the second deployment failed for 43 minutes. */
export function repository(name: string, sre: string | null) {
  const pull = (number: number, user: string, of: { branch: string; merge: string; day: string; merged: string }) => ({
    ...{ number, title: `Change ${number}`, user, base: "main", head: `work-${number}`, head_sha: of.branch },
    ...{ state: "merged", merge_method: "merge", merge_commit_sha: of.merge, commits: [of.branch] },
    ...{ created_at: `2026-11-${of.day}T00:00:00Z`, merged_at: `2026-11-${of.day}T${of.merged}:00:00Z` },
  });
  const commit = (sha: string, parents: string[], at: string) => ({ sha, parents, authored_at: at, committed_at: at });
  const deployed = (id: number, sha: string, at: string) => ({
    ...{ id, sha, environment: "production", created_at: at },
    statuses: [{ state: "success", at }],
  });
  return {
    name,
    permission: { alice: "admin" },
    files: sre === null ? {} : { ".github/sre.yml": sre },
    commits: [
      commit("a", [], "2026-10-01T00:00:00Z"),
      commit("b1", ["a"], "2026-11-01T22:00:00Z"),
      commit("m1", ["a", "b1"], "2026-11-02T03:00:00Z"),
      commit("b2", ["m1"], "2026-11-03T22:00:00Z"),
      commit("m2", ["m1", "b2"], "2026-11-04T03:00:00Z"),
    ],
    branches: { main: "m2" },
    pulls: [
      pull(1, "alice", { branch: "b1", merge: "m1", day: "02", merged: "03" }),
      pull(2, "bo", { branch: "b2", merge: "m2", day: "04", merged: "03" }),
    ],
    issues: [
      {
        ...{ number: 9, title: "Down", user: "bo", state: "closed", labels: ["incident"] },
        ...{ created_at: "2026-11-05T06:00:00Z", closed_at: "2026-11-05T06:43:00Z" },
      },
    ],
    deployments: [deployed(7, "m1", "2026-11-02T05:00:00Z"), deployed(8, "m2", "2026-11-05T05:00:30Z")],
  };
}

export const PRODUCTION = "version: 1\nfour-keys:\n  deployments:\n    environment: [production]\n";

export function worldWith(...repos: readonly object[]) {
  return { now: "2026-11-28T00:00:00Z", users: [{ login: "alice" }, { login: "bo" }], repos };
}
