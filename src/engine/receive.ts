import type { Automation, WebhookEvent } from "../automations/automation.ts";
import type { Self } from "../github/client.ts";
import { recordDeliveries } from "../store/deliveries.ts";
import { meetInstallations } from "../store/installations.ts";
import type { Ask, Wake } from "../store/looks.ts";
import { type Observation, observeAll } from "../store/observations.ts";
import { refusesContent } from "../store/refuses-content.ts";
import { meetRepositories } from "../store/repositories.ts";
import { inTransaction, type Store, type Transaction } from "../store/store.ts";
import type { Delivery } from "./delivery.ts";
import { type GroupCommit, groupCommit } from "./group-commit.ts";
import { applyChange, everything } from "./installations.ts";
import { fields, text } from "./payload.ts";
import type { Queue } from "./queue.ts";

/** recorded: new. repeated: its looks were queued again. ignored: from an owner who may not install this App. */
export type Reception = "recorded" | "repeated" | "ignored";

export interface ReceiveOptions {
  readonly store: Store;
  readonly queue: Queue;
  readonly automations: readonly Automation[];
  readonly self: Self;
  /** Logins in lower case; null: everybody. */
  readonly allowedOwners: ReadonlySet<string> | null;
  /** An automation could not read a webhook, which is a bug: told, and everything of it is looked at instead. */
  readonly onUnreadable: (automation: string, delivery: Delivery, error: unknown) => void;
}

const TOGETHER = 250;

/** Stores deliveries and the looks they ask for, durably and together, in one transaction for all that arrive at once. */
export function createReceiver(options: ReceiveOptions): GroupCommit<Delivery, Reception> {
  const { store, queue, self, automations, allowedOwners } = options;

  function meaningOf(delivery: Delivery): {
    readonly asks: readonly Ask[];
    readonly observations: readonly Observation[];
  } {
    const { webhook } = delivery;
    if (webhook === null || delivery.change?.kind === "removed") {
      return { asks: [], observations: [] };
    }
    const { installationId, repository } = webhook;
    const urgent = isUrgent(webhook);
    const meanings = automations.map((automation) => {
      const place = { installationId, repositoryId: repository.id, automation: automation.name };
      try {
        return {
          asks: automation.wakes(webhook, self).map((target) => ({ ...place, target, urgent })),
          observations: (automation.remembers?.(webhook, self) ?? []).map((key) => ({ ...place, key })),
        };
      } catch (error) {
        options.onUnreadable(automation.name, delivery, error);
        return { asks: everything(installationId, repository.id, [automation]), observations: [] };
      }
    });
    return { asks: meanings.flatMap((one) => one.asks), observations: meanings.flatMap((one) => one.observations) };
  }

  async function storeAll(
    transaction: Transaction,
    deliveries: readonly Delivery[],
  ): Promise<{ recorded: ReadonlySet<string>; wakes: readonly Wake[] }> {
    // Books first: uninstalling removes the rows of deliveries, also those that come with it.
    const asks: Ask[] = [];
    for (const { change } of deliveries) {
      if (change !== null) {
        asks.push(...(await applyChange(transaction, change, automations)));
      }
    }
    const met = deliveries.flatMap(({ change, webhook }) => (change === null && webhook !== null ? [webhook] : []));
    await meetInstallations(
      transaction,
      unique(met.map(({ installationId, repository }) => ({ id: installationId, account: repository.owner }))),
    );
    await meetRepositories(
      transaction,
      unique(met.map(({ installationId, repository }) => ({ installationId, ...repository }))),
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
    const meanings = deliveries.map(meaningOf);
    await observeAll(
      transaction,
      meanings.flatMap((one) => one.observations),
    );
    asks.push(...meanings.flatMap((one) => one.asks));
    return { recorded, wakes: await queue.ask(transaction, asks) };
  }

  return groupCommit(
    async (group) => {
      const allowed = group.filter((one) => isAllowed(one.owner, allowedOwners));
      if (allowed.length === 0) {
        return group.map(() => "ignored" as const);
      }
      const { recorded, wakes } = await inTransaction(store, (transaction) => storeAll(transaction, allowed));
      queue.wake(wakes);
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
