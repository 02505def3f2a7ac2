import { folded } from "../../../markdown/folded.ts";
import type { Incident } from "../../../metrics/incidents/incident.ts";
import type { ShownDeployment } from "../../../metrics/overview.ts";
import { deploymentSource } from "./counted.ts";
import { allDeployments, deploymentLink, issueLink } from "./links.ts";
import type { View } from "./view.ts";

/** Of one deployment; nobody reads more. */
const MOST_CAUSES = 5;

/** The deployments of the window, the latest first, so many of them; null: there is none. */
export function deploymentsPart(deployments: readonly ShownDeployment[], most: number, view: View): string | null {
  if (deployments.length === 0) return null;
  const { text, repoUrl } = view;
  const { source } = deploymentSource(view.section, text);
  const lines = deployments.slice(0, most).map(({ deployment: { record, finishedAt }, changes, incidents, rework }) => {
    const name = deploymentLink(record, source, repoUrl, text);
    const notes = [
      ...(incidents.length === 0 ? [] : [text.failed(causesOf(incidents, view))]),
      ...(rework ? [text.rework] : []),
    ];
    return `- ${[text.deployment(name, view.moment(finishedAt), changes), ...notes].join(text.comma)}`;
  });
  const rest = deployments.length - lines.length;
  if (rest > 0) lines.push(`- ${text.moreDeployments(rest, allDeployments(source, repoUrl))}`);
  return folded(text.deploymentsSummary(deployments.length), lines.join("\n"));
}

function causesOf(incidents: readonly Incident[], { text, repoUrl }: View): string[] {
  const causes = incidents.slice(0, MOST_CAUSES).map(({ id }) => {
    // Derived ones are called after what they were derived from: `revert/12`.
    const [kind, ...of] = String(id).split("/");
    const number = Number(of.join("/"));
    if (kind === "rollback") return text.cause("rollback", "");
    if ((kind === "revert" || kind === "hotfix") && Number.isInteger(number))
      return text.cause(kind, `[#${number}](${repoUrl}/pull/${number})`);
    return text.cause("incident", issueLink(id, repoUrl));
  });
  const rest = incidents.length - causes.length;
  return rest === 0 ? causes : causes.with(-1, `${causes.at(-1)}${text.more(rest)}`);
}
