import { CONFIG_PATH } from "../../config/files.ts";
import type { Problem } from "../../config/problem.ts";

/**
 * An org's or an extended `.github/sre.yml` has a look of its own in its repository, and a hundred repositories must not
 * all complain about it. Nobody looks at an extended file of another name, so that is told here.
 */
export function isReportedHere({ file, severity }: Problem): boolean {
  return severity === "error" && (file === CONFIG_PATH || !file.endsWith(`:${CONFIG_PATH}`));
}
