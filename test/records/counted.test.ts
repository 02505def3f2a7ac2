import { expect, test } from "vitest";
import type { z } from "zod";
import { fourKeysSection } from "../../src/config/sections/four-keys/schema.ts";
import { countedRecords } from "../../src/records/counted.ts";
import type { Recorded, RecordedChange } from "../../src/records/recorded.ts";
import { commit, DAY, HOUR, november } from "../metrics/records.ts";
import { deployed, labeled, pull, sha } from "./recorded.ts";

const lanes = [{ from: "develop", to: "main" }];
const noon = november(3, 12);

function counted(
  recorded: Partial<Recorded>,
  section: z.input<typeof fourKeysSection> = { deployments: { environment: ["production"] } },
) {
  const nothing = { commits: [], changes: [], deployments: [], incidents: [] };
  return countedRecords({ ...nothing, ...recorded }, fourKeysSection.parse(section), lanes);
}

/** A pull request from `web`, open for a day before noon. */
const parent = pull(9, noon, { head: "web", openedAt: noon - DAY });
const intoWeb = (mergedAt: number, more: Partial<RecordedChange> = {}) => pull(1, mergedAt, { base: "web", ...more });

test.each<[string, RecordedChange[], number[]]>([
  ["a pull request", [pull(1, noon)], [1]],
  ["a release", [pull(1, noon, { head: "develop", base: "main" })], []],
  ["a back-merge", [pull(1, noon, { head: "main", base: "develop" })], []],
  [
    "a fork's branch of the same name is nobody's lane",
    [pull(1, noon, { head: "develop", base: "main", fork: true })],
    [1],
  ],
  ["a hotfix", [pull(1, noon, { head: "fix", base: "main" })], [1]],
  ["part of another one", [intoWeb(noon - HOUR), parent], [9]],
  ["merged in the same moment", [intoWeb(noon), parent], [9]],
  ["merged as the other one was opened", [intoWeb(noon - DAY), parent], [9]],
  ["merged before the other one was opened", [intoWeb(noon - DAY - 1), parent], [1, 9]],
  ["merged after the other one", [intoWeb(noon + 1), parent], [1, 9]],
  ["from a fork, into a branch here", [intoWeb(noon - HOUR, { fork: true }), parent], [9]],
  ["into a branch that a fork has, too", [intoWeb(noon - HOUR), { ...parent, fork: true }], [1, 9]],
  [
    "part of a part",
    [pull(2, noon - 2 * HOUR, { base: "feature-1" }), intoWeb(noon - HOUR, { openedAt: noon - DAY }), parent],
    [9],
  ],
  [
    "while one from the same head was open, though not the one opened last",
    [
      intoWeb(noon - 2 * HOUR),
      parent,
      pull(8, noon - 3 * HOUR, { head: "web", base: "other", openedAt: noon - 4 * HOUR }),
    ],
    [8, 9],
  ],
  [
    "into a lane's branch, while it is brought into somebody's branch",
    [pull(1, noon), pull(2, noon + HOUR, { head: "develop", base: "web", openedAt: noon - HOUR })],
    [1, 2],
  ],
])("%s", (_name, changes, expected) => {
  const pulls = (all: readonly { readonly pull: number | null }[]) => all.map((each) => each.pull);
  expect(pulls(counted({ changes }).changes).toSorted()).toEqual(expected);
  expect(pulls(counted({ changes: changes.toReversed() }).changes).toSorted()).toEqual(expected);
});

const deployments = [
  deployed(1, noon),
  deployed(2, noon, { source: "release" }),
  deployed("v1.2.0", noon, { source: "tag" }),
  deployed("nightly", noon, { source: "tag" }),
  deployed(3, noon, { source: "external" }),
  deployed(4, noon, { source: "workflow", environment: "deploy.yml" }),
  deployed(5, noon, { source: "workflow", environment: "ci.yml" }),
];

