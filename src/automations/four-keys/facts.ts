import type { Instant } from "../../records/record.ts";
import type { Target } from "../automation.ts";
import type { ChangeFacts } from "./change/change-facts.ts";
import type { DeployedFacts } from "./comment/facts.ts";
import type { CommitNode } from "./commits/commit-reading.ts";
import type { DeploymentFacts } from "./deployment/deployment-facts.ts";
import type { HistoryBatch } from "./history/page.ts";
import type { IncidentNode } from "./incident/incident-reading.ts";
import type { ReleaseNode } from "./release/release-reading.ts";
import type { ReportFacts } from "./report/facts.ts";
import type { RunNode } from "./run/run-reading.ts";
import type { TagNode } from "./tag/tag-reading.ts";

/** Some pages of history. */
export interface HistoryFacts {
  readonly kind: "history";
  readonly batch: HistoryBatch;
  /** Whether reading is any further than before. */
  readonly isFurther: boolean;
}

/** What may be deployed now, or have been deployed. */
interface Shipping {
  /** The part of the commit graph that came with it. */
  readonly commits: readonly CommitNode[];
}

/** What GitHub shows of one target. */
export type FourKeysFacts =
  | HistoryFacts
  | (Shipping & { readonly kind: "change"; readonly change: ChangeFacts })
  | (Shipping & { readonly kind: "deployment"; readonly deployment: DeploymentFacts })
  | (Shipping & { readonly kind: "release"; readonly release: ReleaseNode })
  | (Shipping & { readonly kind: "run"; readonly run: RunNode })
  | (Shipping & {
      readonly kind: "tag";
      readonly tag: TagNode;
      /** When it was pushed, as its webhook reported. */
      readonly pushedAt: Instant | null;
    })
  /** What is behind a commit that a pipeline deployed. */
  | (Shipping & { readonly kind: "commit" })
  /** Numbers of pull requests that were deployed, and may not say so. */
  | { readonly kind: "comments"; readonly pulls: readonly number[] }
  | { readonly kind: "comment"; readonly deployed: DeployedFacts }
  | { readonly kind: "incident"; readonly issue: IncidentNode; readonly commit: string | null }
  | { readonly kind: "report"; readonly report: ReportFacts }
  /** A webhook reported that it is no longer there. */
  | { readonly kind: "gone"; readonly target: Target }
  /** GitHub does not show it, or nothing in sre.yml asks for it. */
  | { readonly kind: "none" };
