import { expect, test } from "vitest";
import { showPage } from "../../../../src/cli/github/page/index.ts";
import { barChart } from "../../../../src/markdown/bar-chart.ts";
import { hostile, shop, visit } from "./world.ts";

/** Every page that can be reached by following links from the front page. */
async function crawl(): Promise<Map<string, string>> {
  const state = shop();
  const found = new Map<string, string>();
  const waiting = ["/"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const { status, text } = await visit(state, path);
    expect(status, path).toBe(200);
    found.set(path, text);
    for (const [, href = ""] of text.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const link = new URL(href, `http://127.0.0.1${path}`);
      if (link.host === "127.0.0.1") waiting.push(link.pathname);
    }
  }
  return found;
}

test("everything that exists is reached by links, and no link is broken", async () => {
  const state = shop();
  const repo = state.repos.get("acme/shop");
  const pages = await crawl();
  const expected = [
    ...[...(repo?.pulls.keys() ?? [])].map((number) => `/acme/shop/pull/${number}`),
    ...[...(repo?.issues.values() ?? [])]
      .filter(({ deleted }) => !deleted)
      .map(({ number }) => `/acme/shop/issues/${number}`),
    ...[...(repo?.check_runs.keys() ?? [])].map((id) => `/acme/shop/runs/${id}`),
    ...[...(repo?.commits.keys() ?? [])].map((sha) => `/acme/shop/commit/${sha}`),
    "/acme/tokyo/pulls",
    `/acme/shop/blob/${repo?.check_runs.get(502)?.sha}/.github/sre.yml`,
    "/acme/shop/releases/tag/1.4.0",
    "/acme/shop/milestones",
    "/acme/shop/milestone/1",
    "/acme/shop/milestone/2",
    "/acme/shop/compare/main...develop",
    "/orgs/acme/projects/5",
  ];
  expect([...pages.keys()]).toEqual(expect.arrayContaining(expected));
  expect([...pages.values()].join("")).toContain("Looks good");
});

