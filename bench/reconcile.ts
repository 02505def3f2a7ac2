import type { Simulator } from "../simulator/index.ts";
import type { Automation, Observations, Target } from "../src/automations/automation.ts";
import { noObservations, reconcile } from "../src/engine/reconcile.ts";
import { connectToken } from "../src/github/token.ts";
import { webUrlOf } from "../src/github/web-url.ts";
import type { WritableBook } from "../src/records/book.ts";
import { memoryBook } from "../src/records/memory-book.ts";

export const REPO = "acme/shop";

/** One reconciliation as the server runs it. `memory`, `book`: what is known from earlier ones; default: nothing. */
export async function reconcileOnce(
  simulator: Simulator,
  automation: Automation,
  target: Target,
  memory: Observations = noObservations,
  book: WritableBook = memoryBook(),
  repo: string = REPO,
): Promise<void> {
  const github = connectToken({
    baseUrl: simulator.apiUrl,
    token: simulator.installationToken(repo),
    slug: simulator.state.app.slug,
    fetch: simulator.fetch,
  });
  const id = simulator.state.repos.get(repo)?.id ?? 0;
  const [owner = "", name = ""] = repo.split("/");
  await reconcile({
    github,
    repository: { id, owner, name },
    automation,
    target,
    now: new Date(simulator.state.now),
    webUrl: webUrlOf(simulator.apiUrl),
    apply: true,
    memory,
    book,
  });
}
