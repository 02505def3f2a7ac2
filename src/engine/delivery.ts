import type { AccountEvent, Repository, WebhookEvent } from "../automations/automation.ts";
import { changeOf, type InstallationChange } from "./installation-change.ts";
import { type Fields, fields, number, repositoryOf, text } from "./payload.ts";

/** One webhook as it came in, read far enough to store it and to know what it makes stale. */
export interface Delivery {
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  /** Login of the organization or person it is about; null when it names none. */
  readonly owner: string | null;
  readonly repository: Repository | null;
  /** What it says about installations and repositories themselves. */
  readonly change: InstallationChange | null;
  /** For the automations; null when it is not about a repository of an installation. */
  readonly webhook: WebhookEvent | null;
  /** The same, when it is about an installation's account and no repository of it. */
  readonly ofAccount: AccountEvent | null;
}

/** Reads a webhook's payload. Whatever is missing is null: GitHub sends many shapes, and none may be fatal. */
export function readDelivery(guid: string, event: string, payload: Fields): Delivery {
  const action = text(payload.action);
  const installationId = number(fields(payload.installation).id);
  const repository = repositoryOf(payload.repository);
  const owner =
    repository?.owner ??
    text(fields(fields(payload.installation).account).login) ??
    text(fields(payload.organization).login) ??
    text(fields(payload.account).login);
  const common =
    installationId === null
      ? null
      : { name: event, action, installationId, sender: text(fields(payload.sender).login), payload };
  const webhook = common === null || repository === null ? null : { ...common, repository };
  const ofAccount = common === null || repository !== null ? null : { ...common, account: owner };
  const change = installationId === null ? null : changeOf(event, action, installationId, repository, payload);
  return { guid, event, action, installationId, owner, repository, change, webhook, ofAccount };
}
