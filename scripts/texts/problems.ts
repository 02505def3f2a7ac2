import type { Diagnostic } from "../../src/config/diagnostic.ts";
import type { Path } from "../../src/config/path.ts";
import { problemOf } from "../../src/config/text/index.ts";
import type { TextRoom } from "./samples.ts";

type Sample<D> = Omit<D, "kind"> & {
  /** Where it is in the file. */
  readonly at?: Path;
};

/** One sample of everything that can be wrong with a sre.yml; a new diagnostic without one does not compile. */
const SAMPLES: { readonly [Kind in Diagnostic["kind"]]: Sample<Extract<Diagnostic, { readonly kind: Kind }>> } = {
  "too-large": { limit: 65_536 },
  "too-deep": { limit: 20 },
  "too-many-values": { limit: 10_000 },
  "too-slow": {},
  "empty-file": {},
  "not-a-mapping": {},
  "key-twice": { key: "release" },
  "odd-key": {},
  "unknown-alias": { alias: "team", quoted: '"*team"' },
  "unknown-tag": { tag: "!include" },
  tab: {},
  "needs-quotes": { value: "@acme/web", quoted: '"@acme/web"', bare: null },
  "dash-space": { quoted: "- alice" },
  "hash-comment": { quoted: '"#sre"', bare: null },
  "look-alike": { character: "\u00A0", role: "indent", key: "" },
  secret: { secret: "github-token" },
  "wrong-encoding": { encoding: null },
  unclosed: { character: "]" },
  "nested-on-one-line": { quoted: 'title: "Release: {{date}}"' },
  "bad-indent": {},
  "several-documents": {},
  "missing-colon": { value: "release" },
  "not-yaml": {},
  "unknown-key": {
    key: "assignes",
    sectionLabel: "task",
    near: "assignees",
    elsewhere: null,
    options: ["key", "title", "assignees"],
    more: 0,
  },
  "missing-key": { key: "to", sectionLabel: "lane", example: "to: main" },
  "left-to-extends": { key: "to", sectionLabel: "lane" },
  "wrong-type": {
    given: "text",
    value: "yes",
    expected: "boolean",
    example: "draft: true",
    remedy: "example",
    at: ["release", "lanes", 0, "draft"],
  },
  "merge-key": {},
  "hash-comment-for-value": { value: "#sre", example: 'slack: "#sre"', at: ["notify", "slack"] },
  "needs-no-quotes": { example: "version: 1" },
  "not-one-of": { value: "close", options: ["comment", "rollover"], near: null, at: ["milestones", "on-close"] },
  "empty-text": { example: "from: develop", at: ["release", "lanes", 0, "from"] },
  "too-long": { limit: 200, at: ["release", "lanes", 0, "title"] },
  "empty-list": { example: "lanes: [{from: develop, to: main}]", at: ["release", "lanes"] },
  "too-many": { limit: 20, at: ["release", "lanes"] },
  "out-of-range": { value: "0", lowest: 1, highest: null, at: ["help-wanted", "max-open"] },
  "not-a-duration": { value: "-3 busines days", example: "-3 business days", at: ["milestones", "tasks", 0, "due"] },
  "negative-duration": { value: "-5 days", example: "5 days", at: ["renovate", "grace"] },
  "zero-duration": { value: "0 business hours", example: "8 business hours", at: ["help-wanted", "respond-within"] },
  "not-a-cron": { value: "often", reason: "Write minute, hour, day, month and weekday.", at: ["renovate", "report"] },
  "not-a-glob": { value: "", reason: "empty", at: ["milestones", "match"] },
  "not-a-date": { value: "2026-13-01", at: ["help-wanted", "away", 0, "from"] },
  "not-a-range": { value: "2026-12-29 - 2027-01-03", meant: null, at: ["calendar", "closed", 0] },
  "range-backwards": { value: "2027-01-03/2026-12-29", at: ["calendar", "closed", 0] },
  "not-a-zone": { value: "Asia/Tokio", near: "Asia/Tokyo", at: ["timezone"] },
  "not-a-country": { value: "Japan", near: "JP", at: ["calendar", "holidays"] },
  "not-hours": { value: "9-18", at: ["calendar", "hours"] },
  "not-a-template": {
    value: "{{dat}}",
    names: ["date", "from"],
    problem: { kind: "unknown-name", tag: "{{dat}}" },
    at: ["release", "lanes", 0, "title"],
  },
  "not-a-branch": { value: "release/*", at: ["release", "lanes", 0, "from"] },
  "not-a-login": { value: "a b", at: ["milestones", "tasks", 0, "assignees", 0] },
  "not-a-person": { value: "a b", at: ["renovate", "owners", 0] },
  "not-a-link": { value: "dashboard", at: ["release", "lanes", 0, "check-in", "links", 0] },
  "not-a-channel": { value: "sre", at: ["notify", "slack"] },
  "not-a-file-name": { value: "x/deploy.yml", at: ["environments", 0, "refresh", 0, "workflow"] },
  "not-a-cadence": { value: "often", at: ["renovate", "cadence"] },
  "not-an-extends": { value: "a b", at: ["_extends"] },
  "lane-to-itself": { branch: "main" },
  "lane-twice": { from: "develop", to: "main", first: 1 },
  "not-exactly-one": { given: ["environment", "tag"], options: ["environment", "workflow", "tag"] },
  "never-open": { first: "2026-12-29", last: "2029-01-03" },
  "task-key-twice": { key: "freeze", first: 1 },
  "task-without-title": {},
  "after-unknown": { key: "freese", near: "freeze" },
  "after-cycle": { keys: ["freeze", "notes", "freeze"] },
  "dates-backwards": { from: "2026-12-05", to: "2026-12-01" },
  "empty-condition": {},
  "section-later": { section: "renovate" },
  "key-later": { key: "back-merge" },
  "dollar-braces": { value: `$${"{{date}}"}`, meant: "{{date}}" },
  "typographic-quotes": { value: "“freeze”", meant: '"freeze"' },
  "section-empty": { section: "renovate" },
  "org-only": { key: "org" },
  "service-environment": { way: "merge" },
  "extends-other-owner": { value: "other/.github", owner: "acme" },
  "extends-missing": { value: "defaults", path: "acme/defaults:.github/sre.yml" },
  "extends-forbidden": { value: "secret" },
  "extends-private": { value: "secret" },
  "extends-loop": { value: "shop" },
  "extends-too-long": { limit: 5 },
  "extends-from-fork": { value: "defaults" },
  "extends-unchecked": { value: "defaults" },
  "extends-torn": { value: "defaults" },
  "extended-broken": { value: "defaults" },
};

/** As `detoil check`, the check and the issue say it. */
export function problemTexts(): TextRoom {
  const rows = Object.entries(SAMPLES).map(([kind, { at = [], ...rest }]) => {
    const { message } = problemOf({
      file: ".github/sre.yml",
      location: { line: 1, column: 1, endLine: 1, endColumn: 1 },
      path: at,
      severity: "error",
      // The type of the samples holds each kind to its own fields.
      diagnostic: { kind, ...rest } as Diagnostic,
    });
    return { name: kind, ...message };
  });
  return {
    seen: "A problem in sre.yml: in the check, the issue and on the terminal",
    file: "config/text",
    texts: null,
    rows,
  };
}
