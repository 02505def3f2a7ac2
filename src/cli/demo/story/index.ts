import { beginning } from "./beginning.ts";
import { cadence } from "./cadence.ts";
import * as configs from "./configs.ts";
import { everyday } from "./everyday.ts";
import { fourKeys } from "./four-keys.ts";
import { helpWanted } from "./help-wanted.ts";
import { japanese } from "./japanese.ts";
import { milestone } from "./milestone.ts";
import { releaseDay } from "./release-day.ts";
import { releasing } from "./releasing.ts";
import type { Part } from "./step.ts";

/** What the demo plays, from the first of November to the December of the next year. */
export const story: readonly Part[] = [
  {
    title: "The release pull request",
    text: "The team of `acme/shop` merges into `develop`, and releases by merging `develop` into `main`.",
    sre: null,
    steps: [...beginning, ...everyday, ...releasing, ...releaseDay],
  },
  {
    title: "Milestone tasks",
    text: "The team of `acme/app` plans in milestones. Each of them needs the same tasks, and this sre.yml names them:",
    sre: configs.milestoneTasks,
    steps: milestone,
  },
  {
    title: "日本語でも",
    text: "`acme/kioku` のチームは、すべてを日本語で使います。必要なのは `language: ja` だけです。",
    language: "ja",
    sre: null,
    steps: japanese,
  },
  {
    title: "依存関係の更新ペース",
    text: "同じチームが、`acme/niwa` の依存関係を毎月更新すると約束します。sre.yml に足すのはこれだけです。",
    language: "ja",
    sre: configs.japaneseCadence,
    steps: cadence,
  },
  {
    title: "Help wanted",
    text: "Three SREs help everybody. Their own repository says how to ask them, and others extend it:",
    sre: configs.helpWanted,
    steps: helpWanted,
  },
  {
    title: "The Four Keys",
    text: "The team of `acme/pay` deploys whatever it merges, and wants to know how it ships. This sre.yml is all it takes:",
    sre: configs.fourKeys,
    steps: fourKeys,
  },
];
