import { test } from "vitest";
import { playLives } from "./lives.ts";

test("whatever happens, milestones end as sre.yml, their dates and people ask for", () => playLives(30));
