import nock from "nock";
import { expect, test } from "vitest";
import { type Document, UNKNOWN } from "../../src/github/client.ts";
import { Forbidden, NotFound, RateLimited, TooCostly, Unavailable } from "../../src/github/errors.ts";
import { readableNodes } from "../../src/github/nodes.ts";
import { API, nockedClient, onlyNock } from "./nocked.ts";

onlyNock();

interface Answer {
  readonly repository: {
    readonly file: object | null;
    readonly nodes: readonly ({ readonly team: object | null | typeof UNKNOWN } | typeof UNKNOWN | null)[];
  };
}

const document: Document<Record<string, never>, Answer> = {
  name: "Half",
  text: "query Half { viewer { login } }",
  missing: ["repository.file"],
  unknown: ["repository.nodes.*", "repository.nodes.*.team"],
};

type Fault = readonly [type: string | undefined, path: readonly (string | number)[] | undefined];

async function answerTo(data: object | null, faults: readonly Fault[]): Promise<unknown> {
  const errors = faults.map(([type, path]) => ({ type, path, message: `${type} at ${path?.join(".")}` }));
  nock(API).post("/graphql").reply(200, { data, errors });
  return nockedClient()
    .graphql(document, {})
    .catch((error: unknown) => error);
}

const DATA = { repository: { file: null, nodes: [{ team: null }, null, { team: { slug: "sre" } }] } };

test("what may be missing is null, and the rest of the answer is used", async () => {
  expect(await answerTo(DATA, [["NOT_FOUND", ["repository", "file"]]])).toEqual(DATA);
});

test("an optional part is unknown, and neither null nor an empty list", async () => {
  const { repository } = (await answerTo(DATA, [
    ["NOT_FOUND", ["repository", "file"]],
    ["FORBIDDEN", ["repository", "nodes", 1]],
  ])) as Answer;
  expect(repository).toEqual({ file: null, nodes: [{ team: null }, UNKNOWN, { team: { slug: "sre" } }] });
  expect(readableNodes(repository)).toEqual({ nodes: [{ team: null }, { team: { slug: "sre" } }], unknown: 1 });
});

test("an error inside makes all of it unknown: its other nulls say nothing", async () => {
  const data = { repository: { file: null, nodes: [{ team: { slug: null } }] } };
  const { repository } = (await answerTo(data, [["FORBIDDEN", ["repository", "nodes", 0, "team", "slug"]]])) as Answer;
  expect(repository.nodes).toEqual([UNKNOWN]);
});

test.each<[string, readonly Fault[], new (...given: never[]) => Error]>([
  ["a field that it needs", [["FORBIDDEN", ["repository", "issues"]]], Forbidden],
  [
    "that field, beside one that it does not need",
    [
      ["NOT_FOUND", ["repository", "file"]],
      ["NOT_FOUND", ["repository", "issue"]],
    ],
    NotFound,
  ],
  ["below what may only be missing itself", [["NOT_FOUND", ["repository", "file", "object"]]], NotFound],
  ["forbidden where it may only be missing", [["FORBIDDEN", ["repository", "file"]]], Forbidden],
  ["no path", [["FORBIDDEN", undefined]], Forbidden],
  ["no type and a path that is not its own", [[undefined, ["repository", "name"]]], Unavailable],
  ["a limit, wherever it shows", [["RATE_LIMITED", ["repository", "nodes", 1]]], RateLimited],
  ["too much, wherever it shows", [["RESOURCE_LIMITS_EXCEEDED", ["repository", "nodes", 1]]], TooCostly],
])("it fails as before: %s", async (_what, faults, kind) => {
  expect(await answerTo(DATA, faults)).toBeInstanceOf(kind);
});

test("without data there is nothing to use", async () => {
  expect(await answerTo(null, [["NOT_FOUND", ["repository", "file"]]])).toBeInstanceOf(NotFound);
  expect(await answerTo({ repository: null }, [["FORBIDDEN", ["repository", "nodes", 1]]])).toBeInstanceOf(Forbidden);
});

const paged: Document<{ cursor: string | null }, { readonly rateLimit: { readonly cost: number } }> = {
  name: "Paged",
  text: "query Paged($size: Int, $cursor: String) { viewer { login } }",
  pages: { size: 100 },
};

/** The requested sizes, where each of these failures meets one request. */
async function sizesAsked(failures: readonly (readonly [status: number, body: object])[], asks = 1) {
  const sizes: unknown[] = [];
  const sized = (body: { variables?: { size?: number } }) => void sizes.push(body.variables?.size);
  for (const [status, body] of failures) {
    nock(API)
      .post("/graphql", (sent) => sized(sent) === undefined)
      .reply(status, body);
  }
  nock(API)
    .post("/graphql", (sent) => sized(sent) === undefined)
    .times(asks)
    .optionally()
    .reply(200, { data: { rateLimit: { cost: 2 } } });
  const github = nockedClient();
  const answers: unknown[] = [];
  for (let ask = 0; ask < asks; ask += 1)
    answers.push(await github.graphql(paged, { cursor: null }).catch((error: unknown) => error));
  return { sizes, answers, requests: github.requests };
}

const EXCEEDED = {
  data: { repository: null },
  errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." }],
};

test("a page that is too expensive is requested again at half its size, and the pages after it stay so", async () => {
  const { sizes, requests } = await sizesAsked(
    [
      [200, EXCEEDED],
      [502, {}],
    ],
    2,
  );
  expect(sizes).toEqual([100, 50, 25, 25]);
  expect(requests).toMatchObject({ graphql: 4, points: 4 });
});

test("a gateway's error may be an outage: Detoil gives up at 12", async () => {
  const outage = await sizesAsked(Array.from({ length: 4 }, () => [504, {}] as const));
  expect(outage.sizes).toEqual([100, 50, 25, 12]);
  expect(outage.answers[0]).toBeInstanceOf(Unavailable);
});

test("after GitHub says that it is too much Detoil gives up at 1", async () => {
  const costly = await sizesAsked(Array.from({ length: 7 }, () => [200, EXCEEDED] as const));
  expect(costly.sizes).toEqual([100, 50, 25, 12, 6, 3, 1]);
  expect(costly.answers[0]).toBeInstanceOf(TooCostly);
});

test("other failures of a page are left to the engine", async () => {
  expect((await sizesAsked([[503, {}]])).sizes).toEqual([100]);
});
