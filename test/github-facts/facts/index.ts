import type { Fact } from "../fact.ts";
import { app } from "./app/index.ts";
import { checks } from "./checks/index.ts";
import { conversations } from "./conversations/index.ts";
import { deploying } from "./deploying/index.ts";
import { documents } from "./documents/index.ts";
import { enterprise } from "./enterprise.ts";
import { git } from "./git/index.ts";
import { halfAnswers } from "./half-answers.ts";
import { lag } from "./lag.ts";
import { limits } from "./limits.ts";
import { lists } from "./lists/index.ts";
import { projects } from "./projects/index.ts";
import { refusals } from "./refusals/index.ts";
import { shown } from "./shown.ts";
import { webhooks } from "./webhooks/index.ts";

/** Every fact about GitHub that Detoil relies on. A new one is an entry in a file beside this one. */
export const FACTS: readonly Fact[] = [
  ...halfAnswers,
  ...lag,
  ...refusals,
  ...checks,
  ...conversations,
  ...projects,
  ...lists,
  ...documents,
  ...limits,
  ...app,
  ...webhooks,
  ...git,
  ...deploying,
  ...shown,
  ...enterprise,
];
