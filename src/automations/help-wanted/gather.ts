import { isOpen } from "../../calendar/business.ts";
import { calendarOf } from "../../calendar/calendar.ts";
import type { GitHub } from "../../github/client.ts";
import { readNodes } from "../../github/read-pages.ts";
import type { HelpDesk } from "../../records/help-wanted/desk.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import type { HelpFacts, RequestFacts } from "./facts.ts";
import { homeOf } from "./picking/home.ts";
import { isSame } from "./picking/login.ts";
import { helpLabeledIssues } from "./reading/help-labeled-issues.generated.ts";
import { helpLabeledPulls } from "./reading/help-labeled-pulls.generated.ts";
import { readBoard } from "./reading/read-board.ts";
import { readComments } from "./reading/read-comments.ts";
import { peopleIn, type ReadItem, readItem } from "./reading/read-item.ts";
import { readKnown } from "./reading/read-known.ts";
import { codeownersIn, readPaths } from "./reading/read-paths.ts";
import { readTeams } from "./reading/read-teams.ts";
import { READ } from "./recording.ts";
import { gatherReport } from "./report/gather-report.ts";
import { clockOf } from "./request/clock-of.ts";
import { isOver, isUnasked, isWanted } from "./request/standing.ts";
import { reliefFrom } from "./request/timing.ts";
import { targets } from "./targets.ts";
import { withKnown } from "./with-known.ts";

type Context = ReconcileContext<"help-wanted">;

/** Reads the facts of one target. */
export async function gather(github: GitHub, context: Context, observations: Observations): Promise<HelpFacts> {
  const target = targets.parse(context.target);
  if (target?.kind === "report") return { kind: "report", report: await gatherReport(github, context, observations) };
  if (target?.kind !== "request") return gatherList(github, context, observations);
  const read = await readItem(github, context, target.value);
  return read === null ? { kind: "none", number: target.value } : gatherRequest(github, context, observations, read);
}

async function gatherList(github: GitHub, context: Context, { book }: Pick<Observations, "book">): Promise<HelpFacts> {
  const { owner, name } = context.repository;
  const { section } = context;
  const labels = [section.label];
  const issues = await readNodes(
    async (cursor) => (await github.graphql(helpLabeledIssues, { owner, name, labels, cursor })).repository?.issues,
  );
  const pulls = await readNodes(
    async (cursor) =>
      (await github.graphql(helpLabeledPulls, { owner, name, labels, cursor })).repository?.pullRequests,
  );
  const numbers = [...issues, ...pulls].map(({ number }) => number).sort((a, b) => a - b);
  const isRead = (await book.cursor(READ)) !== null;
  return {
    ...{ kind: "list", numbers, known: isRead ? null : await readKnown(github, context) },
    open: await openIn(context, book.desk),
  };
}

/** What is known to be open: GitHub says nothing to anybody where a label is renamed, or deleted. */
async function openIn({ loaded, repository }: Context, desk: HelpDesk): Promise<number[]> {
  const known = await desk.read(homeOf(loaded, repository));
  const own = `${repository.owner}/${repository.name}`;
  return known.flatMap(({ repo, number, request }) =>
    isSame(repo, own) && request !== null && request.state !== "ended" ? [number] : [],
  );
}

async function gatherRequest(
  github: GitHub,
  context: Context,
  observations: Observations,
  read: ReadItem,
): Promise<RequestFacts> {
  const wanted = isWanted(read.item, context);
  const { comments, recorded, withdrawn } = await readComments(github, context, observations, { ...read, wanted });
  const item = { ...read.item, comments };
  const paths = wanted ? await readPaths(github, context, read) : null;
  const codeowners = codeownersIn(read);
  const isNew = recorded === null || isOver(recorded.request, item) || isUnasked(recorded.request);
  // Whoever took it asks nobody, and need not wait for the hours.
  const isTime = recorded?.request.state === "answered" || isOpen(context.now, calendarOf(context.config));
  // The answer of one of the people of `escalate-to` may be found only when it has ended.
  const hasRelief = recorded !== null && reliefFrom(recorded.request, clockOf(context)) !== null;
  const found = {
    kind: "request" as const,
    item,
    recorded,
    withdrawn,
    paths,
    codeowners,
    teams: wanted || hasRelief ? await readTeams(github, context, observations, { codeowners, paths }) : new Map(),
    board: wanted && isNew && isTime ? await readBoard(github, context) : null,
    ...peopleIn(read),
  };
  return withKnown(github, context, observations, found);
}
