import type { Automation, WebhookEvent } from "../automations/automation.ts";
import type { Self } from "../github/client.ts";
import { noteDefaultBranches } from "../store/default-branches.ts";
import { recordDeliveries } from "../store/deliveries.ts";
import { upsertInstallations } from "../store/installations.ts";
import { type Observation, observeAll } from "../store/observations.ts";
import { refusesContent } from "../store/refuses-content.ts";
import { upsertRepositories } from "../store/repositories.ts";
import { repositoriesScheduling } from "../store/schedules.ts";
import { inTransaction, type Store, type Transaction } from "../store/store.ts";
import type { Priority, WorkRequest } from "../store/work-items.ts";
import { defaultBranchIn } from "./default-branch.ts";
import type { Delivery } from "./delivery.ts";
import { type GroupCommit, groupCommit } from "./group-commit.ts";
import { allTargetsOf, applyChange } from "./installations.ts";
import { fields, text } from "./payload.ts";
import type { Queue } from "./queue.ts";

/** recorded: new. repeated: its work was enqueued again. ignored: from an owner who may not install this App. */
export type Reception = "recorded" | "repeated" | "ignored";

export interface ReceiveOptions {
  readonly store: Store;
  readonly queue: Queue;
  readonly automations: readonly Automation[];
  readonly self: Self;
  /** Logins in lower case; null: everybody. */
  readonly allowedOwners: ReadonlySet<string> | null;
  /** An automation could not read a webhook, which is a bug: it is reported, and everything of that automation is reconciled instead. */
  readonly onUnreadable: (automation: string, delivery: Delivery, error: unknown) => void;
}

const TOGETHER = 250;

/** Stores deliveries and the work that they lead to, durably and together, in one transaction for all that arrive at once. */
export function createReceiver(options: ReceiveOptions): GroupCommit<Delivery, Reception> {
  const { store, queue, self, automations, allowedOwners } = options;

  /** What events without a repository make stale, each repository that an automation is on in named by its id. */
  async function ofAccounts(
    transaction: Transaction,
    deliveries: readonly Delivery[],
  ): Promise<readonly WorkRequest[]> {
    const requests: WorkRequest[] = [];
    for (const delivery of deliveries) {
      const { ofAccount } = delivery;
      if (ofAccount === null || delivery.change?.kind === "uninstalled") continue;
      const { installationId } = ofAccount;
      for (const automation of automations) {
        const { name } = automation;
        const isOnIn = async () => repositoriesScheduling(transaction, installationId, name);
        const work = { installationId, automation: name, priority: "webhook" } as const;
        try {
          for (const { repositoryId, target } of automation.targetsForAccount?.(ofAccount, self) ?? []) {
            const ids = repositoryId === "each" ? await isOnIn() : [repositoryId];
            requests.push(...ids.map((id) => ({ ...work, repositoryId: id, target })));
          }
        } catch (error) {
          options.onUnreadable(name, delivery, error);
          for (const id of await isOnIn()) requests.push(...allTargetsOf(installationId, id, [automation]));
        }
      }
    }
    return requests;
  }

  function meaningOf(delivery: Delivery): {
    readonly requests: readonly WorkRequest[];
    readonly observations: readonly Observation[];
  } {
    const { webhook } = delivery;
    if (webhook === null || delivery.change?.kind === "removed") {
      return { requests: [], observations: [] };
    }
    const { installationId, repository } = webhook;
    const priority: Priority = isUrgent(webhook) ? "command" : "webhook";
    const meanings = automations.map((automation) => {
      const scope = { installationId, repositoryId: repository.id, automation: automation.name };
      try {
        return {
          requests: automation.targetsFor(webhook, self).map((target) => ({ ...scope, target, priority })),
          observations: (automation.observes?.(webhook, self) ?? []).map((key) => ({ ...scope, key })),
        };
      } catch (error) {
        options.onUnreadable(automation.name, delivery, error);
        return { requests: allTargetsOf(installationId, repository.id, [automation]), observations: [] };
      }
    });
    return {
      requests: meanings.flatMap((one) => one.requests),
      observations: meanings.flatMap((one) => one.observations),
    };
  }

  async function storeAll(
    transaction: Transaction,
    deliveries: readonly Delivery[],
  ): Promise<{ recorded: ReadonlySet<string>; due: number | null }> {
    // The registry first: uninstalling removes the rows of deliveries, also those that come with it.
    const requests: WorkRequest[] = [];
    for (const { change } of deliveries) {
      if (change !== null) {
        requests.push(...(await applyChange(transaction, change, automations)));
      }
    }
    const seen = deliveries.flatMap(({ change, webhook }) => (change === null && webhook !== null ? [webhook] : []));
    await upsertInstallations(
      transaction,
      unique(seen.map(({ installationId, repository }) => ({ id: installationId, account: repository.owner }))),
    );
    await upsertRepositories(
      transaction,
      unique(seen.map(({ installationId, repository }) => ({ installationId, ...repository }))),
    );
    const recorded = await recordDeliveries(
      transaction,
      deliveries
        .filter((one) => one.change?.kind !== "uninstalled")
        .map(({ guid, event, action, installationId, repository }) => ({
          guid,
          event,
          action,
          installationId,
          repositoryId: repository?.id ?? null,
        })),
    );
    await noteDefaultBranches(
      transaction,
      deliveries.flatMap((one) => defaultBranchIn(one) ?? []),
    );
    const meanings = deliveries.map(meaningOf);
    await observeAll(
      transaction,
      meanings.flatMap((one) => one.observations),
    );
    requests.push(...meanings.flatMap((one) => one.requests), ...(await ofAccounts(transaction, deliveries)));
    return { recorded, due: await queue.enqueueIn(transaction, requests) };
  }

  return groupCommit(
    async (group) => {
      const allowed = group.filter((one) => isAllowed(one.owner, allowedOwners));
      if (allowed.length === 0) {
        return group.map(() => "ignored" as const);
      }
      const { recorded, due } = await inTransaction(store, (transaction) => storeAll(transaction, allowed));
      queue.dispatch(due);
      return group.map((one) => {
        if (!isAllowed(one.owner, allowedOwners)) {
          return "ignored";
        }
        // Of an uninstalling nothing is kept, so it is always new.
        return recorded.has(one.guid) || one.change?.kind === "uninstalled" ? "recorded" : "repeated";
      });
    },
    TOGETHER,
    refusesContent,
  );
}

/** A delivery about nobody in particular (a ping) is no installation's. */
export function isAllowed(owner: string | null, allowed: ReadonlySet<string> | null): boolean {
  return allowed === null || owner === null || allowed.has(owner.toLowerCase());
}

/** Somebody may have given a command, and waits. */
function isUrgent({ name, action, payload }: WebhookEvent): boolean {
  return name === "issue_comment" && action === "created" && text(fields(payload.sender).type) !== "Bot";
}

function unique<Row>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
