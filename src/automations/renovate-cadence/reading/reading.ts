import type { Update } from "./update.ts";

/** What a bot's text says of an update. */
export type Reading = Pick<Update, "packages" | "kind" | "security" | "automerge">;
