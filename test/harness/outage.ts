import { ConnectionDropped } from "../../simulator/platform/faults.ts";
import type { SimulatedGitHub } from "./github.ts";

export interface Outage {
  /** Requests without an answer. */
  readonly refused: number;
  /** GitHub is back. */
  ends(): void;
}

/** The ways in which a GitHub that is down answers, in turn. */
const ANSWERS: readonly (() => Response)[] = [
  () => new Response("<html>We're having a really bad day.</html>", { status: 502 }),
  () => Response.json({ message: "Service unavailable" }, { status: 503 }),
  () => new Response("", { status: 504 }),
  () => {
    throw new ConnectionDropped();
  },
  () => new Response("<html>Unicorn!</html>", { status: 200 }),
];

/** From now on every request to GitHub's API fails, until it ends. Webhooks still arrive. */
export function outageOf(github: SimulatedGitHub): Outage {
  const before = github.gate;
  let refused = 0;
  github.gate = async () => {
    refused += 1;
    return (ANSWERS[refused % ANSWERS.length] ?? Response.error)();
  };
  return {
    get refused() {
      return refused;
    },
    ends() {
      github.gate = before;
    },
  };
}
