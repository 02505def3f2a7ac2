import type { Lane } from "../../../config/schema.ts";
import type { MarkerData } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";

/** Why GitHub did not open a lane's pull request: its status, and its own words. */
export interface RefusedOpening {
  readonly status: number;
  readonly reason: string;
}

/** The identity, in plans and refusals, of the pull request that a lane opens. */
export function openingRef({ from, to }: Pick<Lane, "from" | "to">): string {
  return `release:${from}→${to}`;
}

/** null: GitHub is not known to refuse it. */
export function refusedOpening(lane: Lane, { refusals }: ReconcileContext): RefusedOpening | null {
  const ref = openingRef(lane);
  const refusal = refusals.find(
    ({ action, identity, part }) => action === "create-pull-request" && part === null && identity === ref,
  );
  return refusal === undefined ? null : { status: refusal.status, reason: refusal.reason };
}

/** The refusals that an issue stores because it reports them: elsewhere they are forgotten before the pull request opens. */
export function refusalData(refusals: ReadonlyMap<string, RefusedOpening>): MarkerData {
  return refusals.size === 0 ? {} : { refused: Object.fromEntries(refusals) };
}

/** By the ref of the pull request. */
export function storedRefusals({ refused: stored }: MarkerData): ReadonlyMap<string, RefusedOpening> {
  if (typeof stored !== "object" || stored === null) return new Map();
  return new Map(Object.entries(stored).filter((entry): entry is [string, RefusedOpening] => isRefusal(entry[1])));
}

function isRefusal(value: unknown): value is RefusedOpening {
  if (typeof value !== "object" || value === null) return false;
  return "status" in value && typeof value.status === "number" && "reason" in value && typeof value.reason === "string";
}
