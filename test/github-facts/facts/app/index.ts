import type { Fact } from "../../fact.ts";
import { access } from "./access.ts";
import { answers } from "./answers.ts";
import { identity } from "./identity.ts";
import { repositories } from "./repositories.ts";
import { tokens } from "./tokens.ts";

/** Who the App is, what it may do, and who learns what. */
export const app: readonly Fact[] = [...identity, ...tokens, ...access, ...repositories, ...answers];
