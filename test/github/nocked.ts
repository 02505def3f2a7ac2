import { Octokit } from "@octokit/core";
import nock from "nock";
import { afterEach, beforeEach } from "vitest";
import type { ClientOptions } from "../../src/github/octokit-client.ts";
import { createClient } from "../../src/github/octokit-client.ts";

export const API = "https://api.github.com";
export const repository = { owner: "acme", repo: "shop" };

/** A client whose requests end in nock; unexpected requests fail, and all expected ones must have come. */
export function nockedClient(options: Partial<ClientOptions> = {}) {
  return createClient(new Octokit({ baseUrl: API, auth: "secret-token" }), {
    self: { slug: "detoil", login: "detoil[bot]" },
    ...options,
  });
}

// Importing it is enough for it to hold back every request of this process until its body has ended, also those of other tests.
nock.restore();

export function onlyNock(): void {
  beforeEach(() => {
    nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    const waiting = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
    if (waiting.length > 0) throw new Error(`never asked: ${waiting.join(", ")}`);
  });
}
