import { code } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { OpenUpdate } from "../facts.ts";
import type { Cause } from "./text.ts";
import type { View } from "./view.ts";

/** What an update waits for, whose turn it is. */
export function causeOf({ waiting, bot, failingSince, reviewers }: OpenUpdate, view: Pick<View, "day">): Cause {
  switch (waiting) {
    case "conflict":
      return { kind: "conflict", bot };
    case "checks":
      if (failingSince === null) return { kind: "running" };
      return { kind: "failing", since: view.day(failingSince) };
    case "review":
      // In code nobody is pinged by a name.
      return { kind: "review", reviewers: reviewers.map((name) => code(cut(name, 60))) };
    case null:
      return { kind: "ready" };
    default:
      return { kind: waiting };
  }
}
