import type { LoadedConfig } from "../../../config/loaded.ts";
import type { Repository } from "../../automation.ts";

/**
 * The repository whose file says who may be asked: all that inherit from it share the rotation, the load and the report.
 * `owner/name`.
 */
export function homeOf(
  { config, suppliers }: Pick<LoadedConfig, "config" | "suppliers">,
  { owner, name }: Pick<Repository, "owner" | "name">,
): string {
  const section = config?.["help-wanted"];
  const isRoster = section?.people.length === 0 && section["on-call"].length > 0;
  const key = `help-wanted.${isRoster ? "on-call" : "people"}`;
  return suppliers.get(key) ?? `${owner}/${name}`;
}
