import type { Unattributed, WhyUnlinked, WhyUnshipped } from "../../../metrics/unattributed.ts";
import { changeLink, issueLink, named } from "./links.ts";
import type { View } from "./view.ts";

/** More are counted, and not named. */
const MOST = 10;

const WHY_UNSHIPPED: readonly WhyUnshipped[] = ["no-deployment", "before-first", "unlisted", "unmatched"];
const WHY_UNLINKED: readonly WhyUnlinked[] = ["unknown-name", "none-before"];

/** Changes and incidents that belong to no deployment, by the reason. What merely waits comes first and apart. */
export function leftOutPart({ changes, incidents }: Unattributed, view: View): string | null {
  const { text } = view;
  const unshipped = (why: WhyUnshipped) => {
    const names = changes.filter((each) => each.why === why).map(({ shipping }) => changeName(shipping, view));
    return names.length === 0 ? [] : [text.unshipped(why, names.length, listed(names, view))];
  };
  const unlinked = (why: WhyUnlinked) => {
    const found = incidents.filter((each) => each.why === why);
    const names = found.map(({ incident }) => issueLink(incident.id, view.repoUrl));
    return names.length === 0 ? [] : [text.unlinked(why, names.length, listed(names, view))];
  };
  const waiting = unshipped("waits");
  const lost = [...WHY_UNSHIPPED.flatMap(unshipped), ...WHY_UNLINKED.flatMap(unlinked)].map((line) => `- ${line}`);
  if (waiting.length + lost.length === 0) return null;
  return [`### ${text.leftOutHeading}`, ...waiting, ...(lost.length === 0 ? [] : [lost.join("\n")])].join("\n\n");
}

function changeName({ change, service }: Unattributed["changes"][number]["shipping"], { repoUrl }: View): string {
  const link = changeLink(change, repoUrl);
  return service === null ? link : `${link} (${named(service)})`;
}

function listed(names: readonly string[], { text }: View): string {
  const rest = names.length - MOST;
  return names.slice(0, MOST).join(text.comma) + (rest > 0 ? text.more(rest) : "");
}
