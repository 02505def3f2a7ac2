import type {
  SimCheckRun,
  SimComment,
  SimIssue,
  SimMilestone,
  SimPull,
  SimRepo,
  SimState,
} from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";
import type { CarriedOut } from "../../../github/apply/carried-out.ts";
import { faceOf } from "../../github/page/faces.ts";
import { paths } from "../../github/page/paths.ts";
import { isPull } from "../../github/page/pieces.ts";
import { circumstances } from "./circumstances.ts";
import type { Entry } from "./entry.ts";
import { wordsIn } from "./words.ts";

type Item = SimPull | SimIssue;

const nameOf = ({ number, title }: Item) => `#${number} ${title}`;

const pathOf = (repo: SimRepo, item: Item) =>
  isPull(item) ? paths.pull(repo, item.number) : paths.issue(repo, item.number);

/** A pull request or an issue that Detoil opened; of an issue also who, what and where it belongs to. */
export function conversationEntry(state: SimState, repo: SimRepo, item: Item, language: Language): Entry {
  const say = wordsIn[language];
  const around = isPull(item) ? [] : circumstances(state, repo, item, language);
  const closed = !isPull(item) && item.state === "closed";
  return {
    text: [item.title, item.body, ...around, ...(closed ? [CLOSED] : [])].join("\n"),
    tell(before) {
      const old = before?.text.split(/\r?\n/) ?? [];
      const isNew = (line: string) => !old.includes(line);
      const body = item.body.split(/\r?\n/);
      const changes = around.filter(isNew);
      const done = before === undefined ? say.opened : closed && isNew(CLOSED) ? say.closed : say.updated;
      return {
        path: pathOf(repo, item),
        what: done(nameOf(item)),
        outcome: null,
        added: [...shown(body).filter(isNew), ...(changes.length === 0 ? [] : [changes.join(" · ")])],
        removed: shown(old.slice(1)).filter((line) => isItem(line) && !body.includes(line)),
        cameOf: (done) => (before === undefined ? isOpening(done, item) : isUpdate(done, item)),
      };
    },
  };
}

function isOpening({ action, given }: CarriedOut, item: Item): boolean {
  return action.action === (isPull(item) ? "create-pull-request" : "create-issue") && given.number === item.number;
}

function isUpdate({ action }: CarriedOut, item: Item): boolean {
  const kind = isPull(item) ? "update-pull-request" : "update-issue";
  return action.action === kind && action.number === item.number;
}

/** No line of a text has this. */
const CLOSED = "\0closed";

export function commentEntry(repo: SimRepo, item: Item, { id, body }: SimComment, language: Language): Entry {
  return {
    text: body,
    tell: (before) => ({
      path: pathOf(repo, item),
      what: wordsIn[language][before === undefined ? "commented" : "editedComment"](nameOf(item)),
      outcome: null,
      added: shown(body.split(/\r?\n/)),
      removed: [],
      cameOf: ({ action, given }) =>
        before === undefined
          ? action.action === "create-comment" && given.id === id
          : action.action === "update-comment" && action.comment_id === id,
    }),
  };
}

export function reactionEntry(
  repo: SimRepo,
  item: Item,
  { id, user }: SimComment,
  content: string,
  language: Language,
): Entry {
  return {
    text: content,
    tell: () => ({
      path: pathOf(repo, item),
      what: wordsIn[language].reacted(faceOf(content), user ?? "ghost", item.number),
      outcome: null,
      added: [],
      removed: [],
      cameOf: ({ action }) =>
        action.action === "add-reaction" && action.comment_id === id && action.content === content,
    }),
  };
}

/** People make milestones, too: theirs are known before Detoil writes. */
export function milestoneEntry(repo: SimRepo, { number, title, state }: SimMilestone, language: Language): Entry {
  return {
    text: state,
    tell: (before) => ({
      path: paths.milestone(repo, number),
      what: wordsIn[language].milestone(
        before === undefined ? "made" : state === "open" ? "reopened" : "closed",
        title,
      ),
      outcome: null,
      added: [],
      removed: [],
      cameOf: ({ action }) =>
        before === undefined
          ? action.action === "create-milestone" && action.title === title
          : action.action === "update-milestone" && action.number === number,
    }),
  };
}

export function checkEntry(repo: SimRepo, run: SimCheckRun, pull: SimPull): Entry {
  const { title, summary, annotations } = run.output;
  return {
    text: JSON.stringify([run.conclusion, title, summary, annotations]),
    tell: () => ({
      path: paths.run(repo, run.id),
      what: `${run.name} on #${pull.number}: ${title ?? run.conclusion ?? ""}`,
      outcome: run.conclusion === "success" || run.conclusion === "neutral" ? "green" : "red",
      added: [
        ...annotations.map(({ path, start_line, message }) => `${path}:${start_line}  ${message}`),
        ...(annotations.length > 0 ? [] : shown((summary ?? "").split(/\r?\n/))),
      ],
      removed: [],
      cameOf: ({ action, given }) => action.action === "set-check-run" && given.id === run.id,
    }),
  };
}

const isItem = (line: string) => /^\s*[-*+] /.test(line);

/** The lines that say something: no comments, no diagrams, nothing empty, no rule below a table's head, no small print. */
function shown(lines: readonly string[]): string[] {
  return lines
    .join("\n")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^```mermaid$[\s\S]*?^```$/gm, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\|[ |:-]*\|$/.test(line) && !line.startsWith("<sub>"));
}
