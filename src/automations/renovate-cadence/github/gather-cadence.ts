import type { GitHub } from "../../../github/client.ts";
import type { RecordBook } from "../../../records/book.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { CadenceFacts, OpenUpdate } from "../facts.ts";
import { readGatedPulls } from "../gate/read-gated.ts";
import type { HeldBack } from "../reading/dashboard.ts";
import { readUpdate } from "../reading/read-update.ts";
import { termsOf } from "../terms.ts";
import { authorsThatCount, type Counts } from "./authors-that-count.ts";
import { isFarEnough } from "./history-needed.ts";
import { authorIn, failingSince, type OpenNode, openTexts, reviewersOf } from "./pull-texts.ts";
import { readClosed } from "./read-closed.ts";
import { cursorOf, readCursor } from "./read-cursor.ts";
import { readIssues } from "./read-issues.ts";
import { readNow } from "./read-now.ts";
import { updateOf } from "./recorded-update.ts";

type Context = ReconcileContext<"renovate">;

/** The updates, the dashboard, Detoil's issue, and with `gate` the release pull requests. */
export async function gatherCadence(github: GitHub, context: Context, book: RecordBook): Promise<CadenceFacts> {
  const { repository, section, now } = context;
  const terms = termsOf(context);
  const counts = authorsThatCount(github, repository, section.authors);
  const recorded = (await book.updates()).map(updateOf);
  const last = await readCursor(book);
  const isEnough =
    last !== null &&
    (last.from === 0 || last.promise === section.cadence || isFarEnough(recorded, last.from, terms, now));
  const author = section.authors[0] ?? last?.author ?? null;
  const { open: nodes, page } = await readNow(github, repository, { author, known: last?.dashboard ?? null });
  const closed = await readClosed({
    ...{ github, repository, authors: section.authors, counts, recorded },
    cursor: isEnough ? last : null,
    isFarEnough: (updates, from) => isFarEnough(updates, from, terms, now),
  });
  const issues = await readIssues(page, { github, context, counts });
  const open = await openUpdates(nodes, context, counts, issues.dashboard?.heldBack ?? []);
  const isOpen = new Set(nodes.map(({ number }) => number));
  return {
    kind: "cadence",
    open,
    // One that was reopened is recorded until it is closed again.
    closed: closed.updates.filter(({ number }) => !isOpen.has(number)),
    ...issues,
    releases: section.gate ? await readGatedPulls(github, context, true) : [],
    recording: {
      readings: closed.readings,
      cursors: [
        cursorOf({
          ...closed.read,
          promise: section.cadence,
          dashboard: issues.dashboard?.number ?? last?.dashboard ?? null,
          author: otherAuthor(nodes, section.authors) ?? last?.author ?? null,
        }),
      ],
    },
  };
}

async function openUpdates(
  nodes: readonly OpenNode[],
  { section }: Context,
  counts: Counts,
  heldBack: readonly HeldBack[],
): Promise<OpenUpdate[]> {
  const updates: OpenUpdate[] = [];
  for (const node of nodes) {
    const update = readUpdate(openTexts(node), section.authors, heldBack);
    if (update === null || !(await counts(authorIn(node.author)))) continue;
    updates.push({ ...update, title: node.title, failingSince: failingSince(node), reviewers: reviewersOf(node) });
  }
  return updates;
}

/** Who else writes Renovate's updates here, and may keep its dashboard: it runs under any login. */
function otherAuthor(nodes: readonly OpenNode[], authors: readonly string[]): string | null {
  for (const node of nodes) {
    const update = readUpdate(openTexts(node), authors);
    const login = authorIn(node.author)?.login ?? null;
    if (update?.bot === "renovate" && login !== null && login !== "renovate[bot]") return login;
  }
  return null;
}
