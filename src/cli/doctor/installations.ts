import { comingPermissions } from "../../automations/coming-permissions.ts";
import { automations } from "../../automations/index.ts";
import { missingOptional, missingPermissions } from "../../automations/missing-permissions.ts";
import type { GitHub } from "../../github/client.ts";
import { permissionName } from "../../github/permission-name.ts";
import { readNumberedPages } from "../../github/read-pages.ts";
import { A_PAGE } from "../../github-limits.ts";
import type { RegisteredApp } from "./app.ts";
import { type Finding, listed } from "./finding.ts";
import { installationsText } from "./installations-text.ts";

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
    return { findings: [installationsText.nowhere(app.htmlUrl)], served: [] };
  }
  const isServed = ({ account, suspended }: Installation) =>
    !suspended && (allowedOwners === null || allowedOwners.includes(account.toLowerCase()));
  const served = all.filter(isServed);
  const lacking = served.flatMap((installation) => missing(installation, app));
  const without = served.flatMap((installation) => doesWithout(installation, app));
  const coming = notAccepted(served, app);
  const alone = all.filter((installation) => !isServed(installation)).map(({ account }) => account);
  const found = lacking.slice(0, MOST_LINES);
  if (lacking.length > MOST_LINES) found.push(installationsText.moreLack(lacking.length - MOST_LINES));
  if (lacking.length === 0 && served.length > 0) {
    const accounts = served.map(({ account }) => account);
    found.push(installationsText.granted(accounts, without.length === 0 && coming.length === 0));
  }
  found.push(...without.slice(0, MOST_LINES), ...coming);
  if (alone.length > 0) found.push(installationsText.leftAlone(alone));
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
  return missing.size === 0 ? [] : [installationsText.lacks(account, [...missing], off, htmlUrl)];
}

/** Nothing is switched off because of it. */
function doesWithout({ account, htmlUrl, permissions }: Installation, app: RegisteredApp): readonly Finding[] {
  const lacking = automations.map(({ name, ...automation }) => {
    const missing = missingOptional(automation, permissions).filter(
      ({ resource }) => app.permissions[resource] !== undefined,
    );
    return { name, missing: missing.map(({ resource, access }) => permissionName(resource, access)) };
  });
  const byMissing = Map.groupBy(
    lacking.filter(({ missing }) => missing.length > 0),
    ({ missing }) => listed(missing),
  );
  return [...byMissing.values()].map((by) => {
    const names = by.map(({ name }) => name);
    return installationsText.doesWithout(account, by[0]?.missing ?? [], names, htmlUrl);
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
  const named = missing.map(({ resource, access }) => permissionName(resource, access));
  const accounts = late.map(({ account }) => account);
  return [installationsText.coming(named, accounts)];
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
