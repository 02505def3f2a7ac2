import { expect, test } from "vitest";
import type { Document, GitHub } from "../../src/github/client.ts";
import { routed } from "../../src/github/routed.ts";

const document: Document<object, { readonly by: string }> = { name: "Any", text: "query { viewer { login } }" };

/** Answers with its own name, and counts. */
function client(by: string): GitHub {
  const requests = { rest: 0, graphql: 0, points: 0, writes: 0 };
  return {
    self: { slug: "detoil", login: "detoil[bot]" },
    requests,
    graphql: (async () => {
      requests.graphql += 1;
      requests.points += 2;
      return { by };
    }) as GitHub["graphql"],
    rest: (async (route: string) => {
      requests.rest += 1;
      if (!route.startsWith("GET ")) requests.writes += 1;
      return { data: by };
    }) as unknown as GitHub["rest"],
  };
}

function clients() {
  const asked: string[] = [];
  const github = routed(client("own"), { owner: "acme", name: "shop" }, async ({ owner, name }) => {
    asked.push(`${owner}/${name}`);
    return client("other");
  });
  return { github, asked };
}

test("requests go by the repository that they name, whatever its case; without one they are the own client's", async () => {
  const { github, asked } = clients();
  const by = async (variables: object) => (await github.graphql(document, variables)).by;
  expect(await by({ owner: "acme", name: "shop" })).toBe("own");
  expect(await by({ owner: "Acme", name: "SHOP" })).toBe("own");
  expect(await by({ owner: "acme", name: ".github" })).toBe("other");
  expect(await by({ owner: "acme", repo: "web", parent: 1 })).toBe("other");
  expect(await by({ login: "acme" })).toBe("own");
  const label = { owner: "acme", repo: "shop", name: "bug" };
  expect((await github.rest("GET /repos/{owner}/{repo}/labels/{name}", label)).data).toBe("own");
  expect(
    (await github.rest("GET /orgs/{org}/projectsV2/{project_number}/fields", { org: "acme", project_number: 1 })).data,
  ).toBe("own");
  expect(asked).toEqual(["acme/.github", "acme/web"]);
});

test("another repository's client is made once, also for requests at the same time", async () => {
  const { github, asked } = clients();
  const elsewhere = { owner: "acme", name: ".github" };
  await Promise.all([github.graphql(document, elsewhere), github.graphql(document, elsewhere)]);
  expect(asked).toHaveLength(1);
});

test("all requests are counted together", async () => {
  const { github } = clients();
  await github.graphql(document, { owner: "acme", name: "shop" });
  await github.graphql(document, { owner: "acme", name: ".github" });
  await github.rest("PATCH /repos/{owner}/{repo}", { owner: "acme", repo: "shop" });
  expect(github.requests).toEqual({ rest: 1, graphql: 2, points: 4, writes: 1 });
});
