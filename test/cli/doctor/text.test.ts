import { expect, test } from "vitest";
import { appText } from "../../../src/cli/doctor/app-text.ts";
import { databaseText } from "../../../src/cli/doctor/database-text.ts";
import { installationsText } from "../../../src/cli/doctor/installations-text.ts";

const URL = "https://github.com/settings/apps/detoil";
const AT = "Fri 20 Nov 02:00 UTC";

test.each([
  [appText.lacks("Checks: Read and write", ["config"], URL, null), "which config needs: add it"],
  [appText.lacks("Metadata: Read-only", [], URL, null), "which all automations need: add it"],
  [appText.noEvents(["Push"], URL), "does not subscribe to Push: tick it at"],
  [appText.coming(["Actions: Read-only"], URL), "You can add it now at"],
  [appText.allArrived(1), "The only webhook so far arrived."],
  [
    appText.lost(1, 1, AT, appText.lostWhy.notStored),
    "The only webhook so far failed at Fri 20 Nov 02:00 UTC: the server",
  ],
  [installationsText.lacks("acme", ["A: Read-only", "B: Read-only"], ["config"], URL), "can accept them at"],
  [installationsText.moreLack(1), "1 more installation lacks permissions."],
  [installationsText.unseen(1, "acme"), "1 more repository of acme was not checked."],
  [databaseText.moreParked(1), "1 more fails again and again, and is tried again, too."],
  [
    databaseText.throttled("acme", 1, 1, AT, AT),
    "1 work item of acme is waiting for GitHub's limits to end at Fri 20 Nov 02:00 UTC; it then continues on its own. A person is waiting for it.",
  ],
  [databaseText.moreSetAside(1), "1 more delivery was set aside."],
  [
    databaseText.setAside("g-1", "push", null, databaseText.how.failed(1, "timed out"), AT),
    "(push) failed once (timed out), and was",
  ],
])("one of something: %o", ({ text }, sentence) => {
  expect(text).toContain(sentence);
});
