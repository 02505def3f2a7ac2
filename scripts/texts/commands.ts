import { refusalTexts } from "../../src/automations/refusal-text.ts";
import type { Role } from "../../src/commands/declaration.ts";
import { messages } from "../../src/commands/text.ts";
import { textRoom } from "./samples.ts";

const ON_12: readonly [[string | null], [string | null]] = [["#12"], [null]];
const ROLES: readonly Role[] = ["assignee", "asked", "author"];

export const commandTexts = [
  textRoom("A reply to a command, and the list of commands", "commands/text.ts", messages, (words) => ({
    unknown: [["`/sre snoze`"]],
    meant: [["`/sre snooze`"]],
    possible: [[["`/sre snooze`", "`/sre done`"]], [["`/sre done`"]]],
    described: [["`/sre done`", words.does]],
    whoMay: [[ROLES.slice(0, 1)], [ROLES]],
    helpElsewhere: [[[words.place]]],
    helpOff: [[[words.places]]],
    moreElsewhere: [[[words.place]]],
    moreOff: [[[words.places]]],
    elsewhere: [["`/sre done`", [words.place]]],
    broken: [["[sre.yml](https://github.com/acme/shop/blob/HEAD/.github/sre.yml)"]],
    about: [[words.subject, words.answer]],
    notYours: [["`/sre done`", ROLES.slice(0, 1)]],
  })),
  textRoom(
    "What GitHub refuses, on the issue or pull request in question",
    "automations/refusal-text.ts",
    refusalTexts,
    (words) => ({
      part: {
        assignee: [["`dave`", "#12"]],
        reviewer: [["`dave`", "#12"]],
        label: [["`a label of many words`", "#12"]],
        draft: [["", "#12"]],
      },
      whole: [[words.doing, "`Validation Failed`"]],
      doing: {
        "create-branch": ON_12,
        "create-commit": ON_12,
        "create-pull-request": ON_12,
        "update-pull-request": ON_12,
        "create-issue": ON_12,
        "update-issue": ON_12,
        "create-comment": ON_12,
        "update-comment": ON_12,
        "delete-comment": ON_12,
        "set-check-run": ON_12,
        "add-labels": ON_12,
        "add-assignees": ON_12,
        "remove-assignees": ON_12,
        "request-reviewers": ON_12,
        "add-reaction": ON_12,
        "add-sub-issue": ON_12,
        "add-blocked-by": ON_12,
        "remove-blocked-by": ON_12,
        "create-milestone": ON_12,
        "update-milestone": ON_12,
        "create-label": ON_12,
        "add-to-project": ON_12,
        "set-project-field": ON_12,
      },
    }),
  ),
];
