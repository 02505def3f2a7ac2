import { permissionName, resourceName } from "../../github/permission-name.ts";
import { setupText } from "./text.ts";

const STYLE = `:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--paper:#fff;--ground:#f6f8fa;--act:#1f883d;--bad:#d1242f}
@media(prefers-color-scheme:dark){:root{--ink:#f0f6fc;--soft:#9198a1;--line:#3d444d;--paper:#151b23;--ground:#0d1117;--act:#238636;--bad:#f85149}}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.5rem;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;overflow-wrap:anywhere}
h1{margin:0 0 1rem;font-size:1.4rem;line-height:1.3}
label{display:block;margin-top:1.25rem;font-weight:600}
label small,p small{display:block;font-weight:400;color:var(--soft)}
input:not([type=checkbox]){width:100%;margin-top:.35rem;padding:.6rem .75rem;font:inherit;font-weight:400;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:.4rem}
button,.button{display:inline-block;margin-top:1.5rem;padding:.6rem 1.1rem;font:inherit;font-weight:600;color:#fff;background:var(--act);border:0;border-radius:.4rem;text-decoration:none;cursor:pointer}
.problem{margin:1rem 0 0;padding-left:.75rem;border-left:3px solid var(--bad)}
dt{margin-top:.75rem;font-weight:600}dd{margin:0;color:var(--soft)}`;

/** "a, b and c" */
const LIST = new Intl.ListFormat("en-GB");

/** Text for an HTML page or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The same, with what is in backticks as code. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, "<code>$1</code>");
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Detoil</title><style>${STYLE}</style></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${content}
</main></body>
</html>
`;
}

function problemLine(problem: string | null): string {
  return problem === null ? "" : `<p class="problem" role="alert">${escapeHtml(problem)}</p>\n`;
}

/** Asks for the code that the terminal shows. */
export function codePage(problem: string | null): string {
  const { intro, label } = setupText.code;
  return page(
    setupText.title,
    `<p>${escapeHtml(intro)}</p>
${problemLine(problem)}<form method="post" action="/setup/code">
<label>${escapeHtml(label)}<input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus></label>
<button>${escapeHtml(setupText.continue)}</button>
</form>`,
  );
}

export interface Begun {
  /** What was typed, or a likely value. */
  readonly publicUrl: string;
  readonly organization: string;
  /** The box about write access is checked. */
  readonly writing: boolean;
  readonly problem: string | null;
}

/** Asks for the server's address and the owner of the App. */
export function beginPage({ publicUrl, organization, writing, problem }: Begun): string {
  const text = setupText.begin;
  return page(
    setupText.title,
    `<p>${escapeHtml(text.intro)}</p>
${problemLine(problem)}<form method="post" action="/setup/manifest">
<label>${escapeHtml(text.address)}
<small>${escapeHtml(text.addressHint)}</small>
<input name="url" type="url" inputmode="url" value="${escapeHtml(publicUrl)}" placeholder="https://detoil.example.org" required></label>
<label>${escapeHtml(text.organization)}
<small>${escapeHtml(text.organizationHint)}</small>
<input name="organization" value="${escapeHtml(organization)}" placeholder="acme" autocomplete="off" autocapitalize="none" spellcheck="false"></label>
<label><input name="writing" type="checkbox" value="yes"${writing ? " checked" : ""}> ${withCode(text.writing)}
<small>${withCode(text.writingHint)}</small></label>
<button>${escapeHtml(setupText.continue)}</button>
</form>`,
  );
}

export interface HandOver {
  readonly action: string;
  readonly manifest: string;
  /** For a GitHub that refuses a permission, such as an older Enterprise Server: the same without those that Detoil can do without. */
  readonly smaller: { readonly manifest: string; readonly without: readonly string[] };
  /** null: whoever registers it. */
  readonly owner: string | null;
  readonly webhookUrl: string;
  readonly permissions: Readonly<Record<string, string>>;
}

/** Shows what will be registered; its button sends the manifest to GitHub. */
export function handOverPage({ action, manifest, smaller, owner, webhookUrl, permissions }: HandOver): string {
  const text = setupText.handOver;
  const without = LIST.format(smaller.without.map(resourceName));
  const asked = Object.entries(permissions).map(([resource, access]) => permissionName(resource, access));
  return page(
    text.title,
    `<dl><dt>${escapeHtml(text.owner)}</dt><dd>${escapeHtml(owner ?? text.yourself)}</dd>
<dt>${escapeHtml(text.webhooks)}</dt><dd>${escapeHtml(webhookUrl)}</dd>
<dt>${escapeHtml(text.permissions)}</dt><dd>${escapeHtml(asked.join(", "))}</dd></dl>
<p>${escapeHtml(text.next)}</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${escapeHtml(manifest)}">
<button>${escapeHtml(text.button)}</button>
</form>
<details><summary>${escapeHtml(text.refused)}</summary>
<p>${withCode(text.smaller(without))}</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${escapeHtml(smaller.manifest)}">
<button>${escapeHtml(text.smallerButton)}</button>
</form></details>`,
  );
}

/** The last page: the remaining step is on GitHub. */
export function donePage(name: string, installUrl: string, file: string): string {
  const text = setupText.done;
  return page(
    text.title(name),
    `<p>${withCode(text.stored(file))}</p>
<p>${escapeHtml(text.next)}</p>
<a class="button" href="${escapeHtml(installUrl)}">${escapeHtml(text.button)}</a>`,
  );
}

/** What failed, and how to continue. */
export function problemPage(problem: string, again: { readonly href: string; readonly text: string } | null): string {
  const link =
    again === null ? "" : `\n<a class="button" href="${escapeHtml(again.href)}">${escapeHtml(again.text)}</a>`;
  return page(setupText.title, `${problemLine(problem)}${link}`);
}
