import type { Fact } from "../../fact.ts";
import { codeTold } from "./code-told.ts";
import { conversationsTold } from "./conversations-told.ts";
import { deliveries } from "./deliveries.ts";
import { sent } from "./sent.ts";

/** What the App's server is told, and how. */
export const webhooks: readonly Fact[] = [...sent, ...deliveries, ...conversationsTold, ...codeTold];
