import type { Fact } from "../../fact.ts";
import { codeEvents } from "./code-events.ts";
import { conversationEvents } from "./conversation-events.ts";
import { deliveries } from "./deliveries.ts";
import { sent } from "./sent.ts";

/** What the App's server learns, and how. */
export const webhooks: readonly Fact[] = [...sent, ...deliveries, ...conversationEvents, ...codeEvents];
