import { globMatches } from "../config/glob.ts";
import type { SectionOf } from "../config/section-of.ts";
import type { LaneBranches } from "../config/sections/release/between-lanes.ts";
import { changesAmong } from "./changes-among.ts";
import { environmentsOf } from "./environments.ts";
import { namedByCommit } from "./named-by-commit.ts";
import type { DeploymentRecord, Records } from "./record.ts";
import type { DeploymentSource, Recorded, RecordedChange, RecordedDeployment, RecordedIncident } from "./recorded.ts";

type Section = Pick<SectionOf<"four-keys">, "deployments" | "incidents" | "services">;

/** What of everything recorded counts, by sre.yml as it is now (contract §7, "Where records come from"). */
export function countedRecords(recorded: Recorded, section: Section, lanes: readonly LaneBranches[]): Records {
  const { merge } = section.deployments;
  const ownBranches = [...lanes.flatMap(({ from, to }) => [from, to]), ...(merge === undefined ? [] : [merge])];
  const deployments =
    merge === undefined
      ? deploymentsAmong(recorded.deployments, section.deployments)
      : mergesInto(merge, recorded.changes);
  const environments = environmentsOf(section);
  const incidents = recorded.incidents.filter((incident) => isIncident(incident, section.incidents));
  return {
    commits: recorded.commits,
    changes: changesAmong(recorded.changes, lanes, new Set(ownBranches)),
    deployments,
    incidents: namedByCommit(
      incidents,
      deployments.filter(({ environment }) => environments?.includes(environment) ?? true),
    ),
  };
}

/** Those of the one way that counts. Which environments do is asked by the metrics. */
function deploymentsAmong(
  recorded: readonly RecordedDeployment[],
  section: Section["deployments"],
): readonly RecordedDeployment[] {
  const { tag } = section;
  return recorded.filter(
    ({ source, id }) =>
      isGiven(section, source) && (source !== "tag" || tag === undefined || globMatches(tag, `${id}`)),
  );
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
  const has = (wanted: readonly string[]) => {
    const names = new Set(wanted.map((label) => label.toLowerCase()));
    return labels.some((label) => names.has(label.toLowerCase()));
  };
  return has(section.labels) && !has(section["exclude-labels"]);
}
