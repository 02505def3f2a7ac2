import { expect, test } from "vitest";
import { quote } from "../../src/config/text/quote.ts";
import { linesOf, problemsOf } from "./check-text.ts";

// put together here, so that scanners do not take them for real ones
const SLACK = ["xoxb", "123456789012", "abcDEF123ghi"].join("-");
const HOOK = `https://hooks.slack.com/${["services", "T000", "B000", "abcDEF123ghi"].join("/")}`;
const TOKEN = ["ghs", "12345", "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjF9.abcDEF123"].join("_");
const BODY = "MIIEowIBAAKCAQEAx8ZkQ1abcDEF123ghiJKL456mnoPQR789stuVWX0";
const KEY = [`-----BEGIN RSA ${"PRIVATE"} KEY-----`, BODY, "x8Zk1Q==", `-----END RSA ${"PRIVATE"} KEY-----`];

const said = "Remove it, and replace it with a new one where it was made: whoever reads this repository has seen it.";

test.each<[string, string, string]>([
  ["a Slack token", SLACK, "a Slack token"],
  ["a Slack webhook URL", HOOK, "a Slack webhook URL"],
  ["a GitHub token of the newer form", TOKEN, "a GitHub token"],
  ["a key of a pipeline", `detoil_${"abcDEF123".repeat(4)}abcDEF1`, "an access token"],
  ["a URL with a password", "https://me:abcDEF123@example.com/", "a URL with a password"],
])("%s is named by its place and kind, wherever it stands", (_, secret, kind) => {
  for (const text of [
    `version: 1\nnotify: {slack: "${secret}"}\n`,
    `version: 1\nnotify:\n  slack: ${secret}\n`,
    `version: 1\n# ${secret}\n`,
    `version: 1\n"${secret}": 1\n`,
    `version: 1\nrelease: {lanes: [{from: a, to: b, intro: "see ${secret}"}]}\n`,
    `version: 1\nlanguage: @${secret}\n`,
    `version: 1\nlabels: [${secret}, "${secret}", x: ${secret}\n`,
  ]) {
    const all = [...problemsOf(text), ...problemsOf(text, "ja")];
    expect(linesOf(text).join("\n")).toContain(`This looks like ${kind}. ${said}`);
    expect(JSON.stringify(all)).not.toMatch(/abcDEF123|123456789012|eyJpc3/);
  }
});

test("no line of a private key is quoted, however YAML reads it", () => {
  for (const text of [
    `version: 1\nkey: |\n  ${KEY.join("\n  ")}\n`,
    `version: 1\n${KEY.join("\n")}\n`,
    `version: 1\nnotify:\n  slack: ${KEY.join("\n")}\n`,
  ]) {
    expect(linesOf(text)).toEqual([expect.stringContaining("This looks like a private key.")]);
  }
});

test("a secret that YAML spells with escapes is not quoted either", () => {
  const text = `version: 1\nnotify: {slack: "\\x78${SLACK.slice(1)}"}\n`;
  expect(linesOf(text).join("\n")).toContain("is not a Slack channel");
  expect(linesOf(text).join("\n")).not.toMatch(/abcDEF123/);
  expect(JSON.stringify(problemsOf(`version: 1\n"\\x78${SLACK.slice(1)}": 1\n`))).not.toMatch(/abcDEF123/);
});

test("a part of a key is not quoted; words, names and branches are", () => {
  expect(quote(`there is ${BODY}`)).toBe("`there is •••`");
  for (const word of [
    "feature/a-very-long-branch-name-with-many-words-in-it",
    "a".repeat(60),
    "ghost-writer",
    "sk-1",
  ]) {
    expect(quote(word)).toBe(`\`${word}\``);
  }
});
