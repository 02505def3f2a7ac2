import type { Fact } from "../fact.ts";

const AUTOLINKS =
  "docs.github.com: Autolinked references and URLs; x-motemen/git-pr-release#65 #66 #78, ezyang/ghstack#68";

/** What GitHub shows people: to be seen in a browser, not requested. */
export const shown: readonly Fact[] = [
  {
    id: "shown/unfolds",
    says: "On github.com and ghe.com a reference in a list item (`- #12`, `- [ ] #12`) shows icon, title and number.",
    source: AUTOLINKS,
  },
  { id: "shown/link-does-not", says: "`[#12](url)` does not unfold.", source: "assumed" },
  {
    id: "shown/elsewhere",
    says: "Mail, GitHub's Slack integration and a GHES do not show it.",
    source: "python/devguide#855, alcionai/corso#754; the docs name fpt and ghec only",
  },
  { id: "shown/bots", says: "`@name[bot]` notifies nobody.", source: "observed; unsourced" },
  {
    id: "shown/edited-mention",
    says: "A mention that an edit adds to a body may notify; one in a check run never does.",
    source: "unsourced",
  },
  {
    id: "shown/comments-hidden",
    says: "HTML comments in a body are not shown and stay in it.",
    source: "docs.github.com: Basic writing and formatting syntax",
  },
  {
    id: "shown/math",
    says: "`$…$` in a text is shown as mathematics, `> [!NOTE]` as an alert.",
    source: "docs.github.com: Writing mathematical expressions, Alerts",
  },
];
