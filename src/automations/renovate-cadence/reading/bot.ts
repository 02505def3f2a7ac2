import type { Author, PullTexts } from "./pull-texts.ts";

type Texts = Pick<PullTexts, "author" | "title" | "body" | "branch" | "message">;

const LOGINS: Readonly<Record<string, "renovate" | "dependabot">> = {
  "renovate[bot]": "renovate",
  "forking-renovate[bot]": "renovate",
  "dependabot[bot]": "dependabot",
  "dependabot-preview[bot]": "dependabot",
};

/** Renovate's own pull requests about its configuration. */
const CONFIGURATION = /(?:^|\/)(?:configure|reconfigure|migrate-config)$/;

/**
 * Which bot wrote an update: `renovate` or `dependabot`, whatever its login and its prefixes are, or the login of another bot of
 * `authors`. null: it is no update. Whether its author counts is another question.
 */
export function botOf(pull: Texts, authors: readonly string[]): string | null {
  const bot = knownLogin(pull.author) ?? byText(pull) ?? byBranch(pull.branch);
  if (bot === "renovate" && isConfiguration(pull)) return null;
  if (bot !== null || pull.author === null) return bot;
  return isAmong(pull.author.login, authors) ? pull.author.login : null;
}

/** Whether a text of this author counts without asking GitHub what else they may do. */
export function countsUnasked(author: Author | null, authors: readonly string[]): boolean {
  return author !== null && (author.bot || isAmong(author.login, authors));
}

/** People write a bot's login with or without `[bot]`. */
function isAmong(login: string, authors: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replace("[bot]", "");
  return authors.some((author) => plain(author) === plain(login));
}

function knownLogin(author: Author | null): "renovate" | "dependabot" | null {
  const login = author?.bot === true ? author.login.toLowerCase() : "";
  return (Object.hasOwn(LOGINS, login) ? LOGINS[login] : undefined) ?? null;
}

/** What no template takes away: Renovate's debug mark; Dependabot's hidden comments, and the YAML in its commit. */
function byText({ body, message }: Texts): "renovate" | "dependabot" | null {
  if (body.includes("<!--renovate-debug:") || body.includes("<!-- rebase-check -->")) return "renovate";
  const isDependabots = body.includes("[//]: # (dependabot-") || `${body}\n${message ?? ""}`.includes(YAML);
  return isDependabots ? "dependabot" : null;
}

const YAML = "\nupdated-dependencies:\n";

function byBranch(branch: string): "renovate" | "dependabot" | null {
  return branch.startsWith("renovate/") ? "renovate" : branch.startsWith("dependabot/") ? "dependabot" : null;
}

function isConfiguration({ title, body, branch }: Texts): boolean {
  return (
    CONFIGURATION.test(branch) ||
    body.includes("<!--renovate-config-hash:") ||
    /^configure renovate$/i.test(title.trim())
  );
}
