import type { Fact } from "../fact.ts";
import { conversations } from "./conversations.ts";
import { enterprise } from "./enterprise.ts";
import { refusals } from "./refusals.ts";

/** Every fact about GitHub on which Detoil rests. A new one: an entry in a file beside this one. */
export const FACTS: readonly Fact[] = [...conversations, ...enterprise, ...refusals];
