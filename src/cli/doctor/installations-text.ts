import { fix, listed, ok, skip } from "./finding.ts";

const count = (number: number) => (number === 1 ? "1 installation" : `${number} installations`);
const pronoun = (names: readonly string[]) => (names.length === 1 ? "it" : "them");

/** The first names, where there are many. */
const some = (names: readonly string[]) =>
  listed(names.length > 10 ? [...names.slice(0, 9), `${names.length - 9} more`] : names);

/** What `detoil doctor` says about installations and their repositories. */
export const installationsText = {
  nowhere: (appUrl: string) => fix(`The App is installed nowhere: install it at ${appUrl}/installations/new.`),
  lacks: (account: string, permissions: readonly string[], off: readonly string[], url: string) =>
    fix(
      `${account} has not granted ${listed(permissions)}, so ${listed(off)} ${off.length === 1 ? "is" : "are"} off there: an owner of ${account} can accept ${pronoun(permissions)} at ${url}.`,
    ),
  moreLack: (more: number) =>
    fix(more === 1 ? "1 more installation lacks permissions." : `${more} more installations lack permissions.`),
  granted: (accounts: readonly string[], all: boolean) =>
    ok(`${count(accounts.length)}, with every ${all ? "" : "needed "}permission granted: ${some(accounts)}.`),
  doesWithout: (account: string, permissions: readonly string[], automations: readonly string[], url: string) =>
    ok(
      `${account} has not granted ${listed(permissions)}, and ${listed(automations)} ${automations.length === 1 ? "works" : "work"} without ${pronoun(permissions)}: an owner of ${account} can accept ${pronoun(permissions)} at ${url}.`,
    ),
  coming: (permissions: readonly string[], accounts: readonly string[]) =>
    ok(`Later versions will use ${listed(permissions)}, not accepted yet by ${some(accounts)}.`),
  leftAlone: (accounts: readonly string[]) =>
    ok(`${count(accounts.length)} suspended or not in ALLOWED_OWNERS, left alone: ${some(accounts)}.`),
  unseen: (count: number, account: string) =>
    skip(
      count === 1
        ? `1 more repository of ${account} was not checked.`
        : `${count} more repositories of ${account} were not checked.`,
    ),
  unreadable: (account: string, reason: string) => fix(`The repositories of ${account} cannot be checked: ${reason}.`),
  queueWithout: (
    repo: string,
    base: string,
    permission: string,
    /** `appSettings`: where the App itself has to ask for the permission first; null: it does. */
    where: { readonly account: string; readonly htmlUrl: string; readonly appSettings: string | null },
  ) => {
    const { account, htmlUrl, appSettings } = where;
    const remedy =
      appSettings === null
        ? `an owner of ${account} can accept it at ${htmlUrl}`
        : `add that permission to the App at ${appSettings}/permissions, let an owner of ${account} accept it at ${htmlUrl}, then tick the event Merge group`;
    return fix(
      `${repo} has a merge queue into ${base}, and ${account} has not granted ${permission}. Where "Detoil / release" is required, the queue never gets that check and drops what it holds: ${remedy}.`,
    );
  },
  outsider: (pull: string, from: string, to: string, author: string | null) =>
    fix(
      `${pull} from ${from} to ${to} was opened by ${author ?? "somebody whose account is gone"}, who may not write there. While it is open, GitHub lets nobody open another one: close it, and Detoil opens its own.`,
    ),
  oldServer: (version: string, oldest: string) =>
    fix(`GitHub Enterprise Server ${version} is older than ${oldest}, the oldest that Detoil works with: upgrade it.`),
  serverWithout: (version: string, automation: string, parts: readonly string[]) =>
    ok(`GitHub Enterprise Server ${version}: ${automation} works without ${listed(parts)}.`),
  serverHasAll: (version: string) => ok(`GitHub Enterprise Server ${version} has everything that Detoil uses.`),
};
