import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Fact } from "./fact.ts";
import { POINTS } from "./facts/documents/points.ts";
import { FACTS } from "./facts/index.ts";
import { openSimulated, type Simulated } from "./simulated.ts";

/** The simulated GitHub is held to the facts; `npm run verify-github` holds the real one to the same. */
const tried = FACTS.filter(({ seen }) => seen !== undefined);
const areas = [...new Set(tried.map(({ id }) => id.split("/")[0]))];

/** All their REST requests. */
const requested = new Set<string>();

for (const area of areas) {
  describe(`${area}`, () => {
    // As on github.com one scratch repository serves all facts that need nothing special; the others have one of their
    // own.
    let shared: Promise<Simulated> | undefined;
    afterAll(async () => (await shared)?.close());

    for (const fact of tried.filter(({ id }) => id.startsWith(`${area}/`))) {
      test(`${fact.id}: ${fact.says} [${fact.source}]`, async () => {
        if (fact.takes !== undefined) return attempt(await openSimulated(fact), fact, true);
        shared ??= openSimulated(null);
        return attempt(await shared, fact, false);
      });
    }

    test("nothing is left behind", async () => {
      if (shared !== undefined) expect(await (await shared).left()).toEqual(["branches: main"]);
    });
  });
}

async function attempt(simulated: Simulated, fact: Fact, close: boolean): Promise<void> {
  try {
    const { saw, unexpected, requests } = await simulated.attempt(fact);
    for (const request of requests) requested.add(request);
    expect(saw).not.toBe("");
    if (fact.invalid === true) expect(unexpected).not.toEqual([]);
    else expect(unexpected).toEqual([]);
  } finally {
    if (close) await simulated.close();
  }
}

test("facts have a name of their own, a sentence and a source", () => {
  const ids = FACTS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z-]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(FACTS.filter(({ says, source }) => !says.endsWith(".") || source === "")).toEqual([]);
});

/** Rooms of Detoil that make requests to GitHub; the others have routes of their own. */
const ROOMS = ["github", "commands", "automations", "engine", "cli/doctor", "cli/preview"];

test("every route that Detoil requests over REST is requested by a fact", () => {
  const files = ROOMS.flatMap((room) => globSync(`src/${room}/**/*.ts`));
  const routes = new Set(
    files.flatMap((file) => readFileSync(file, "utf8").match(/(?<=")(?:GET|POST|PATCH|PUT|DELETE) \/[^"]+/g) ?? []),
  );
  expect(routes.size).toBeGreaterThan(40);
  const isAsked = (route: string) => {
    const pattern = new RegExp(`^${route.replace(/\{ref\}/g, ".+").replace(/\{\w+\}/g, "[^/]+")}$`);
    return [...requested].some((request) => pattern.test(request));
  };
  expect([...routes].filter((route) => !isAsked(route))).toEqual([]);
});

test("every document that Detoil requests over GraphQL is a fact, and its cost is known", () => {
  const ids = FACTS.map(({ id }) => id).filter((id) => id.startsWith("documents/"));
  const files = globSync("**/*.graphql", { cwd: join(import.meta.dirname, "../../src") }).filter(
    (path) => !path.endsWith(".fragment.graphql"),
  );
  const names = files.map((path) => basename(path, ".graphql")).sort();
  expect(ids).toEqual(names.map((name) => `documents/${name}`));
  expect(names).toEqual(expect.arrayContaining(Object.keys(POINTS)));
});
