import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { worldOf } from "../world.ts";

const ROOM = join(import.meta.dirname, "../../../src/automations/four-keys");

/** A fragment as it goes to GitHub, by the type that it is of. */
function fragmentOf(file: string): string {
  const [path = ""] = globSync(`**/${file}.fragment.graphql`, { cwd: ROOM });
  return readFileSync(join(ROOM, path), "utf8");
}

/** What GitHub charges for a page of a list whose nodes are read with the fragment (facts: limits). */
async function pointsOf(list: string, fragment: string, size: number): Promise<unknown> {
  const { connect } = worldOf({ repos: [{ name: "acme/shop" }] });
  const text = fragmentOf(fragment);
  const [, name = ""] = /^fragment (\w+) on/.exec(text) ?? [];
  const page = list.replace("PAGE", `(first: ${size})`).replace("NODE", `{ nodes { ...${name} } }`);
  const query = `query page { repository(owner: "acme", name: "shop") { ${page} } rateLimit { cost } }\n${text}`;
  const answer = await connect().graphql<object, { rateLimit: { cost: number } }>({ name: "page", text: query }, {});
  return answer.rateLimit.cost;
}

test.each([
  ["pullRequestsPAGE NODE", "four-keys-change", 37, 1],
  ["pullRequestsPAGE NODE", "four-keys-change", 38, 2],
  ["deploymentsPAGE NODE", "four-keys-deployment", 100, 1],
  ["releasesPAGE NODE", "four-keys-release", 100, 1],
  ["issuesPAGE NODE", "four-keys-incident", 100, 1],
  ['object(expression: "HEAD") { ... on Commit { historyPAGE NODE } }', "four-keys-commit", 100, 1],
])("%s with %s, %i at once: %i", async (list, fragment, size, points) => {
  expect(await pointsOf(list, fragment, size)).toBe(points);
});
