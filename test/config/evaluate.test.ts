import { expect, test } from "vitest";
import { evaluateConfig } from "../../src/config/evaluate.ts";
import { repositories } from "./repositories.ts";

const v = (...lines: string[]): string => ["version: 1", ...lines, ""].join("\n");
const mayRead = async () => true;
const SECRET = v("release: {lanes: [{from: secret-branch, to: main}]}", "renovate: {nudge: true}");

test("a proposed file, with what it extends", async () => {
  const files = repositories({ text: v() }, { base: { text: SECRET } });
  const evaluated = await evaluateConfig(files, {
    text: v("_extends: base", "renovate: {cadence: weekly}"),
    fromFork: false,
    mayRead,
  });
  expect(evaluated).toMatchObject({ foreign: [], foreignErrors: 0, comparable: true });
  expect(evaluated.config?.release?.lanes[0]?.from).toBe("secret-branch");
});

test("from a fork a new target is not even requested", async () => {
  const files = repositories({ text: v("_extends: known") }, { known: { text: v() }, base: { text: SECRET } });
  const evaluated = await evaluateConfig(files, { text: v("_extends: base", "release: {}"), fromFork: true, mayRead });
  expect(files.requests).not.toContain("acme/base");
  expect(evaluated.config).toBe(null);
  expect(evaluated.comparable).toBe(false);
  expect(evaluated.findings.map(({ diagnostic, severity }) => `${severity} ${diagnostic.kind}`)).toEqual([
    "warning extends-from-fork",
  ]);
});

test("from a fork a target that is already in use is read, and nothing from it is quoted", async () => {
  const files = repositories({ text: v("_extends: base") }, { base: { text: SECRET } });
  const evaluated = await evaluateConfig(files, { text: v("_extends: base", "language: ja"), fromFork: true, mayRead });
  expect(files.requests).toContain("acme/base");
  expect(evaluated.comparable).toBe(false);
  expect(JSON.stringify([evaluated.findings, evaluated.foreign])).not.toContain("secret");
});

test("from a fork problems of an extended file are counted, not shown", async () => {
  const files = repositories({ text: v("_extends: base") }, { base: { text: v("secret: 1") } });
  const fork = await evaluateConfig(files, { text: v("_extends: base"), fromFork: true, mayRead });
  expect(fork).toMatchObject({ foreign: [], foreignErrors: 1, config: null });
  const branch = await evaluateConfig(files, { text: v("_extends: base"), fromFork: false, mayRead });
  expect(branch.foreign).toMatchObject([{ file: "acme/base:.github/sre.yml" }]);
});

test("from a fork, a file that dropped an _extends is not compared with what was inherited", async () => {
  const files = repositories({ text: v("_extends: base") }, { base: { text: SECRET } });
  expect((await evaluateConfig(files, { text: v(), fromFork: true, mayRead })).comparable).toBe(false);
  const alone = repositories({ text: v() });
  expect((await evaluateConfig(alone, { text: v("language: ja"), fromFork: true, mayRead })).comparable).toBe(true);
});

test("a deletion leaves the org's default, or nothing", async () => {
  const deletion = { text: null, fromFork: false, mayRead };
  expect(await evaluateConfig(repositories({ text: v() }), deletion)).toMatchObject({ findings: [], config: null });
  const org = { ".github": { text: SECRET.replace("renovate: {nudge: true}", "") } };
  expect((await evaluateConfig(repositories({ text: v() }, org), deletion)).config?.release?.lanes).toHaveLength(1);
  expect(await evaluateConfig(repositories({ text: v() }, org), { text: null, fromFork: true, mayRead })).toMatchObject(
    {
      config: null,
      comparable: false,
    },
  );
});

test("a person's new target is only read where that person may read it, and is not even requested otherwise", async () => {
  const files = repositories({ text: v("_extends: known") }, { known: { text: v() }, base: { text: SECRET } });
  const questions: string[] = [];
  const asking = async (owner: string, name: string) => {
    questions.push(`${owner}/${name}`);
    return false;
  };
  const evaluated = await evaluateConfig(files, {
    text: v("_extends: base", "release: {}"),
    fromFork: false,
    mayRead: asking,
  });
  expect(questions).toEqual(["acme/base"]);
  expect(files.requests).not.toContain("acme/base");
  expect(evaluated.config).toBe(null);
  expect(evaluated.findings.map(({ diagnostic, severity }) => `${severity} ${diagnostic.kind}`)).toEqual([
    "error extends-unchecked",
  ]);
  expect(evaluated.foreign).toEqual([]);
});

test("permissions are not checked for what the file in force already extends, but for a further hop they are", async () => {
  const known = { text: v("_extends: base") };
  const files = repositories({ text: v("_extends: known") }, { known, base: { text: v() } });
  const never = async () => Promise.reject(new Error("asked"));
  const same = await evaluateConfig(files, {
    text: v("_extends: known", "language: ja"),
    fromFork: false,
    mayRead: never,
  });
  expect(same.findings).toEqual([]);
  const other = repositories({ text: v() }, { known, base: { text: SECRET } });
  const onlyFirst = async (_owner: string, name: string) => name === "known";
  const hop = await evaluateConfig(other, { text: v("_extends: known"), fromFork: false, mayRead: onlyFirst });
  expect(other.requests).not.toContain("acme/base");
  // only readers of the file in between learn where it leads
  expect(hop.findings.map(({ file, diagnostic }) => [file, diagnostic])).toEqual([
    [".github/sre.yml", { kind: "extends-unchecked", value: "known" }],
  ]);
});
