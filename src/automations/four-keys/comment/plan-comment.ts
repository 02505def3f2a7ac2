import { formatMoment } from "../../../calendar/format.ts";
import type { Plan } from "../../../github/actions.ts";
import { createMarked, mayBeFurtherBack, ownComments } from "../../../managed/marked-comment.ts";
import { marker } from "../../../markdown/marker.ts";
import { costliestOf } from "../../../metrics/slowest.ts";
import { leadTimeOf, stageOf } from "../../../metrics/stages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { deploymentSource } from "../report/counted.ts";
import { deploymentLink, named } from "../report/links.ts";
import { messages as issueMessages } from "../report/text.ts";
import type { Delivered } from "./delivered.ts";
import type { DeployedFacts } from "./facts.ts";
import { messages } from "./text.ts";

const DEPLOYED = "four-keys-deployed";

type Context = ReconcileContext<"four-keys">;

/** One comment on a pull request that was deployed; edited where another deployment turns out to have brought it. */
export function planComment({ delivered, comments, hasEarlier }: DeployedFacts, context: Context): Plan {
  const { pull: number, key } = delivered;
  const data = { of: key };
  const own = ownComments(comments, DEPLOYED, context.self)[0];
  if (own?.data?.of === key) return [];
  const text = textOf(delivered, context);
  if (own !== undefined) {
    const because = "another deployment than this says brought it";
    return [{ action: "update-comment", comment_id: own.id, body: `${marker(DEPLOYED, data)}\n${text}`, because }];
  }
  const firstAt = delivered.shippings[0]?.deployment.finishedAt ?? 0;
  if (mayBeFurtherBack(comments, hasEarlier, new Date(firstAt))) return [];
  const because = "it was deployed, and whoever follows it reads so here";
  const written = { key: DEPLOYED, data, text, identity: `deployed/${number}`, because };
  return [createMarked({ number, ...written, once: true, bulk: true })];
}

function textOf({ shippings }: Delivered, context: Context): string {
  const { config, section, now, webUrl, repository } = context;
  const { language, timezone } = config;
  const [text, links] = [messages(language), issueMessages(language)];
  const { source } = deploymentSource(section, links);
  const repoUrl = `${webUrl}/${repository.owner}/${repository.name}`;
  const start = section["lead-time"];
  const lines = shippings.map((shipping) => {
    const { deployment, service } = shipping;
    const link = deploymentLink(deployment.record, source, repoUrl, links);
    const moment = formatMoment(new Date(deployment.finishedAt), timezone, language, now);
    const leadTime = leadTimeOf(shipping, start);
    const slowest = leadTime === null ? null : costliestOf((stage) => stageOf(shipping, stage));
    const said = [
      text.deployed(link, moment, leadTime === null ? null : { seconds: leadTime / 1000, start }),
      ...(slowest === null ? [] : [text.slowest(slowest.stage, slowest.time / 1000)]),
    ].join(text.space);
    return service === null ? said : `- ${text.service(named(service))}${said}`;
  });
  return [lines.join("\n"), text.signature(configUrlOf(context))].join("\n\n");
}
