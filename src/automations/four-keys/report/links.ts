import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import { urlPath } from "../../../markdown/url-path.ts";
import type { ChangeRecord, DeploymentRecord, RecordId } from "../../../records/record.ts";
import type { DeploymentSource } from "../../../records/recorded.ts";
import type { FourKeysText } from "./text.ts";

/** Names come from outside, and a tag's has up to 250 bytes. */
const LONGEST_NAME = 60;

/** A name in code. */
export function named(name: RecordId): string {
  return code(cut(String(name), LONGEST_NAME));
}

/** `[#12](…)`, which does not unfold to its title as `#12` does in a list (docs.github.com, "Autolinked references"). */
export function changeLink({ pull, sha }: Pick<ChangeRecord, "pull" | "sha">, repoUrl: string): string {
  if (pull !== null) return `[#${pull}](${repoUrl}/pull/${pull})`;
  return sha === null ? "" : commitLink(sha, repoUrl);
}

function commitLink(sha: string, repoUrl: string): string {
  return `[${named(sha.slice(0, 7))}](${repoUrl}/commit/${urlPath(sha)})`;
}

export function issueLink(id: RecordId, repoUrl: string): string {
  return typeof id === "number" ? `[#${id}](${repoUrl}/issues/${id})` : named(id);
}

/** What it is called, linked to the page that shows it: GitHub has one for each release, tag, merge and run. */
export function deploymentLink(
  { id, sha, environment }: DeploymentRecord,
  source: DeploymentSource,
  repoUrl: string,
  text: FourKeysText,
): string {
  const commit = sha === null ? named(id) : commitLink(sha, repoUrl);
  switch (source) {
    case "environment":
      return text.environment(commit, named(environment));
    case "release":
    case "tag":
      return `[${named(id)}](${repoUrl}/releases/tag/${urlPath(String(id))})`;
    case "merge":
      return `[#${id}](${repoUrl}/pull/${id})`;
    case "workflow":
      return `[${named(id)}](${repoUrl}/actions/runs/${urlPath(String(id))})`;
    case "external":
      return sha === null ? named(id) : `${named(id)} (${commit})`;
  }
}

/** Where GitHub lists all of them. */
export function allDeployments(source: DeploymentSource, repoUrl: string): string {
  const pages = { release: "releases", tag: "tags", merge: "pulls?q=is%3Amerged", workflow: "actions" };
  return `${repoUrl}/${source === "environment" || source === "external" ? "deployments" : pages[source]}`;
}
