import type { GitHub } from "../../github/client.ts";
import type { Finding } from "./finding.ts";
import { installationsText } from "./installations-text.ts";

/** The oldest GitHub Enterprise Server that every automation works on: older ones are out of support, and were not compared. */
const OLDEST = [3, 17] as const;

/** What a server may lack, by GitHub's own descriptions of 3.17 to 3.19 (npm @octokit/openapi 23); docs/operations.md says the same. */
const PARTS: readonly {
  readonly automation: string;
  readonly part: string;
  readonly from: readonly [number, number];
}[] = [
  { automation: "milestone-tasks", part: "dependencies between tasks (from 3.19)", from: [3, 19] },
  { automation: "milestone-tasks", part: "projects (not in 3.19)", from: [3, 20] },
];

/** Whether an Enterprise Server has what the automations use; nothing for github.com and ghe.com, which always do. */
export async function examineEnterprise(github: GitHub, apiUrl: string): Promise<readonly Finding[]> {
  if (!new URL(apiUrl).pathname.startsWith("/api/v3")) return [];
  const { data } = await github.rest("GET /meta", {});
  const version = (data as { readonly installed_version?: unknown }).installed_version;
  return typeof version === "string" ? examineVersion(version) : [];
}

/** Pure: what `version` ("3.18.2") lacks. */
export function examineVersion(version: string): readonly Finding[] {
  const own = /^(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
  const has = ([major, minor]: readonly [number, number]) =>
    (own[0] ?? 0) > major || (own[0] === major && (own[1] ?? 0) >= minor);
  if (!has(OLDEST)) return [installationsText.oldServer(version, OLDEST.join("."))];
  const lacking = PARTS.filter(({ from }) => !has(from));
  if (lacking.length === 0) return [installationsText.serverHasAll(version)];
  const automations = new Set(lacking.map(({ automation }) => automation));
  return [...automations].map((name) => {
    const parts = lacking.filter(({ automation }) => automation === name).map(({ part }) => part);
    return installationsText.serverWithout(version, name, parts);
  });
}
