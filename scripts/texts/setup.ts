import { apiText } from "../../src/web/api/text.ts";
import { setupText } from "../../src/web/setup/text.ts";
import { answerText, listenText } from "../../src/web/text.ts";
import { englishRoom } from "./english.ts";

const API = "https://api.github.com";
const FILE = "data/github-app.json";

export const setupTexts = [
  englishRoom("The page that registers the App, and the terminal meanwhile", "web/setup/text.ts", setupText, {
    code: {},
    begin: {},
    typed: { unreachable: [["localhost"]] },
    handOver: { smaller: [["Merge queues and Projects"]] },
    done: { title: [["Detoil"]], stored: [[FILE]] },
    problem: { lost: [[setupText.credentials.unwritable(FILE, "ENOSPC"), "Detoil"]] },
    terminal: {
      open: [["http://127.0.0.1:3000"]],
      code: [["ABCDE-FGHJK"]],
      noAnswer: [[API, "502 Bad gateway"]],
      registered: [[FILE]],
      missing: [[FILE]],
    },
    credentials: { unreadable: [[FILE, "EACCES"]], damaged: [[FILE]], unwritable: [[FILE, "ENOSPC"]] },
  }),
  englishRoom("One-line answers to GitHub, to probes and to browsers", "web/text.ts", answerText, {
    tooLarge: [[25]],
    unready: {},
  }),
  englishRoom("One-line answers to pipelines that record", "web/api/text.ts", apiText, {
    audience: [["https://detoil.example.com"]],
    otherRepository: [["acme/shop"]],
    tooLarge: [[64]],
    otherType: [["deployment"]],
    noSha: [["sha"]],
    tooLong: [["environment", 200]],
    past: [["finished_at", 2000]],
    future: [["finished_at"]],
  }),
  englishRoom("Why the server cannot listen", "web/text.ts", listenText, {
    portInUse: [[3000]],
    portForbidden: [[80]],
    noSuchHost: [["192.0.2.1"]],
    other: [["0.0.0.0", 3000, "EMFILE"]],
  }),
];
