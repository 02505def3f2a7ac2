import type { SampleWords } from "../../texts.ts";

const CODEOWNERS = "`.github/CODEOWNERS`";

/** Of the texts in text.ts. */
export const samples = ({ day, moment, earlier, configUrl }: SampleWords) =>
  ({
    reasons: {
      author: [["carol"]],
      away: [["bob", day]],
      busy: [["bob"]],
      full: [["bob", 5, 5]],
      notOnCall: [["bob"]],
      notInRoute: [["bob"]],
      askedBefore: [["bob"]],
      enoughToday: [["bob", 2]],
    },
    asked: [
      ["@alice", 0, []],
      ["@alice", 2, [`bob is away until ${day}`]],
    ],
    askedByName: [
      ["@alice", []],
      ["@alice", [`alice is away until ${day}`]],
    ],
    askedNext: [["@bob", "alice passed"]],
    askedAgain: [["@alice"]],
    left: {
      pass: [
        ["alice", null],
        ["alice", "`not mine`"],
      ],
      reroll: [["carol"]],
      assign: [["carol"]],
      swap: [["alice"]],
      away: [["alice"]],
      take: [["alice"]],
    },
    answerBy: [[moment]],
    passTo: [["bob"], [null]],
    reminder: [["@alice", moment]],
    reminded: [[moment]],
    waitingForHours: [
      [null, "bob"],
      ["alice passed", null],
    ],
    snoozed: [
      ["alice", moment, "alice"],
      ["carol", moment, null],
    ],
    escalation: [[["@acme/leads"], "alice", moment]],
    nobodyAvailable: [
      [["@acme/leads"], "nobody is on call"],
      [[], "nobody is on call"],
    ],
    overdue: [["alice", moment, ["acme/leads"]]],
    nobodyLeft: [
      ["alice", moment],
      [null, null],
    ],
    because: { eligible: [[[`alice is away until ${earlier}`]], [[]]] },
    answered: [["alice", moment]],
    took: [["alice", moment]],
    moved: [["alice", moment]],
    ended: {
      unlabeled: [["`help wanted`", moment]],
      closed: [[moment]],
      merged: [[moment]],
      done: [["alice", moment]],
    },
    answeredBefore: [["alice", moment]],
    askAnew: [["`help wanted`"]],
    unassignable: [["alice"]],
    problems: {
      line: [[CODEOWNERS, 3]],
      email: [[CODEOWNERS, 3]],
      tooLarge: [[CODEOWNERS]],
      unreadableTeam: [["`acme/sre`"]],
    },
    projectMissing: [["`acme/3`"]],
    projectForbidden: [["`acme/3`"]],
    signature: [[configUrl]],
  }) as const;
