import { z } from "zod";
import { renameAccount } from "../../../actions/rename-account.ts";
import { Refused } from "../../../refused.ts";
import type { SimInstallation, SimRepo, SimState } from "../../../state.ts";
import type { Platform } from "../../platform.ts";
import { announceInstallation, announceRename, announceRepositories } from "../../webhooks/announce.ts";

/** What the owner of an account does with the App; the account is the owner of `repo` where it is not named. */
export const installationShapes = {
  /** `repositories`: those that the owner selects; absent: all of the account. */
  install: z.strictObject({ account: z.string().optional(), repositories: z.array(z.string()).optional() }),
  suspend: z.strictObject({ account: z.string().optional() }),
  unsuspend: z.strictObject({ account: z.string().optional() }),
  uninstall: z.strictObject({ account: z.string().optional() }),
  /** Chooses one more repository, where the App is not on all of them, or one less. */
  "add-repository": z.strictObject({}),
  "remove-repository": z.strictObject({}),
  "rename-account": z.strictObject({ account: z.string().optional(), login: z.string().regex(/^[\w-]+$/) }),
  "set-permissions": z.strictObject({
    account: z.string().optional(),
    permissions: z.record(z.string(), z.enum(["read", "write"])),
  }),
};

export type InstallationAction = keyof typeof installationShapes;

function installationOf(platform: Platform, account: string): SimInstallation {
  const found = [...platform.state.installations.values()].find((one) => one.account === account);
  if (found === undefined) throw new Refused(422, `The App is not installed on ${account}.`);
  return found;
}

interface Choice {
  readonly account: string;
  readonly repositories?: readonly string[];
}

function install(platform: Platform, { account, repositories }: Choice, sender: string): SimInstallation {
  const { state } = platform;
  if ([...state.installations.values()].some((one) => one.account === account)) {
    throw new Refused(422, `The App is already installed on ${account}.`);
  }
  const permissions = { ...state.app.permissions };
  const selected = repositories?.map((name) => idIn(state, account, name)) ?? null;
  const made: SimInstallation = { id: state.nextId, account, suspended: false, permissions, selected };
  state.nextId += 1;
  state.installations.set(made.id, made);
  announceInstallation(platform, made, "created", sender);
  return made;
}

function idIn(state: SimState, account: string, name: string): number {
  const repo = state.repos.get(name);
  if (repo === undefined || repo.name.split("/")[0] !== account) throw new Refused(422, `${account} has no ${name}.`);
  return repo.id;
}

function choose(
  platform: Platform,
  found: SimInstallation,
  repo: SimRepo | null,
  action: "added" | "removed",
  sender: string,
): void {
  if (repo === null) throw new Refused(422, `Say which repository of ${found.account}.`);
  if (found.selected === null) throw new Refused(422, `The App is installed on all repositories of ${found.account}.`);
  if (found.selected.includes(repo.id) === (action === "added")) return;
  found.selected =
    action === "added" ? [...found.selected, repo.id] : found.selected.filter((chosen) => chosen !== repo.id);
  announceRepositories(platform, found, action, repo, sender);
}

/** Carries it out and tells the App, as GitHub does, whatever it subscribes to. */
export function actOnInstallation(
  platform: Platform,
  name: InstallationAction,
  fields: {
    readonly account: string;
    readonly repo: SimRepo | null;
    readonly permissions?: Record<string, "read" | "write">;
    readonly login?: string;
    readonly repositories?: readonly string[];
  },
  sender: string,
): { id: number } {
  if (name === "install") return { id: install(platform, fields, sender).id };
  const found = installationOf(platform, fields.account);
  if (name === "set-permissions") {
    found.permissions = { ...fields.permissions };
    announceInstallation(platform, found, "new_permissions_accepted", sender);
  } else if (name === "rename-account") {
    const from = found.account;
    renameAccount(platform.state, from, fields.login ?? from);
    announceRename(platform, found, from, sender === from ? found.account : sender);
  } else if (name === "add-repository" || name === "remove-repository") {
    choose(platform, found, fields.repo, name === "add-repository" ? "added" : "removed", sender);
  } else if (name === "uninstall") {
    announceInstallation(platform, found, "deleted", sender);
    platform.state.installations.delete(found.id);
  } else {
    found.suspended = name === "suspend";
    announceInstallation(platform, found, name, sender);
  }
  return { id: found.id };
}
