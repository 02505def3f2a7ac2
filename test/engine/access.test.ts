import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessFor } from "../../src/engine/access.ts";
import type { Permissions, TokenScope } from "../../src/github/app.ts";
import { meaningOf } from "../../src/github/error-meaning.ts";
import { NotFound, PlaceNotFound, Rejected, Unavailable } from "../../src/github/errors.ts";
import { findInstallation } from "../../src/store/installations.ts";
import { upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { acmeShop, appWith, automation, githubWith } from "./places.ts";

const tasks = automation("milestone-tasks", {
  permissions: { contents: "read", issues: "write" },
  optional: { organization_projects: "write" },
});
const ALL: Permissions = { contents: "read", issues: "write", organization_projects: "write", checks: "write" };
const SHOP = { installationId: 1, id: 10, owner: "acme", name: "shop" };
const INSTALLATION = "GET /app/installations/{installation_id}";
const REPO = "GET /repos/{owner}/{repo}";

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await clear(store);
    await acmeShop(store);
  });

  /** What GitHub has granted is `now`; the registry says `known`. `refuse` fails the request for a token. */
  function accessing(
    known: Permissions | null,
    now: Permissions,
    refuse: (scope: TokenScope) => Error | null = () => null,
    /** Which repository GitHub finds by a name: id by name. */
    found: Readonly<Record<string, number>> = {},
  ) {
    const asked: TokenScope[] = [];
    const app = appWith({ [INSTALLATION]: { permissions: now } }, async (_id, scope) => {
      if (scope === undefined) throw new Error("a token for everything");
      asked.push(scope);
      const refusal = refuse(scope);
      if (refusal !== null) throw refusal;
      const byName = ({ repo }: { repo: string }) => {
        if (found[repo] === undefined) throw new NotFound(REPO, 404, "Not Found");
        return { data: { id: found[repo] }, headers: {} };
      };
      return githubWith({ [REPO]: scope.repositoryIds === undefined ? byName : { of: scope.repositoryIds } });
    });
    const installation = { id: 1, account: "acme", suspended: false, permissions: known };
    return { asked, access: () => accessFor({ app, store }, tasks, installation, SHOP) };
  }

  test.each<[string, Permissions, TokenScope["permissions"]]>([
    ["all that it declares", ALL, { contents: "read", issues: "write", organization_projects: "write" }],
    [
      "without the optional that is not granted",
      { contents: "read", issues: "write" },
      { contents: "read", issues: "write" },
    ],
    [
      "less, where less of the optional is granted",
      { ...ALL, organization_projects: "read" },
      { contents: "read", issues: "write", organization_projects: "read" },
    ],
    [
      "no more, where more is granted",
      { ...ALL, contents: "write" },
      { contents: "read", issues: "write", organization_projects: "write" },
    ],
  ])("a token is for this repository and %s", async (_name, granted, permissions) => {
    const { asked, access } = accessing(granted, granted);
    const { github, granted: told } = await access();
    expect(github).not.toBeNull();
    expect(told).toEqual(granted);
    expect(asked).toEqual([{ repositoryIds: [10], permissions: { metadata: "read", ...permissions } }]);
  });

  test("no token is asked for where a permission is missing", async () => {
    const { asked, access } = accessing({ contents: "read", issues: "read" }, ALL);
    expect(await access()).toEqual({ granted: { contents: "read", issues: "read" }, github: null });
    expect(asked).toEqual([]);
  });

  test("what the registry does not know is asked of GitHub, once", async () => {
    const { access } = accessing(null, ALL);
    expect((await access()).granted).toEqual(ALL);
    expect(await findInstallation(store.db, 1)).toMatchObject({ permissions: ALL });
  });

  test("where less is granted by now, the registry learns it, and the work starts over", async () => {
    const now = { contents: "read", issues: "read" };
    const { access } = accessing(ALL, now, () => new Rejected("token", 422, "not granted"));
    const error = await access().catch((failure: unknown) => failure);
    expect(meaningOf(error).is).toBe("stale");
    expect(await findInstallation(store.db, 1)).toMatchObject({ permissions: now });
  });

  test("a repository that is no longer in the installation is a missing place", async () => {
    const { access } = accessing(ALL, ALL, () => new Rejected("token", 422, "at least one repository does not exist"));
    const error = await access().catch((failure: unknown) => failure);
    expect(meaningOf(error).is).toBe("place gone");
  });

  const read = async (access: Awaited<ReturnType<typeof accessFor>>, owner: string, repo: string) =>
    (await access.github?.rest(REPO, { owner, repo }))?.data;

  test("another repository is read with a token for that one, which writes nothing", async () => {
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: ".github" }]);
    const { asked, access } = accessing(ALL, ALL);
    const got = await access();
    expect(await read(got, "ACME", "Shop")).toEqual({ of: [10] });
    expect(await read(got, "acme", ".GitHub")).toEqual({ of: [11] });
    expect(await read(got, "acme", ".github")).toEqual({ of: [11] });
    const reading = { metadata: "read", contents: "read", issues: "read" };
    expect(asked.slice(1)).toEqual([{ repositoryIds: [11], permissions: reading }]);
  });

  test("a name that two repositories had is read with a token for both: which one has it now is GitHub's to say", async () => {
    await upsertRepositories(store.db, [
      { installationId: 1, id: 11, owner: "acme", name: ".github" },
      { installationId: 1, id: 12, owner: "Acme", name: ".github" },
    ]);
    const { access } = accessing(ALL, ALL);
    expect(await read(await access(), "acme", ".github")).toEqual({ of: [11, 12] });
  });

  test("a former name is another repository's of the installation if GitHub says so, and read with a token for that one", async () => {
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: "ground" }]);
    const { asked, access } = accessing(ALL, ALL, undefined, { base: 11, elsewhere: 99 });
    const got = await access();
    expect(await read(got, "Acme", "base")).toEqual({ of: [11] });
    expect(asked.slice(1).map(({ repositoryIds }) => repositoryIds)).toEqual([undefined, [11]]);
    expect(asked[1]?.permissions, "to ask which one it is").toEqual({ metadata: "read" });
    expect(await read(got, "acme", "elsewhere"), "not in the installation").toEqual({ of: [10] });
    expect(await read(got, "acme", "typo")).toEqual({ of: [10] });
    expect(await read(got, "acme", ".github"), "asked of nobody").toEqual({ of: [10] });
    expect(asked).toHaveLength(5);
  });

  test("where less is granted by now, another repository is not taken for one outside the installation", async () => {
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: ".github" }]);
    const now = { contents: "read" };
    const { access } = accessing(ALL, now, ({ repositoryIds }) =>
      repositoryIds?.[0] === 11 ? new Rejected("token", 422, "not granted") : null,
    );
    const error = await read(await access(), "acme", ".github").catch((failure: unknown) => failure);
    expect(meaningOf(error).is).toBe("stale");
    expect(await findInstallation(store.db, 1)).toMatchObject({ permissions: now });
  });

  test("a repository outside the installation is read as this one's token can", async () => {
    const { asked, access } = accessing(ALL, ALL);
    expect(await read(await access(), "globex", "shop")).toEqual({ of: [10] });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["left the installation", new Rejected("token", 422, ""), { of: [10] }],
    ["is gone with it", new PlaceNotFound("token", 404, ""), { of: [10] }],
    ["cannot be told, because GitHub fails", new Unavailable("token", 502, ""), null],
  ])("another repository that %s", async (_name, failure, expected) => {
    await upsertRepositories(store.db, [{ installationId: 1, id: 11, owner: "acme", name: ".github" }]);
    const { access } = accessing(ALL, ALL, ({ repositoryIds }) => (repositoryIds?.[0] === 11 ? failure : null));
    const answer = read(await access(), "acme", ".github");
    if (expected === null) await expect(answer).rejects.toBe(failure);
    else expect(await answer).toEqual(expected);
  });
});
