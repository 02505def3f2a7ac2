import { test } from "vitest";
import { playLives } from "../automations/milestone-tasks/lives.ts";

const RUNS = 3_000;

test(`${RUNS} lives of milestones end as sre.yml, their dates and people ask for`, () => playLives(RUNS));
