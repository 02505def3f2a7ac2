import { globMatches } from "../config/glob.ts";
import type { SectionOf } from "../config/section-of.ts";
import type { LaneBranches } from "../config/sections/release/between-lanes.ts";
import { changesAmong } from "./changes-among.ts";
import { environmentsOf } from "./environments.ts";
import { namedByCommit } from "./named-by-commit.ts";
import type { DeploymentRecord, IncidentRecord, Records } from "./record.ts";
import type { DeploymentSource, Recorded, RecordedChange, RecordedDeployment, RecordedIncident } from "./recorded.ts";
import { ofService, withServices } from "./services.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments" | "incidents" | "services">;

/** What of everything recorded counts, by sre.yml as it is now (contract §7, "Where records come from"). */
export function countedRecords(recorded: Recorded, section: Section, lanes: readonly LaneBranches[]): Records {
  const deployments = countedDeployments(recorded, section);
  return {
    commits: recorded.commits,
    changes: withServices(changesAmong(recorded.changes, lanes, ownBranches(section, lanes)), section.services),
    deployments,
    incidents: countedIncidents(recorded.incidents, deployments, section),
  };
}

/** Branches that outlive every pull request. */
export function ownBranches({ deployments }: Section, lanes: readonly LaneBranches[]): ReadonlySet<string> {
  const { merge } = deployments;
  return new Set([...lanes.flatMap(({ from, to }) => [from, to]), ...(merge === undefined ? [] : [merge])]);
}

export function countedDeployments(
  { deployments, changes }: Pick<Recorded, "deployments" | "changes">,
  section: Section,
): readonly DeploymentRecord[] {
  const { merge } = section.deployments;
  if (merge !== undefined) return mergesInto(merge, changes);
  const counted = deploymentsAmong(deployments, section.deployments);
  // Only GitHub's deployments have environments that services may have.
  if (section.deployments.environment === undefined) return counted;
  return counted.map((deployment) => ofService(deployment, section.services));
}

/** `deployments`: at least those that one of them may name, by id or commit. */
export function countedIncidents(
  recorded: readonly RecordedIncident[],
  deployments: readonly DeploymentRecord[],
  section: Section,
): readonly IncidentRecord[] {
  const environments = environmentsOf(section);
  return namedByCommit(
    withoutDoubles(recorded.filter((incident) => isIncident(incident, section.incidents))),
    deployments.filter(({ environment }) => environments?.includes(environment) ?? true),
  );
}

/** Those of the one way that counts. Which environments do is asked by the metrics. */
function deploymentsAmong(
  recorded: readonly RecordedDeployment[],
  section: Section["deployments"],
): readonly RecordedDeployment[] {
  const { tag, workflow } = section;
  const isMeant = ({ source, id, environment }: RecordedDeployment) => {
    if (source === "tag") return globMatches(tag ?? "", `${id}`);
    // Of a run the environment is its workflow's file.
    return source !== "workflow" || globMatches(workflow ?? "", environment);
  };
  return recorded.filter((deployment) => isGiven(section, deployment.source) && isMeant(deployment));
}

function isGiven(section: Section["deployments"], source: DeploymentSource): boolean {
  return section[source] !== undefined;
}

/** A merge into the branch that ships is itself the deployment, also one that is no change. */
function mergesInto(branch: string, changes: readonly RecordedChange[]): DeploymentRecord[] {
  return changes.flatMap(({ repo, base, pull, sha, mergedAt }) =>
    base !== branch || mergedAt === null
      ? []
      : [
          {
            type: "deployment",
            repo,
            id: pull,
            environment: branch,
            service: null,
            sha,
            status: "success",
            startedAt: null,
            finishedAt: mergedAt,
            changes: null,
          },
        ],
  );
}

function isIncident({ labels }: RecordedIncident, section: Section["incidents"]): boolean {
  if (labels === null) return true;
  const has = (wanted: readonly string[]) => {
    const names = new Set(wanted.map((label) => label.toLowerCase()));
    return labels.some((label) => names.has(label.toLowerCase()));
  };
  return has(section.labels) && !has(section["exclude-labels"]);
}

/** Whoever posts an incident under the number of an issue speaks for it. */
function withoutDoubles(incidents: readonly RecordedIncident[]): readonly RecordedIncident[] {
  const posted = new Set(incidents.flatMap(({ id, labels }) => (labels === null ? [String(id)] : [])));
  return posted.size === 0
    ? incidents
    : incidents.filter(({ id, labels }) => labels === null || !posted.has(String(id)));
}
