import type { Overview } from "../../../metrics/overview.ts";
import { deploymentSource } from "./counted.ts";
import { deploymentLink } from "./links.ts";
import type { View } from "./view.ts";

/** More are in the list of deployments. */
const MOST_NAMED = 3;

/** What to look at first; null: nothing is known. */
export function focusLine({ focus, report, deployments }: Overview, view: View): string | null {
  const { text, settings } = view;
  switch (focus.kind) {
    case "failures":
      return text.failures(focus.failed, focus.deployments, failedNames(deployments, view));
    case "recovery":
      return text.recovery(settings.statistic, focus.seconds, focus.incidents);
    case "frequency":
      return text.rare(report.deploymentFrequency.perDay);
    case "stage":
      return text.stage(focus.stage, settings.statistic, focus.seconds);
    case "none":
      return null;
  }
}

function failedNames(deployments: Overview["deployments"], { text, section, repoUrl }: View): string[] {
  const { source } = deploymentSource(section, text);
  return deployments
    .filter(({ incidents }) => incidents.length > 0)
    .slice(0, MOST_NAMED)
    .map(({ deployment }) => deploymentLink(deployment.record, source, repoUrl, text));
}
