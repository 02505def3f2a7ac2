import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examineVersion } from "../../../src/cli/doctor/enterprise.ts";

// By GitHub's descriptions of Enterprise Server 3.17, 3.18 and 3.19 (npm @octokit/openapi 23.0.2).
test.each([
  ["3.20.0", ["ok GitHub Enterprise Server 3.20.0 has everything that Detoil uses."]],
  ["4.0.1", ["ok GitHub Enterprise Server 4.0.1 has everything that Detoil uses."]],
  ["3.19.4", ["ok GitHub Enterprise Server 3.19.4: milestone-tasks works without projects (not in 3.19)."]],
  [
    "3.17.0",
    [
      "ok GitHub Enterprise Server 3.17.0: milestone-tasks works without dependencies between tasks (from 3.19) and projects (not in 3.19).",
    ],
  ],
  ["3.9.2", ["fix GitHub Enterprise Server 3.9.2 is older than 3.17, the oldest that Detoil works with: upgrade it."]],
])("%s", (version, lines) => {
  expect(examineVersion(version).map(({ state, text }) => `${state} ${text}`)).toEqual(lines);
});

test("docs/operations.md says the same", () => {
  const docs = readFileSync(new URL("../../../docs/operations.md", import.meta.url), "utf8");
  for (const line of ["| config, release-pr, commands | 3.17 |", "| milestone-tasks | 3.17 |"])
    expect(docs).toContain(line);
});
