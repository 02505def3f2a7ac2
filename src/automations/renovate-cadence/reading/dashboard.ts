import { withLineFeeds } from "../../../markdown/line-ends.ts";

export type HeldBackSection =
  | "rate-limited"
  | "awaiting-schedule"
  | "pending-approval"
  | "errored"
  | "blocked-closed"
  | "blocked-edited"
  | "pending-checks"
  | "pending-automerge"
  | "pr-approval"
  | "group-size"
  | "other";

/** An update that Renovate knows and for which it keeps no pull request open. */
export interface HeldBack {
  readonly branch: string;
  readonly title: string;
  readonly section: HeldBackSection;
  /** Named in the line only where there are several. */
  readonly packages: readonly string[];
  /** The pull request that was closed or edited, if there is one. */
  readonly number: number | null;
}

/** Headings as they are and as they were before Renovate 42.42.5, in lower case. null: these have open pull requests. */
const SECTIONS: Readonly<Record<string, HeldBackSection | null>> = {
  "pending approval": "pending-approval",
  "group size not met": "group-size",
  "awaiting schedule": "awaiting-schedule",
  "rate-limited": "rate-limited",
  "rate limited": "rate-limited",
  errored: "errored",
  "pr creation approval required": "pr-approval",
  "pr edited (blocked)": "blocked-edited",
  "edited/blocked": "blocked-edited",
  "pending status checks": "pending-checks",
  "pending branch automerge": "pending-automerge",
  "other branches": "other",
  open: null,
  "pr closed (blocked)": "blocked-closed",
  "ignored or blocked": "blocked-closed",
};

/** Under a heading that is not known a line's own marker says what it is; some stand in several sections. */
const MARKERS: Readonly<Record<string, HeldBackSection | null>> = {
  approve: "pending-approval",
  approvegroup: "group-size",
  unschedule: "awaiting-schedule",
  unlimit: "rate-limited",
  retry: "errored",
  approvepr: "pr-approval",
  rebase: null,
  recreate: "blocked-closed",
};

const ITEM = /^ {0,3}[-*+] \[[ xX]\] <!-- ([a-zA-Z]+)-branch=(\S+) -->(.*)$/;
const PULL = /^(?:\.\.\/pull\/|(?:\.\.\/)?pulls\/)(\d{1,10})\)$/;
const PACKAGES = /^`[^`]+`(?:, `[^`]+`)*\)$/;

/** The default title, the one before it, and either behind an emoji or a prefix. */
const TITLE = /\bdependency dashboard$|\bupdate dependencies \(renovate bot\)$/i;

/** Whether an issue is a Dependency Dashboard: it has the title, or lines with Renovate's markers. */
export function isDashboard(title: string, body: string): boolean {
  return (
    TITLE.test(title.trim()) ||
    withLineFeeds(body)
      .split("\n")
      .some((line) => ITEM.test(line))
  );
}

/** What the dashboard says is held back. A line that cannot be read is left out. */
export function readHeldBack(body: string): readonly HeldBack[] {
  const items: HeldBack[] = [];
  let heading = "";
  for (const line of withLineFeeds(body).split("\n")) {
    if (line.startsWith("## ")) heading = line.slice(3).trim().toLowerCase();
    const [, marker, branch, text] = ITEM.exec(line) ?? [];
    if (marker === undefined || branch === undefined || text === undefined) continue;
    const section = sectionOf(heading, marker.toLowerCase());
    if (section !== null) items.push({ branch, section, ...readText(text.trim()) });
  }
  return items;
}

function sectionOf(heading: string, marker: string): HeldBackSection | null {
  const known = Object.hasOwn(SECTIONS, heading) ? SECTIONS[heading] : undefined;
  const marked = Object.hasOwn(MARKERS, marker) ? MARKERS[marker] : undefined;
  if (known !== undefined) return known;
  return marked === undefined ? "other" : marked;
}

/** `TITLE`, or `[TITLE](../pull/12)`, and behind it the packages if there are several. A title may hold brackets. */
function readText(text: string): Pick<HeldBack, "title" | "packages" | "number"> {
  const at = text.lastIndexOf(" (`");
  const isList = at !== -1 && PACKAGES.test(text.slice(at + 2));
  const packages = isList ? text.slice(at + 3, -2).split("`, `") : [];
  const shown = isList ? text.slice(0, at).trimEnd() : text;
  const end = shown.lastIndexOf("](");
  const [, number] = (shown.startsWith("[") && end !== -1 && PULL.exec(shown.slice(end + 2))) || [];
  if (number === undefined) return { title: shown, packages, number: null };
  return { title: shown.slice(1, end), packages, number: Number(number) };
}
