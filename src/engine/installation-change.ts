import type { Repository } from "../automations/automation.ts";
import { type Fields, fields, number, repositoryOf, text } from "./payload.ts";

/** What a webhook says about the installation itself, or about a repository's name and life. */
export type InstallationChange =
  | {
      readonly kind: "installed";
      readonly id: number;
      readonly account: string;
      readonly suspended: boolean;
      readonly permissions: Readonly<Record<string, string>>;
      readonly repositories: readonly Repository[];
    }
  | { readonly kind: "uninstalled"; readonly id: number }
  | { readonly kind: "renamed"; readonly id: number; readonly from: string; readonly account: string }
  | { readonly kind: "added"; readonly id: number; readonly repositories: readonly Repository[] }
  | { readonly kind: "removed"; readonly id: number; readonly repositoryIds: readonly number[] }
  | { readonly kind: "repository"; readonly id: number; readonly repository: Repository; readonly archived: boolean };

/** Pure: what `event` changes in the registry; null for nearly all. */
export function changeOf(
  event: string,
  action: string | null,
  id: number,
  repository: Repository | null,
  payload: Fields,
): InstallationChange | null {
  if (event === "installation") {
    return action === "deleted" ? { kind: "uninstalled", id } : installed(id, payload);
  }
  if ((event === "installation_target" || event === "organization") && action === "renamed") {
    return renamed(id, payload);
  }
  if (event === "installation_repositories") {
    return action === "removed"
      ? { kind: "removed", id, repositoryIds: list(payload.repositories_removed).map((one) => one.id) }
      : { kind: "added", id, repositories: list(payload.repositories_added) };
  }
  if (event === "repository" && repository !== null) {
    return action === "deleted"
      ? { kind: "removed", id, repositoryIds: [repository.id] }
      : { kind: "repository", id, repository, archived: fields(payload.repository).archived === true };
  }
  return null;
}

/** created, suspend, unsuspend, new_permissions_accepted: each tells the whole installation. */
function installed(id: number, payload: Fields): InstallationChange | null {
  const installation = fields(payload.installation);
  const account = text(fields(installation.account).login);
  return account === null || number(installation.id) === null
    ? null
    : {
        kind: "installed",
        id,
        account,
        suspended: text(installation.suspended_at) !== null,
        permissions: fields(installation.permissions) as Readonly<Record<string, string>>,
        repositories: list(payload.repositories),
      };
}

/** GitHub reports an account's new name in either event, to whoever subscribes. */
function renamed(id: number, payload: Fields): InstallationChange | null {
  const account = text(fields(payload.account).login) ?? text(fields(payload.organization).login);
  const from = text(fields(fields(payload.changes).login).from);
  return account === null || from === null ? null : { kind: "renamed", id, from, account };
}

function list(value: unknown): Repository[] {
  return (Array.isArray(value) ? value : []).flatMap((one) => repositoryOf(one) ?? []);
}
