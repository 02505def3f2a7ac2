import type { SampleWords } from "../../texts.ts";

const LIST = "[#12](https://github.com/acme/shop/pull/12), [#13](https://github.com/acme/shop/pull/13)";
const LINK = "[#14](https://github.com/acme/shop/pull/14)";
const DEPLOYMENT = "[`v1.4.2`](https://github.com/acme/shop/releases/tag/v1.4.2)";

/** Of the texts in text.ts. */
export const samples = ({ day, earlier, moment, configUrl }: SampleWords) =>
  ({
    lead: [
      [12, 41, earlier, moment],
      [1, 0, earlier, moment],
    ],
    nothingDeployed: [[earlier, moment]],
    lastDeployed: [[earlier]],
    checkDeployments: [["environment", "`production`"]],
    elsewhere: [
      ["`production`", "`prod`, `staging`", "`prod`"],
      ["`production`", "`staging`", null],
    ],
    reading: [
      [4200, 10_000, day],
      [4200, 10_000, null],
      [50, null, null],
    ],
    recordsBegin: [[day]],
    restsOn: [
      ["environment", "`production`", day],
      ["workflow", "`deploy*.yml`", day],
      ["release", "", day],
      ["tag", "`v*`", null],
      ["merge", "`main`", day],
      ["external", "", day],
    ],
    countedAnew: [["`deployments`, `lead-time`", moment]],
    failures: [
      [5, 12, [DEPLOYMENT]],
      [1, 1, [DEPLOYMENT]],
    ],
    recovery: [
      ["p50", 777_600, 2],
      ["mean", 777_600, 1],
    ],
    rare: [[1 / 9]],
    stage: [
      ["coding", "p50", 172_800],
      ["pickup", "p75", 18_000],
      ["review", "p90", 18_000],
      ["merge", "mean", 7200],
      ["deploy", "p50", 259_200],
    ],
    meaning: [
      ["deploymentFrequency", "first-commit"],
      ["leadTime", "first-commit"],
      ["changeFailRate", "first-commit"],
      ["recoveryTime", "first-commit"],
      ["reworkRate", "first-commit"],
    ],
    ofChanges: [["p50", 41]],
    ofIncidents: [["p50", 1]],
    ofDeployments: [[2, 12]],
    trend: [
      ["better", "20%"],
      ["same", "15%"],
      ["worse", "10%"],
    ],
    stageColumns: [["p50"]],
    advice: [["coding"], ["pickup"], ["review"], ["merge"], ["deploy"]],
    weeksHeading: [[12], [1]],
    leadTimeChart: [
      ["hour", "p50"],
      ["day", "mean"],
    ],
    slowestHeading: [[5], [1]],
    slow: [
      ["#12", 1_047_600, { stage: "review", seconds: 784_800 }],
      ["#12", 1_047_600, null],
    ],
    unshipped: [
      ["waits", 2, LIST],
      ["no-deployment", 2, LIST],
      ["before-first", 2, LIST],
      ["unlisted", 2, LIST],
      ["unmatched", 1, LINK],
    ],
    unlinked: [
      ["unknown-name", 1, LINK],
      ["none-before", 1, LINK],
    ],
    more: [[7]],
    deploymentsSummary: [[12]],
    deployment: [
      [DEPLOYMENT, moment, 4],
      [DEPLOYMENT, moment, 0],
    ],
    environment: [["[`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4)", "`production`"]],
    failed: [[[LINK]]],
    cause: [
      ["incident", LINK],
      ["revert", LINK],
      ["hotfix", LINK],
      ["rollback", ""],
    ],
    moreDeployments: [[240, "https://github.com/acme/shop/releases"]],
    whatFails: [
      ["`incident`", { reverts: true, rollbacks: true }],
      ["`incident`", { reverts: false, rollbacks: false }],
    ],
    bands: [[2023]],
    next: [[moment]],
    signature: [[configUrl]],
  }) as const;