test("a hostile text stays text on every page", async () => {
  const pages = await crawl();
  const shown = [...pages].filter(([, text]) => text.includes("&lt;img src=x onerror=alert(1)&gt;"));
  expect(shown.map(([path]) => path)).toEqual(
    expect.arrayContaining(["/acme/shop/pulls", "/acme/shop/pull/3", "/acme/shop/checks", "/acme/shop/milestone/1"]),
  );
  for (const [path, text] of pages) {
    expect(text, path).not.toMatch(/<script|<img|href="javascript:|<[^>]* on\w+=/i);
    expect(text, path).not.toContain(hostile);
  }
});

test("a release pull request reads as on GitHub", async () => {
  const { text } = await visit(shop(), "/acme/shop/pull/7");
  expect(text).toContain(`<span class="badge app">App</span>`);
  expect(text).toMatch(
    /<input[^>]*checked[^>]*>.*<a class="unfolded" href="\/acme\/shop\/pull\/2"[^>]*>Pay by <code>card<\/code> <span>#2<\/span><\/a> <b class="mention">@alice<\/b>/,
  );
  expect(text).toMatch(/<del><a href="[^"]*"|#4/);
  expect(text).toContain("Diagram (Mermaid)");
  expect(text).toContain("<td>✅ done</td>");
  expect(text).toContain("<code>main</code> ← <code>develop</code>");
  expect(text).toContain("1 problem: nothing changes until it is fixed");
  const [rendered = "", source = ""] = text.split(`<details class="source">`);
  expect(rendered).not.toContain("in the marker");
  expect(source).toContain("&lt;!-- detoil:release {&quot;hidden&quot;:&quot;in the marker&quot;} --&gt;");
});

test("a bar chart of Detoil's is drawn, and one that a person wrote is shown as it is", async () => {
  const state = shop();
  const issue = state.repos.get("acme/shop")?.issues.get(9);
  if (issue === undefined) throw new Error("the world has no issue 9");
  const series = [
    { values: [2, 0], color: "#cf222e" as const },
    { values: [1, 0], color: "#0969da" as const },
  ];
  issue.body = [
    barChart({ title: "Deployments <a week>", places: ["7 Dec", "14 Dec"], series, least: 5 }),
    "```mermaid\nxychart-beta\n  x-axis [<script>]\n  y-axis 0 --> 5\n```",
  ].join("\n\n");
  const { text } = await visit(state, "/acme/shop/issues/9");
  const [chart = "", rest = ""] = text.slice(text.indexOf('<svg class="chart"')).split("</svg>");
  expect(chart).toContain('aria-label="Deployments &lt;a week&gt;"');
  expect([...chart.matchAll(/<rect [^>]*height="(\d+)" fill="(#\w+)"/g)].map(([, ...bar]) => bar)).toEqual([
    ["90", "#cf222e"],
    ["0", "#cf222e"],
    ["45", "#0969da"],
    ["0", "#0969da"],
  ]);
  expect(chart).toContain(">14 Dec</text>");
  expect(rest).toContain("Diagram (Mermaid), drawn on GitHub");
  expect(rest).not.toContain("<script>");
});

test("an issue shows where it belongs, what it waits for and how far its parts are", async () => {
  const { text } = await visit(shop(), "/acme/shop/issues/9");
  expect(text).toContain("due on Fri 27 Nov, 2 issues");
  expect(text).toContain(
    `<p><a href="/orgs/acme/projects/5">Releases</a></p><p class="none">Status: Todo</p><p class="none">Due date: 2026-11-26</p>`,
  );
  expect(text).toContain(`<progress value="1" max="2"></progress>1 of 2`);
  expect(text).toMatch(/<h3>Blocks<\/h3>[\s\S]*Print them <span>#12/);
  expect(text).toContain(`<span title="detoil[bot]">😕 1</span>`);
  const other = await visit(shop(), "/acme/shop/issues/12");
  expect(other.text).toMatch(
    /<h3>Parent<\/h3>[\s\S]*Receipts in the mail <span>#9[\s\S]*<h3>Blocked by<\/h3>[\s\S]*Choose a font/,
  );
});

test("a project shows its items in the order of its board, with their fields", async () => {
  const { text } = await visit(shop(), "/orgs/acme/projects/5");
  expect(text).toMatch(/<th>Title<\/th><th>Assignees<\/th><th>Status<\/th><th>Due date<\/th>/);
  expect(text).toMatch(
    /Receipts in the mail<\/a> <span class="place">acme\/shop#9[\s\S]*<td>Todo<\/td><td>2026-11-26<\/td>/,
  );
  expect((await visit(shop(), "/orgs/acme/projects/6")).status).toBe(404);
});

test("times are those of the reader's zone, with the year when it is another one", async () => {
  const state = shop();
  const front = async (zone: string) => (await showPage(state, new Request("http://127.0.0.1/"), { zone })).text();
  expect(await front("Asia/Tokyo")).toContain(">Fri 20 Nov 2026 10:00 JST</time>");
  expect(await front("America/New_York")).toContain(">Thu 19 Nov 2026 20:00 EST</time>");
  const request = new Request("http://127.0.0.1/acme/shop/pull/2");
  state.now = "2027-01-01T01:00:00Z";
  expect(await showPage(state, request, { zone: "UTC" }).text()).toMatch(
    /opened this <time[^>]*>\w+ \d+ Nov 2026 \d\d:\d\d</,
  );
  const milestone = new Request("http://127.0.0.1/acme/shop/milestone/1");
  expect(await showPage(state, milestone, { zone: "UTC" }).text()).toContain("due on Fri 27 Nov 2026");
});

test("a milestone shows its day, its progress and its issues", async () => {
  const { text } = await visit(shop(), "/acme/shop/milestone/1");
  expect(text).toContain("due on Fri 27 Nov");
  expect(text).toContain(`<progress value="0" max="2"></progress>0 of 2`);
  expect(text).toContain("<strong>first</strong>");
  expect(text).toMatch(/Print them[\s\S]* · blocked/);
  const list = await visit(shop(), "/acme/shop/milestones");
  expect(list.text).toMatch(/1 open[\s\S]*1 closed[\s\S]*1\.3[\s\S]*closed by bo/);
});

test("an annotation is shown under its line, with the lines around it", async () => {
  const { text } = await visit(shop(), "/acme/shop/runs/502");
  expect(text).toContain(`<tr class="touched failure"><td>8</td><td><code>      <u>assing</u>: true</code></td></tr>`);
  expect(text).toContain("Did you mean");
  expect(text).toContain("<td>5</td>");
  expect(text).not.toContain("<td>4</td>");
});

test.each([
  ["/acme/shop/pull/99"],
  ["/acme/shop/issues/11"],
  ["/acme/shop/milestone/3"],
  ["/acme/shop/runs/1"],
  ["/acme/shop/compare/main...nowhere"],
  ["/acme/nowhere/pulls"],
  ["/acme/shop/settings"],
  ["/_page/secret"],
  ["/%E0%A4%A"],
])("%s does not exist, and says so", async (path) => {
  const { status, text } = await visit(shop(), path);
  expect(status).toBe(404);
  expect(text).toContain("There is nothing here");
});

test("nothing runs on a page, and nothing can be written through it", async () => {
  const { response } = await visit(shop(), "/");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("content-security-policy")).not.toContain("script-src");
  expect(
    showPage(shop(), new Request("http://127.0.0.1/acme/shop/pulls", { method: "POST" }), { zone: "Asia/Tokyo" })
      .status,
  ).toBe(405);
});

test("a repository's own address and a former name lead to it", async () => {
  const state = shop();
  state.repos.get("acme/shop")?.formerNames.push("acme/store");
  expect((await visit(state, "/acme/shop")).response.headers.get("location")).toBe("/acme/shop/pulls");
  expect((await visit(state, "/acme/store/pull/2")).status).toBe(200);
  state.repos.get("acme/shop")?.pulls.clear();
  expect((await visit(state, "/acme/shop")).response.headers.get("location")).toBe("/acme/shop/issues");
});
