import { code, escapeText } from "../../markdown/escape.ts";
import { signature } from "../../markdown/signature.ts";
import { table } from "../../markdown/table.ts";
import type { OrgTableText, RowView } from "../org-table.ts";
import type { Row, Rows } from "./rows.ts";
import type { OrgTablesText } from "./text.ts";

const PAGE = "configuration.md#org";

/** More names than these are a number. */
const MOST_NAMED = 20;

export interface ContentView extends Pick<RowView, "day"> {
  readonly text: OrgTablesText;
  readonly webUrl: string;
  readonly configUrl: string | null;
}

/** What the issue says, with at most so many rows in each of its tables. */
export function contentOf(rows: Rows, table: OrgTableText<unknown>, most: number, view: ContentView): string {
  const { text, configUrl } = view;
  const verdict = (of: readonly Row[]) => table.verdict(of.map(({ value }) => value));
  const isOne = rows.teams.length === 1 && rows.teams[0]?.name === null;
  const parts = isOne
    ? [tableOf(rows.all, table, most, view)]
    : rows.teams.map(({ name, rows: own }) =>
        [`### ${name === null ? text.others : escapeText(name)}`, verdict(own), tableOf(own, table, most, view)].join(
          "\n\n",
        ),
      );
  return [
    rows.all.length === 0 ? text.none : `**${verdict(rows.all)}**`,
    ...parts,
    ...leftOut(rows, table, text),
    signature(PAGE, text.footer, configUrl),
  ].join("\n\n");
}

function tableOf(rows: readonly Row[], { columns, cells }: OrgTableText<unknown>, most: number, view: ContentView) {
  const { text, webUrl } = view;
  const lines = rows.slice(0, most).map(({ repository, value }) => {
    const name = repository.slice(repository.indexOf("/") + 1);
    const repoUrl = `${webUrl}/${repository}`;
    return [`[${escapeText(name)}](${repoUrl})`, ...cells(value, { day: view.day, repoUrl })];
  });
  const more = rows.length - lines.length;
  return [table([text.repository, ...columns], lines), ...(more === 0 ? [] : [text.more(more)])].join("\n\n");
}

function leftOut(
  { lacking, broken, unknown, hidden }: Rows,
  table: OrgTableText<unknown>,
  text: OrgTablesText,
): string[] {
  const named = (repositories: readonly string[]) => {
    const names = repositories
      .slice(0, MOST_NAMED)
      .map((repository) => code(repository.slice(repository.indexOf("/") + 1)));
    return text.names(names, repositories.length - names.length);
  };
  return [
    ...(lacking.length === 0 ? [] : [text.lacking(lacking.length, table.lacking, named(lacking))]),
    ...(broken.length === 0 ? [] : [text.broken(broken.length, named(broken))]),
    ...(unknown.length === 0 ? [] : [text.unknown(unknown.length, named(unknown))]),
    ...(hidden === 0 ? [] : [text.hidden(hidden)]),
  ];
}
