import { highestKind } from "../highest-kind.ts";
import type { PullTexts } from "../pull-texts.ts";
import type { Reading } from "../reading.ts";
import { kindByName } from "./names.ts";
import { renovatePackages } from "./packages.ts";

/** `[SECURITY]` in a title, in small letters where titles are semantic. */
const SECURITY = /\[security\]/i;
const VULNERABILITY = /\b(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b/i;
const RELEASE_NOTES = "\n### Release Notes";

/** What a pull request of Renovate says. Every part of its text is optional. */
export function readRenovate({ title, branch, body }: Pick<PullTexts, "title" | "branch" | "body">): Reading {
  // Release notes mention unrelated vulnerabilities, and have tables of their own.
  const [head = ""] = body.split(RELEASE_NOTES, 1);
  const { packages, kinds } = renovatePackages(head);
  const kind = highestKind(kinds);
  return {
    packages,
    kind: kind === "unknown" ? kindByName(title, branch) : kind,
    security: SECURITY.test(title) || branch.endsWith("-vulnerability") || VULNERABILITY.test(head),
    automerge: automergeIn(body),
  };
}

/** It stands behind the release notes, which may quote another one. */
function automergeIn(body: string): boolean | null {
  const label = "**Automerge**: ";
  const at = body.lastIndexOf(label);
  if (at === -1) return null;
  const word = body.slice(at + label.length, at + label.length + 8);
  return word === "Enabled." ? true : word === "Disabled" ? false : null;
}