test.each([
  [{ environment: ["production"] }, [1]],
  [{ release: true } as const, [2]],
  [{ tag: "v*" }, ["v1.2.0"]],
  [{ external: true } as const, [3]],
  [{ workflow: "deploy*" }, [4]],
  [{ merge: "main" }, []],
])("of all deployments those count that sre.yml asks for: %j", (ways, expected) => {
  expect(counted({ deployments }, { deployments: ways }).deployments.map(({ id }) => id)).toEqual(expected);
});

test("a merge into the branch that ships is a deployment, whatever it brings", () => {
  const release = pull(9, noon, { head: "develop", base: "main" });
  const hotfix = pull(8, noon + HOUR, { base: "main" });
  const { changes, deployments } = counted(
    { changes: [pull(1, noon - HOUR), release, hotfix], deployments: [deployed(1, noon)] },
    { deployments: { merge: "main" } },
  );
  expect(changes.map((each) => each.pull)).toEqual([1, 8]);
  expect(deployments).toMatchObject([
    { id: 9, sha: sha("m9"), status: "success", finishedAt: noon, changes: null },
    { id: 8, sha: sha("m8"), status: "success", finishedAt: noon + HOUR, changes: null },
  ]);
});

test("what is merged into the branch that ships is a change, though that branch is another one's head", () => {
  const release = pull(9, noon, { head: "trunk", base: "live", openedAt: noon - DAY });
  const changes = [pull(1, noon - HOUR, { base: "trunk" }), release];
  const { changes: ofTrunk } = counted({ changes }, { deployments: { merge: "trunk" } });
  expect(ofTrunk.map((each) => each.pull)).toEqual([1, 9]);
});

test.each([
  [["Incident"], ["incident"], [], true],
  [["bug", "sev1"], ["incident", "SEV1"], [], true],
  [["bug"], ["incident"], [], false],
  [["incident", "Sev4"], ["incident"], ["sev4"], false],
])("an issue labeled %j, where %j make one and %j none: %s", (labels, wanted, excluded, is) => {
  const incidents = [labeled(5, noon, labels)];
  const section = {
    deployments: { release: true } as const,
    incidents: { labels: wanted, "exclude-labels": excluded },
  };
  expect(counted({ incidents }, section).incidents).toEqual(is ? incidents : []);
});

test.each<[string, string | number | null, string | number | null]>([
  ["nothing", null, null],
  ["an id", "1", "1"],
  ["a tag", "v1.2.0", "v1.2.0"],
  ["a commit that was deployed once", sha("m1"), 1],
  ["the beginning of its id", sha("m1").slice(0, 7).toUpperCase(), 1],
  ["too little of it", sha("m1").slice(0, 6), sha("m1").slice(0, 6)],
  ["one that was deployed again: the last time before it opened", sha("m2"), 3],
  ["one that was only deployed after it opened", sha("m5"), 5],
  ["one that failed, or was deployed where nobody looks", sha("m6"), sha("m6")],
  ["an unknown one", sha("unknown"), sha("unknown")],
])("an incident that names %s", (_name, deployment, expected) => {
  const deployments = [
    deployed(1, noon - 3 * HOUR),
    deployed(2, noon - 2 * HOUR),
    deployed(3, noon - HOUR, { sha: sha("m2") }),
    deployed(4, noon + HOUR, { sha: sha("m2") }),
    deployed(5, noon + HOUR),
    deployed(6, noon - HOUR, { status: "failure" }),
    deployed(7, noon - HOUR, { sha: sha("m6"), environment: "staging" }),
    deployed(8, noon - HOUR, { sha: sha("m2"), environment: "staging" }),
  ];
  const incidents = [{ ...labeled(5, noon, ["incident"]), deployment }];
  expect(counted({ deployments, incidents }).incidents).toMatchObject([{ deployment: expected }]);
  expect(counted({ deployments: deployments.toReversed(), incidents }).incidents).toMatchObject([
    { deployment: expected },
  ]);
});

test("every commit counts", () => {
  expect(counted({ commits: [commit("a", "b")] }).commits).toEqual([commit("a", "b")]);
});
