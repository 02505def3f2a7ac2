import { createHmac } from "node:crypto";
import type { Simulator } from "../simulator/index.ts";
import { SECRET } from "./server.ts";

/** A push to `acme/shop`, as GitHub sends it: about 7 kB, signed. */
export function pushWebhook(
  simulator: Simulator,
  number: number,
): { readonly headers: Record<string, string>; readonly body: string } {
  const repo = simulator.state.repos.get("acme/shop");
  const installation = [...simulator.state.installations.values()].find((one) => one.account === "acme");
  const sha = number.toString(16).padStart(40, "0");
  const body = JSON.stringify({
    ref: "refs/heads/develop",
    before: "0".repeat(40),
    after: sha,
    installation: { id: installation?.id },
    repository: {
      id: repo?.id,
      name: "shop",
      full_name: "acme/shop",
      owner: { login: "acme", type: "Organization" },
      default_branch: "develop",
      private: true,
      archived: false,
    },
    sender: { login: "alice", type: "User" },
    commits: [{ id: sha, message: "x".repeat(6000), added: [], removed: [], modified: ["web/a.ts"] }],
  });
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": "push",
      "x-github-delivery": `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
      "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
    },
  };
}
