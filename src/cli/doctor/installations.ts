import { comingPermissions } from "../../automations/coming-permissions.ts";
import { automations } from "../../automations/index.ts";
import { missingOptional, missingPermissions } from "../../automations/missing-permissions.ts";
import type { GitHub } from "../../github/client.ts";
import { permissionName } from "../../github/permission-name.ts";
import { readNumberedPages } from "../../github/read-pages.ts";
import { A_PAGE } from "../../github-limits.ts";
import type { RegisteredApp } from "./app.ts";
import { type Finding, fix, listed, ok } from "./finding.ts";

export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly htmlUrl: string;
  readonly suspended: boolean;
  readonly permissions: Readonly<Record<string, string>>;
}

/** More lines do not help. */
const MOST_LINES = 20;

/** Whether every installation has granted what the App asks for. */
export async function examineInstallations(
  github: GitHub,
  app: RegisteredApp,
  allowedOwners: readonly string[] | null,
): Promise<{ readonly findings: readonly Finding[]; readonly served: readonly Installation[] }> {
  const all = await readInstallations(github);
  if (all.length === 0) {
    const findings = [fix(`The App is installed nowhere: install it at ${app.htmlUrl}/installations/new.`)];
    return { findings, served: [] };
  }
  const isServed = ({ account, suspended }: Installation) =>
    !suspended && (allowedOwners === null || allowedOwners.includes(account.toLowerCase()));
  const served = all.filter(isServed);
  const lacking = served.flatMap((installation) => missing(installation, app));
  const without = served.flatMap((installation) => doesWithout(installation, app));
  const coming = notAccepted(served, app);
  const alone = all.filter((installation) => !isServed(installation)).map(({ account }) => account);
  const found = lacking.slice(0, MOST_LINES);
  if (lacking.length > MOST_LINES)
    found.push(fix(`${lacking.length - MOST_LINES} more installations lack permissions.`));
  if (lacking.length === 0) {
    const granted = without.length === 0 && coming.length === 0 ? "every permission" : "every needed permission";
    found.push(ok(`${count(served.length)}, with ${granted} granted: ${some(served.map((one) => one.account))}.`));
  }
  found.push(...without.slice(0, MOST_LINES), ...coming);
  if (alone.length > 0) {
    found.push(ok(`${count(alone.length)} suspended or not in ALLOWED_OWNERS, left alone: ${some(alone)}.`));
  }
  return { findings: found, served };
}

/** What the App itself lacks is reported for the App, not again here. */
function missing({ account, htmlUrl, permissions }: Installation, app: RegisteredApp): readonly Finding[] {
  const asked = (resource: string) => app.permissions[resource] !== undefined;
  const missing = new Set<string>();
  const off: string[] = [];
  for (const automation of automations) {
    const lacking = missingPermissions(automation, permissions).filter(({ resource }) => asked(resource));
    for (const { resource, access } of lacking) missing.add(permissionName(resource, access));
    if (lacking.length > 0) off.push(automation.name);
  }
  if (missing.size === 0) return [];
  const is = off.length === 1 ? "is" : "are";
  return [
    fix(
      `${account} has not granted ${listed([...missing])}, so ${listed(off)} ${is} off there: an owner of ${account} accepts it at ${htmlUrl}.`,
    ),
  ];
}

/** Nothing is switched off because of it. */
function doesWithout({ account, htmlUrl, permissions }: Installation, app: RegisteredApp): readonly Finding[] {
  const lacking = automations.map(({ name, ...automation }) => {
    const missing = missingOptional(automation, permissions).filter(
      ({ resource }) => app.permissions[resource] !== undefined,
    );
    return { name, named: listed(missing.map(({ resource, access }) => permissionName(resource, access))) };
  });
  const byMissing = Map.groupBy(
    lacking.filter(({ named }) => named !== ""),
    ({ named }) => named,
  );
  return [...byMissing].map(([named, by]) => {
    const work = by.length === 1 ? "works" : "work";
    const names = listed(by.map(({ name }) => name));
    return ok(`${account} has not granted ${named}, and ${names} ${work} without it: it is accepted at ${htmlUrl}.`);
  });
}

/** One line for all installations: nothing needs these permissions yet. */
function notAccepted(served: readonly Installation[], app: RegisteredApp): readonly Finding[] {
  const asked = comingPermissions.filter(({ resource }) => app.permissions[resource] !== undefined);
  const lacks = ({ permissions }: Installation, { resource }: { readonly resource: string }) =>
    permissions[resource] === undefined;
  const missing = asked.filter((permission) => served.some((installation) => lacks(installation, permission)));
  if (missing.length === 0) return [];
  const late = served.filter((installation) => missing.some((permission) => lacks(installation, permission)));
  const named = listed(missing.map(({ resource, access }) => permissionName(resource, access)));
  return [ok(`Later versions will use ${named}, not accepted yet by ${some(late.map(({ account }) => account))}.`)];
}

function count(number: number): string {
  return number === 1 ? "1 installation" : `${number} installations`;
}

function some(names: readonly string[]): string {
  return names.length === 0
    ? "none"
    : listed(names.length > 10 ? [...names.slice(0, 9), `${names.length - 9} more`] : names);
}

async function readInstallations(github: GitHub): Promise<readonly Installation[]> {
  const all: Installation[] = [];
  const read = async (page: number) => (await github.rest("GET /app/installations", { per_page: A_PAGE, page })).data;
  for await (const installations of readNumberedPages(read)) {
    for (const one of installations) {
      const { account } = one;
      all.push({
        id: one.id,
        account: account !== null && "login" in account ? account.login : String(one.target_id),
        htmlUrl: one.html_url,
        suspended: one.suspended_at !== null,
        permissions: { ...one.permissions } as Record<string, string>,
      });
    }
  }
  return all;
}
