import { isRefused } from "../error-meaning.ts";
import type { RefusedField } from "../errors.ts";
import type { Applying } from "./applying.ts";

interface Members {
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
}

const FIELDS = ["assignees", "labels"] as const;
const PARTS = { assignees: "assignee", labels: "label" } as const;

/**
 * Makes a request that sets labels and assignees, and repeats it without those that GitHub refuses: for one login without
 * access, or one label that is too long, GitHub refuses the whole issue with 422 (vscode-pull-request-github#1868,
 * trstringer/manual-approval#71). What was left out is noted in `applying.parts`.
 */
export async function withoutRefusedMembers<Answer>(
  applying: Applying,
  wanted: Members,
  request: (members: Members) => Promise<Answer>,
): Promise<Answer> {
  let left: Members = wanted;
  for (;;) {
    try {
      return await request(left);
    } catch (error) {
      const fewer = isRefused(error) ? without(error.fields, left) : null;
      if (!isRefused(error) || fewer === null) throw error;
      applying.parts.push(...droppedBetween(left, fewer).map((one) => ({ ...one, error })));
      left = fewer;
    }
  }
}

/** null: the refusal is about something else. If GitHub does not name a member, all members of the field are left out. */
function without(fields: readonly RefusedField[], left: Members): Members | null {
  for (const field of FIELDS) {
    const members = left[field] ?? [];
    const refused = fields.filter((one) => one.field === field || (field === "labels" && one.field === "label"));
    if (refused.length === 0 || members.length === 0) continue;
    const named = new Set(refused.flatMap(({ value }) => (Array.isArray(value) ? value : [value])).map(String));
    const kept = members.filter((member) => !named.has(member));
    return { ...left, [field]: kept.length < members.length ? kept : [] };
  }
  return null;
}

function droppedBetween(before: Members, after: Members) {
  return FIELDS.flatMap((field) =>
    (before[field] ?? [])
      .filter((member) => !(after[field] ?? []).includes(member))
      .map((value) => ({ part: PARTS[field], value })),
  );
}
