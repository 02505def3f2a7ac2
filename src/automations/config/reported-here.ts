import { CONFIG_PATH } from "../../config/files.ts";
import type { Problem } from "../../config/problem.ts";

/**
 * An org's or an extended `.github/sre.yml` is reconciled in its own repository, and a hundred repositories must not
 * all report its errors. An extended file of another name is reconciled nowhere else, so its errors are reported here.
 */
export function isReportedHere({ file, severity }: Problem): boolean {
  return severity === "error" && (file === CONFIG_PATH || !file.endsWith(`:${CONFIG_PATH}`));
}
