import { formatDay } from "../../calendar/format.ts";
import { isoDay } from "../../calendar/zone.ts";
import { render, renderTitle } from "../../markdown/template.ts";
import { urlPath } from "../../markdown/url-path.ts";
import type { Look } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import { refusalText } from "../refusal-text.ts";
import type { LaneFacts } from "./facts.ts";
import { type Frame, frameOf } from "./frame.ts";
import { frozenMoment } from "./freeze.ts";
import { heldIn } from "./held.ts";
import { textOf } from "./text.ts";
import { countOf, type Waiting } from "./waiting.ts";

/** What the templates of sre.yml may fill in. */
function valuesOf(facts: LaneFacts, waiting: Waiting, look: Look): Record<string, string | number> {
  const opened = facts.standing === null ? look.now : new Date(facts.standing.createdAt);
  return {
    date: isoDay(opened, look.config.timezone),
    from: facts.lane.from,
    to: facts.lane.to,
    count: countOf(waiting),
    version: "",
  };
}

/** The title that sre.yml asks for. `{{date}}` is the day the pull request was opened. */
export function titleFor(facts: LaneFacts, waiting: Waiting, look: Look): string {
  const template = facts.lane.title ?? textOf(look.config.language).defaultTitle;
  const title = renderTitle(template, valuesOf(facts, waiting, look));
  return title === "" ? `${facts.lane.from} → ${facts.lane.to}` : title;
}

/** The repository's page. */
export function repoUrlOf({ repository: { owner, name }, webUrl }: Look): string {
  return `${webUrl}/${owner}/${name}`;
}

/** Where GitHub shows the lane's changes. */
export function compareUrlOf(facts: LaneFacts, look: Look): string {
  return `${repoUrlOf(look)}/compare/${urlPath(facts.lane.to)}...${urlPath(facts.lane.from)}`;
}

/** Our lines around the lane's list. */
export function frameFor(facts: LaneFacts, waiting: Waiting, closes: boolean, look: Look): Frame {
  const { since } = facts;
  return frameOf(
    {
      intro: render(facts.lane.intro, valuesOf(facts, waiting, look)),
      count: countOf(waiting),
      to: facts.lane.to,
      since:
        since === null
          ? null
          : {
              tag: since.tag,
              tagUrl: `${repoUrlOf(look)}/releases/tag/${urlPath(since.tag ?? "")}`,
              day: formatDay(new Date(since.at), look.config.timezone, look.config.language, look.now),
            },
      compareUrl: compareUrlOf(facts, look),
      direct: waiting.direct,
      setApart: waiting.setApart.map((pull) => pull.number),
      revertedInBase: waiting.revertedInBase,
      cutAt: facts.cut ? facts.commits.length : null,
      held: heldIn(waiting, facts.lane.mention),
      frozenUntil: frozenMoment(facts.lane, look),
      signOff: facts.lane["sign-off"],
      closes,
      configUrl: configUrlOf(look),
      refused: refusedOn(facts, look),
    },
    look.config.language,
  );
}

/** What GitHub refused of this lane's pull request; what it refuses elsewhere is told there. */
function refusedOn({ standing }: LaneFacts, look: Look): string[] {
  const here = look.refusals.filter(({ number }) => standing !== null && number === standing.number);
  return [...new Set(here.map((refusal) => refusalText(refusal, look.config.language)))];
}
