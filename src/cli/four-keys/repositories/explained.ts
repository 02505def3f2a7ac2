import type { Permissions } from "../../../github/app.ts";
import { CommandError } from "../../command-error.ts";
import { explain } from "../../opened/explain.ts";

/** What reading history takes. */
const permissions: Permissions = {
  metadata: "read",
  contents: "read",
  pull_requests: "read",
  issues: "read",
  deployments: "read",
};

/** What `read` gives; what GitHub refuses becomes a `CommandError`. */
export async function explained<Result>(place: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const sentence = explain(error, { place, name: "detoil four-keys", permissions });
    throw sentence === null ? error : new CommandError(sentence);
  }
}
