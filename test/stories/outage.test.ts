import { expect } from "vitest";
import { areAtRest, readMetrics } from "../harness/metrics.ts";
import { outageOf } from "../harness/outage.ts";
import { furtherStory, type Story } from "../harness/story.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - {from: develop, to: main}
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
    - {key: notes, title: Release notes, assignees: [bo], due: -1 business day}
`;

const MINUTE = 60_000;
/** The longest wait of a command between two tries, with its jitter. */
const OWED_MS = 76_000;
const LONGEST_WAIT_SECONDS = 750;

function passes({ github }: Story, milliseconds: number): Promise<void> {
  const next = new Date(Date.parse(github.simulator.state.now) + milliseconds);
  return github.moveClock(next.toISOString().replace(/\.\d+Z/, "Z"));
}

/** The present value of a metric in `/metrics`. */
async function shown({ server }: Story, metric: string): Promise<number> {
  const line = (await readMetrics(server?.url ?? "")).split("\n").find((one) => one.startsWith(`${metric} `));
  return Number(line?.slice(metric.length + 1));
}

/** One at a time, so that the order is visible. */
const options = {
  sre: SRE,
  environment: { DETOIL_CONCURRENCY: "1" },
  complains: /keeps failing|met an error/,
  timeout: 120_000,
};

furtherStory(
  "GitHub is away for three hours, and everything is done within 15 minutes of its return",
  options,
  async (story) => {
    const { github, team, milestones, reads, settled, until } = story;
    const { simulator } = github;
    const counts = async () => (await story.server?.counts()) ?? { pending: 0, running: 0, throttled: 0, parked: 0 };
    await milestones.creates("v1.1", { due: "2026-12-18" });
    const apples = await team.opens("Sell apples");
    await team.opens("Sell pears");
    await settled();
    const freeze = milestones.task("freeze");
    for (const issue of [freeze, milestones.task("notes"), milestones.parent()]) reads.issue(issue);

    const outage = outageOf(github);
    const left = Date.parse(simulator.state.now);
    await team.merges(apples);
    await milestones.creates("v1.2", { due: "2026-12-25" });
    const plums = await team.opens("Sell plums", { base: "main" });
    const zone = await team.opens("Set the zone", { files: { ".github/sre.yml": SRE.replace("Tokyo", "Seoul") } });
    await team.comments(freeze, "/sre snooze 1 business day", "alice");
    await milestones.dates(1, "2026-12-17");
    const issues = team.repo.issues.size;
    const pulls = team.repo.pulls.size;
    while (Date.parse(simulator.state.now) < left + 180 * MINUTE || (await counts()).pending > 0) {
      await passes(story, 10 * MINUTE);
      await until("the tries of this time", async () => (await counts()).running === 0);
    }
    const { parked } = await counts();
    expect(parked).toBeGreaterThanOrEqual(5);
    expect(outage.refused).toBeGreaterThan(10 * parked);
    expect(await shown(story, 'detoil_work_items{state="parked"}')).toBe(parked);
    const wait = await shown(story, 'detoil_work_items_wait_seconds{state="parked"}');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(LONGEST_WAIT_SECONDS);

    // It is back. No webhook reports that, nor anything else.
    simulator.webhooks.deliver = "hold";
    const known = simulator.requests.length;
    const back = Date.parse(simulator.state.now);
    outage.ends();
    await passes(story, OWED_MS);
    await until("the answer", () => team.issue(freeze).comments.length === 2);
    const writes = simulator.requests.slice(known).filter(({ write }) => write);
    const answered = writes.map(({ method, path }) => `${method} ${path}`);
    expect(answered.slice(0, 3)).toEqual([
      expect.stringMatching(/^POST .*\/issues\/comments\/\d+\/reactions$/),
      expect.stringMatching(new RegExp(`^PATCH .*/issues/${freeze}$`)),
      expect.stringMatching(new RegExp(`^POST .*/issues/${freeze}/comments$`)),
    ]);
    expect(reads.comments(freeze)).toEqual(["Now due on **Tue 15 Dec**."]);

    while ((await counts()).parked > 0 && Date.parse(simulator.state.now) + MINUTE <= back + 15 * MINUTE) {
      await passes(story, MINUTE);
    }
    await until("everything to be done", async () => {
      const now = await counts();
      return now.parked === 0 && areAtRest(now);
    });
    expect(Date.parse(simulator.state.now)).toBeLessThanOrEqual(back + 15 * MINUTE);
    expect(team.repo.pulls.size).toBe(pulls + 1);
    expect(team.repo.issues.size).toBe(issues + 3);
    for (const state of ["parked", "throttled"]) {
      expect(await shown(story, `detoil_work_items{state="${state}"}`)).toBe(0);
      expect(await shown(story, `detoil_work_items_wait_seconds{state="${state}"}`)).toBe(0);
    }
    expect(reads.reactions(freeze)).toEqual([["/sre snooze 1 business day", "eyes"]]);
    expect(reads.issue(freeze).text).toMatch(/^Due \*\*2026-12-15\*\* \(Tue\)/);
    expect(reads.issue(milestones.task("notes")).text).toMatch(/^Due \*\*2026-12-16\*\* \(Wed\)/);
    for (const key of ["freeze", "notes"]) reads.issue(milestones.task(key, 2));
    for (const milestone of [1, 2]) reads.issue(milestones.parent(milestone));
    const release = team.standing();
    expect(reads.pull(release).text).toContain(`- [ ] #${apples} @alice`);
    expect(new Set(reads.checks().map(([name, at, conclusion]) => `${name} ${at} ${conclusion}`))).toEqual(
      new Set([
        `Detoil / release #${release} success`,
        `Detoil / release #${plums} success`,
        `Detoil / config #${zone} success`,
      ]),
    );

    simulator.webhooks.deliver = "live";
    simulator.release();
    await settled();
  },
);
