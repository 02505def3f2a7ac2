import { expect, test } from "vitest";
import { createSimulator, parseWorld } from "../../simulator/index.ts";
import { mayWrite } from "../../src/github/may-write.ts";
import { connectToken } from "../../src/github/token.ts";

const repository = { owner: "acme", name: "shop" };

function world(isPrivate: boolean) {
  const permission = { ann: "admin", mia: "maintain", wes: "write", tom: "triage", rea: "read" };
  const users = [...Object.keys(permission), "eve"].map((login) => ({ login }));
  const repos = [{ name: "acme/shop", private: isPrivate, permission }];
  const state = parseWorld({ users: [...users, { login: "gone", deleted: true }], repos }, "world.json");
  const simulator = createSimulator(state);
  return connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken("acme/shop"),
    slug: state.app.slug,
    fetch: simulator.fetch,
  });
}

test.each([
  ["ann", true],
  ["mia", true],
  ["wes", true],
  ["WES", true],
  ["tom", false],
  ["rea", false],
  ["eve", false],
  ["gone", false],
  ["nobody", false],
])("%s may write: %s, whether the repository is private or not", async (login, may) => {
  expect(await mayWrite(world(true), repository, login)).toBe(may);
  expect(await mayWrite(world(false), repository, login)).toBe(may);
});
