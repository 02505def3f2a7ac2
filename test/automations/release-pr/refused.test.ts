import { expect, test } from "vitest";
import type { ReconcileContext } from "../../../src/automations/automation.ts";
import type { LaneFacts } from "../../../src/automations/release-pr/facts.ts";
import { plan } from "../../../src/automations/release-pr/plan.ts";
import type { Action, CreateIssue, UpdateIssue } from "../../../src/github/actions.ts";
import { refsIn } from "../../../src/github/apply/refs-in.ts";
import type { Refusal } from "../../../src/github/apply/registry.ts";
import { configOf, contextOf, laneFacts, lanesFacts, openPull, squashes } from "./history.ts";

const REF = "release:develop→main";

const refusal: Refusal = {
  action: "create-pull-request",
  identity: REF,
  number: null,
  part: null,
  value: null,
  status: 422,
  reason: "Validation Failed: the reason",
  hash: "h",
};

const { commits, pulls } = squashes([1]);
const factsOf = (config: ReconcileContext["config"], more: Partial<LaneFacts> = {}) =>
  lanesFacts(laneFacts(config, commits, pulls, more));

const isIssue = (action: Action): action is CreateIssue | UpdateIssue =>
  action.action === "create-issue" || action.action === "update-issue";

/** The plan about the issue, given these refusals and this issue. */
function planIssue(
  { lane = {}, top = {}, more = {}, now = "2026-11-20T01:00:00Z" }: Partial<Planned>,
  refusals: readonly Refusal[],
): readonly (CreateIssue | UpdateIssue)[] {
  const config = configOf(lane, top);
  return plan(factsOf(config, more), { ...contextOf(config, new Date(now)), refusals }).filter(isIssue);
}

interface Planned {
  readonly lane: Record<string, unknown>;
  readonly top: Record<string, unknown>;
  readonly more: Partial<LaneFacts>;
  readonly now: string;
}

function bodyOf(planned: Partial<Planned>, refusals: readonly Refusal[]): string {
  const [issue] = planIssue(planned, refusals);
  return issue?.body ?? "";
}

const openIssue = (body: string, open = true): Partial<LaneFacts> => ({
  statusIssues: [{ open, number: 9, title: "No release pull request can be opened from develop to main", body }],
});

test.each<[string, Partial<Planned>, Partial<Refusal>, string]>([
  [
    "in GitHub's words",
    {},
    {},
    "GitHub refuses to open it: `Validation Failed: the reason`. Fix what GitHub names, or change `release.lanes` in [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml). Detoil tries again with the next merge, and about once a day.",
  ],
  [
    "at its times",
    { lane: { schedule: "0 0 * * *" } },
    {},
    "GitHub refuses to open it: `Validation Failed: the reason`. Fix what GitHub names, or change `release.lanes` in [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml). Detoil tries again at the next time of its `schedule`.",
  ],
  [
    "forbidden",
    {},
    { status: 403, reason: "no" },
    "GitHub does not let Detoil open it: `no`. Check in the installation's settings that Detoil has **Pull requests: Read and write**, and that no rule of the organization keeps it out. Detoil tries again with the next merge, and about once a day.",
  ],
  [
    "unrelated, though the comparison did not say so (mislav/hub#2322)",
    {},
    { reason: "Validation Failed: The develop branch has no history in common with main" },
    "The two branches have no commit in common, so GitHub cannot compare them. Merge one into the other once (`git merge --allow-unrelated-histories`), or change `release.lanes` in [sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml).",
  ],
  [
    "in Japanese",
    { top: { language: "ja" } },
    {},
    "GitHub がプルリクエストの作成を拒否しました: `Validation Failed: the reason`。GitHub が示す原因を取り除くか、[sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml) の `release.lanes` を修正してください。次のマージのとき、またおよそ1日に1回、Detoil が再試行します。",
  ],
  [
    "forbidden, in Japanese, at its times",
    { top: { language: "ja" }, lane: { schedule: "0 0 * * *" } },
    { status: 403, reason: "no" },
    "GitHub が Detoil によるプルリクエストの作成を許可していません: `no`。インストール設定で **Pull requests: Read and write** が許可されていること、Organization のルールで制限されていないことを確認してください。次の `schedule` の時刻に Detoil が再試行します。",
  ],
])("a refused opening is reported: %s", (_name, planned, changes, line) => {
  const issues = planIssue(planned, [{ ...refusal, ...changes }]);
  expect(issues.map(({ action }) => action)).toEqual(["create-issue"]);
  expect(issues[0]?.body?.split("\n")).toContain(`- \`develop\` → \`main\`: ${line}`);
});

test("once: not again while it is open, nor where somebody closed it", () => {
  const body = bodyOf({}, [refusal]);
  expect(planIssue({ more: openIssue(body) }, [refusal])).toEqual([]);
  expect(planIssue({ more: openIssue(body, false) }, [refusal])).toEqual([]);
});

test("at a new try, the issue is closed only after the pull request opens", () => {
  const body = bodyOf({}, [refusal]);
  const issues = planIssue({ more: openIssue(body) }, []);
  expect(issues).toMatchObject([
    {
      action: "update-issue",
      number: 9,
      state: "closed",
      body: expect.stringContaining(`**#{{ref:${REF}}} is open.**`),
    },
  ]);
  expect(issues.flatMap(refsIn)).toEqual([REF]);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["a freeze", {}, { freeze: ["2026-11-19/2026-11-21"] }],
  ["a schedule", { schedule: "0 0 * * *" }, { schedule: "0 0 1 * *" }],
])("while %s delays the next try, the report stays", (_name, before, lane) => {
  const more = openIssue(bodyOf({ lane: before }, [refusal]));
  const config = configOf(lane);
  expect(plan(factsOf(config, more), contextOf(config))).toEqual([]);
});

test.each<[string, Partial<LaneFacts>]>([
  ["somebody opened one by hand", { openPull: openPull({ number: 7, ours: false, body: "by hand" }) }],
  ["nothing waits any more", { commits: [], ahead: 0 }],
])("it closes when %s", (_name, more) => {
  const body = bodyOf({}, [refusal]);
  expect(planIssue({ more: { ...openIssue(body), ...more } }, [])).toMatchObject([
    { action: "update-issue", number: 9, state: "closed", body: expect.stringContaining("can be opened again") },
  ]);
});

test("a broken entry in the issue's marker is not a refusal", () => {
  const body = bodyOf({}, [refusal]).replace(/"status":422/, '"status":"no"');
  const [issue] = planIssue({ more: openIssue(body) }, []);
  expect(issue?.body).toContain("can be opened again");
});
