import { sectionOf } from "../../../config/section-of.ts";
import type { ReconcileContext } from "../../automation.ts";

type Context = Pick<ReconcileContext, "config">;

function lanesOf({ config }: Context) {
  return sectionOf(config, "release")?.lanes ?? [];
}

/** The branches that lanes release to. */
export function basesOf(context: Context): ReadonlySet<string> {
  return new Set(lanesOf(context).map(({ to }) => to));
}

/** Whether a pull request brings a release: from a lane's branch of this repository into its base. */
export function isReleasePull(
  pull: { readonly headRefName: string; readonly baseRefName: string; readonly isCrossRepository: boolean },
  context: Context,
): boolean {
  return (
    !pull.isCrossRepository &&
    lanesOf(context).some(({ from, to }) => from === pull.headRefName && to === pull.baseRefName)
  );
}
