import { z } from "zod";
import { cadence } from "../../kinds/cadence.ts";
import { list } from "../../kinds/group.ts";
import { login, person } from "../../kinds/text.ts";
import { cron, duration, positiveDuration } from "../../kinds/time.ts";
import { plain } from "../plain.ts";

export const renovateParts = plain("renovate", "How often dependencies must be updated.", {
  cadence: cadence().meta({
    description: "weekly, biweekly, monthly, quarterly, half-yearly, or `<n> days`.",
    examples: ["monthly", "45 days"],
  }),
  grace: duration("5 business days")
    .default("5 business days")
    .meta({ description: "How late an update may be.", examples: ["5 business days"] }),
  security: positiveDuration("7 days")
    .default("7 days")
    .meta({ description: "A security update may wait this long.", examples: ["7 days"] }),
  authors: list(login())
    .default([])
    .meta({
      description: "Further bot logins; Renovate and Dependabot are recognized on their own.",
      examples: [["acme-bot[bot]"]],
    }),
  owners: list(person())
    .default([])
    .meta({ description: "Logins or `@org/team` to nudge.", examples: [["@acme/web"]] }),
  report: cron()
    .default("0 10 1 * *")
    .meta({
      description: "Refreshes the cadence issue; it is also refreshed after each update closes.",
      examples: ["0 10 1 * *"],
    }),
  nudge: z
    .boolean()
    .default(true)
    .meta({ description: "Mention owners, in business hours, at most once per period and cause." }),
  gate: z
    .boolean()
    .default(false)
    .meta({ description: "True: `Detoil / cadence` goes red on release pull requests while updates are overdue." }),
});
