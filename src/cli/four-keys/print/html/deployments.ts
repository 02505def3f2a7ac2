import type { Incident } from "../../../../metrics/incidents/incident.ts";
import { isIn } from "../../../../metrics/settings.ts";
import { type Html, html, type Part } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { messages } from "../../text.ts";
import { named, type Place } from "./names.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";
import type { PageMessages } from "./text.ts";

const MOST = 50;
/** Of one deployment's incidents. */
const MOST_INCIDENTS = 5;

/** The latest deployments of the window, each with what it brought and caused. */
export function deployments({ history, window, language, report }: Measured, shown: Shown, place: Place): Html {
  const { text } = shown;
  const words = messages(language);
  const latest = history.deployments.filter(({ finishedAt }) => isIn(window, finishedAt)).slice(-MOST);
  if (latest.length === 0) return section(text.deploymentsHeading, note(words.noDeployments));
  const brought = new Map(latest.map((deployment) => [deployment, 0]));
  for (const { deployment } of history.shippings) {
    const count = deployment === null ? undefined : brought.get(deployment);
    if (deployment !== null && count !== undefined) brought.set(deployment, count + 1);
  }
  return section(
    text.deploymentsHeading,
    note(text.latest(latest.length, report.deploymentFrequency.deployments)),
    table(
      { caption: text.deploymentsHeading, captionShown: false, header: text.deploymentColumns },
      latest.toReversed().map((deployment) => {
        const { id, repo, environment, service } = deployment.record;
        const failures = history.failures.get(deployment) ?? [];
        const caused: Part[] = [];
        if (failures.length > 0) caused.push(html`${text.failed} ${incidentNames(failures, text)}`);
        if (history.rework.has(deployment)) caused.push(text.rework);
        return [
          html`${named(id)}<br><small>${!place.single && html`${named(repo)} · `}${named(environment)}${service !== null && html` · ${named(service)}`}</small>`,
          shown.day(deployment.finishedAt),
          brought.get(deployment),
          caused.map((each, at) => [at > 0 && " · ", each]),
        ];
      }),
    ),
  );
}

function incidentNames(incidents: readonly Incident[], text: PageMessages): Part {
  const more = incidents.length - MOST_INCIDENTS;
  return [
    incidents.slice(0, MOST_INCIDENTS).map(({ id }, at) => [at > 0 && ", ", named(id)]),
    more > 0 && ` ${text.more(more)}`,
  ];
}
