import { afterAll, expect } from "vitest";
import { accountOf } from "../../simulator/actions/people.ts";
import type { Automation } from "../../src/automations/automation.ts";
import { automations } from "../../src/automations/index.ts";
import { record } from "../../src/cli/record.ts";
import { token } from "../../src/cli/token.ts";
import { openIssuer } from "../harness/issuer.ts";
import { environmentFor } from "../harness/server-process.ts";
import { furtherStory, type Story } from "../harness/story.ts";

const SRE = `version: 1
four-keys:
  deployments: {external: true}
  comment: true
`;
const PUBLIC_URL = "https://detoil.example.com";

let now = new Date("2026-11-20T01:00:00Z");
const issuer = await openIssuer(() => now);
afterAll(() => issuer.close());

/** `detoil token …` on the server's machine. */
async function tokens({ github, database }: Story, ...argv: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const env = { ...environmentFor(github, database.environment, 0), LOG_LEVEL: "silent" } as NodeJS.ProcessEnv;
  const every = automations as readonly Automation[];
  await token([...argv, "--repo", "acme/shop"], { env, print, tell: () => {}, automations: every });
  return lines.join("");
}

furtherStory(
  "a pipeline records what it deploys and what broke, and nobody else does",
  {
    sre: SRE,
    repo: { default_branch: "main", branches: { main: "first" } },
    repos: [{ name: "acme/web", files: { ".github/sre.yml": "version: 1\n" } }],
    environment: { PUBLIC_URL, DETOIL_OIDC_ISSUERS: issuer.url },
  },
  async (story) => {
    const { github, team, reads, settled } = story;
    const { simulator } = github;
    const [shop, web] = [github.repo("acme/shop"), github.repo("acme/web")];
    now = new Date(simulator.state.now);
    const post = async (kind: "deployments" | "incidents", record: object, bearer: string): Promise<string> => {
      const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
      const url = `${story.server?.url}/api/${kind}`;
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(record) });
      return `${response.status} ${await response.text()}`;
    };
    const owner = accountOf(simulator.state, "acme");
    if (owner === undefined) throw new Error("acme is there");
    const claims = { aud: PUBLIC_URL, repository_id: String(shop.id), repository_owner_id: String(owner.id) };

    const apples = await team.opens("Sell apples", { base: "main" });
    await team.merges(apples);
    await settled();
    now = new Date(simulator.state.now);
    const finished_at = now.toISOString();
    const deployed = { repo: "acme/shop", id: "r1", status: "success", sha: team.head("main"), finished_at };
    const workflow = await issuer.token(claims);
    expect(await post("deployments", deployed, workflow)).toMatch(/^201 .*"replaced":false/);
    expect(await post("deployments", deployed, workflow)).toMatch(/^200 .*"replaced":false/);
    const pears = await team.opens("Sell pears", { base: "main" });
    await team.merges(pears);
    await settled();
    const listed = { id: "r2", status: "success", changes: [team.head("main")], finished_at: simulator.state.now };
    expect(await post("deployments", listed, workflow)).toMatch(/^201 /);
    await settled();
    const past = Math.floor(now.getTime() / 1000) - 60;
    for (const [other, answer] of [
      [{ aud: "https://else.example.com" }, "401 The audience"],
      [{ exp: past }, "401 This OIDC token has expired"],
      [{ iss: "https://token.actions.githubusercontent.com" }, "401 The issuer"],
      [{ repository_owner_id: "999999" }, "403 Detoil is not installed"],
      [{ repository_id: "999999" }, "403 Detoil is not installed"],
      [{ repository_id: String(web.id) }, "403 This token records for acme/web"],
    ] as const)
      expect(await post("deployments", deployed, await issuer.token({ ...claims, ...other }))).toContain(answer);
    const inWeb = await issuer.token({ ...claims, repository_id: String(web.id) });
    expect(await post("incidents", { id: "p", opened_at: finished_at }, inWeb)).toContain("422 sre.yml on the default");

    const made = await tokens(story, "add");
    const told: string[] = [];
    const resolved = ["--opened-at", finished_at, "--resolved-at", finished_at];
    const argv = ["incident", "--id", "PD-1", "--deployment", "r1", ...resolved, "--url", story.server?.url ?? ""];
    const env = { DETOIL_TOKEN: made, GITHUB_REPOSITORY: "acme/shop" };
    const pipeline = { env, print: (line: string) => told.push(line), now: () => now, wait: async () => {} };
    await record(argv, pipeline);
    expect(told).toEqual(["Recorded: incident PD-1 of acme/shop."]);
    expect(await post("incidents", { id: "PD-2", opened_at: finished_at, repo: "acme/web" }, made)).toContain("403 ");
    await tokens(story, "revoke", made.slice(0, 13));
    await expect(record(argv, pipeline)).rejects.toThrow("This token is not valid (any more)");
    const kept = await tokens(story, "add");
    await team.acts("bo", "suspend");
    await simulator.idle();
    expect(await post("deployments", deployed, kept)).toContain("403 Detoil is not installed");
    await team.acts("bo", "unsuspend");
    await settled();
    expect(await post("deployments", deployed, kept)).toMatch(/^200 /);

    await github.moveClock("2026-11-23T10:00:30Z");
    await settled();
    const [issue] = reads.openIssues();
    if (issue === undefined) throw new Error("there is no issue of the Four Keys");
    const { text } = reads.issue(issue);
    expect(text).toContain("**2 deployments brought 2 changes**");
    expect(text).toContain("1 of 2");
    expect(text).toContain("`PD-1`");
    expect(text).not.toContain("PD-2");
    expect(reads.comments(apples)).toEqual([expect.stringMatching(/^\*\*Deployed\*\* on .*: `r1` \(.*\)\. /)]);
    expect(reads.comments(pears)).toEqual([expect.stringMatching(/^\*\*Deployed\*\* on .*: `r2`\. /)]);
  },
);
