import { formatDay } from "../../calendar/format.ts";
import type { Plan } from "../../github/actions.ts";
import { LONGEST_BODY } from "../../github-limits.ts";
import { replaceBlock } from "../../managed/managed-body.ts";
import { planStatusIssue } from "../../managed/status-issue.ts";
import { lengthOf } from "../../markdown/length.ts";
import type { ReconcileContext } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import { blockOf } from "./block.ts";
import { contentOf } from "./content.ts";
import type { Declared } from "./declared.ts";
import type { OrgTableFacts } from "./facts.ts";
import { rowsOf } from "./rows.ts";
import { messages } from "./text.ts";

/** For the markers and what they store. */
const MARKERS = 1000;

/** Fewer rows where the longest table has no room; a thousand repositories have short names, or a smaller table. */
const ROWS = [1000, 300, 100, 30, 0] as const;

/** The one issue with the table, rewritten in place. */
export function plan(
  { automation, repositories, configs, issue, hasIssues }: OrgTableFacts,
  context: ReconcileContext<"org">,
  declared: readonly Declared[],
): Plan {
  const table = declared.find(({ name }) => name === automation)?.orgTable ?? null;
  if (automation === null || table === null) return [];
  const { config, section, now, loaded, repository, webUrl } = context;
  const { language, timezone } = config;
  const rows = rowsOf({ repositories, configs }, table, section, { now, isPublic: !loaded.isPrivate });
  // Where nobody has what the table is about there is nothing to begin with.
  if (rows.all.length === 0 && issue === null) return [];
  const text = table.text(language);
  const view = {
    text: messages(language),
    webUrl,
    configUrl: configUrlOf(context),
    day: (time: number) => formatDay(new Date(time), timezone, language, now),
  };
  const block = blockOf(automation);
  const around = issue === null ? "" : replaceBlock(issue.body, block, "");
  const room = LONGEST_BODY - MARKERS - lengthOf(around);
  const content = ROWS.map((most) => contentOf(rows, text, most, view)).find((one) => lengthOf(one) <= room);
  if (content === undefined) return [];
  return planStatusIssue(
    block,
    { issues: issue === null ? [] : [issue], hasIssues },
    {
      kind: "report",
      title: text.title(repository.owner),
      content,
      subjects: [],
      because: "the organization reads here where it stands",
    },
  );
}
