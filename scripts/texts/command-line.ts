import { automationNames, helpOn, overview, usage } from "../../src/cli/help.ts";
import { suggestText } from "../../src/cli/suggest/text.ts";
import {
  backfillText,
  checkText,
  commandText,
  fileText,
  githubText,
  recordText,
  startText,
  tokenText,
} from "../../src/cli/text.ts";
import { tryText } from "../../src/cli/try/text.ts";
import { backfillText as unread } from "../../src/engine/backfill-text.ts";
import { startText as unstarted } from "../../src/engine/start-text.ts";
import { environmentText } from "../../src/environment-text.ts";
import { storeText } from "../../src/store/text.ts";
import { apiText } from "../../src/web/api/text.ts";
import { englishRoom } from "./english.ts";

const API = "https://api.github.com";
const DATABASE = "localhost:5432/detoil";
const PLACE = ".github/sre.yml:4:8";
const START = "detoil_x7Kq2M";

const commands = Object.keys(usage) as (keyof typeof usage)[];
const help: Readonly<Record<string, string>> = Object.fromEntries(
  await Promise.all(commands.map(async (name) => [name, await helpOn(name)])),
);

export const commandLineTexts = [
  englishRoom("Its help", "cli/help.ts", { overview: overview(await automationNames()), ...help }, {}),
  englishRoom("A command that was called wrongly", "cli/text.ts", commandText, {
    noCommand: [["chekc"]],
    commands: [[commands]],
    noOption: [["--rep"]],
    didYouMean: [["preview"]],
    usage: [[usage.check]],
    noTime: [["--at", "2026-11-20T10:00:00"]],
  }),
  englishRoom("A file that cannot be read", "cli/text.ts", fileText, {
    missing: [["sre.yml"]],
    folder: [[".github"]],
    forbidden: [["sre.yml"]],
    unreadable: [["sre.yml", "EIO"]],
  }),
  englishRoom("detoil check, besides the problems", "cli/text.ts", checkText, {
    problem: [[PLACE, "`form` is not a setting of a lane. Did you mean `from`?"]],
    warning: [[PLACE, "`renovate` is not available yet: Detoil checks it, but does not act on it."]],
    valid: [
      ["sre.yml", 0],
      ["sre.yml", 1],
      ["sre.yml", 2],
    ],
    more: [[80]],
    unread: [["sre.yml"]],
    from: [["sre.yml", 3]],
    noRepo: [[".github"]],
    noToken: [[".github"]],
  }),
  englishRoom("detoil try", "cli/try/text.ts", tryText, {
    steps: [
      [
        {
          ...{ github: "http://127.0.0.1:40001", detoil: "http://127.0.0.1:40002" },
          ...{ repository: "acme/shop", command: "npm run -s detoil --" },
        },
      ],
    ],
    installed: [["acme"]],
    uninstalled: [["acme"]],
    wrote: [
      ["»", "opened #2 Release 2026-11-20", "http://127.0.0.1:40001/acme/shop/pull/2"],
      ["✓", "Detoil / release on #2: 1 pull request, not on hold", "http://127.0.0.1:40001/acme/shop/runs/1010"],
    ],
  }),
  englishRoom("detoil suggest", "cli/suggest/text.ts", suggestText, {
    empty: [["acme/shop"]],
    already: [["acme/shop", ".github/sre.yml"]],
    instead: [["acme/shop", ".github/sre.yml"]],
    reading: [["acme/shop", 12]],
    head: [["acme/shop", 90, "2026-11-20"]],
  }),
  englishRoom("detoil start", "cli/text.ts", startText, {
    listens: [["http://127.0.0.1:3000", storeText.embedded("./data")]],
  }),
  englishRoom("detoil backfill", "cli/text.ts", backfillText, {
    progress: [
      [74, null],
      [4_200, 10_000],
    ],
    waits: [["2026-11-20T02:00:00.000Z"]],
    done: [["acme/shop", 10_000, "2025-11-20"]],
    otherUser: [["/var/lib/detoil/detoil.sock"]],
  }),
  englishRoom("detoil backfill, where history cannot be read", "engine/backfill-text.ts", unread, {
    notInstalled: [["acme/shop"]],
    notAllowed: [["acme"]],
    suspended: [["acme/shop"]],
    off: [["acme/shop"]],
    permissions: [["acme/shop"]],
    noAnswer: [["503 Service Unavailable"]],
    failed: [["fourKeysHistoryChanges: 503 Service Unavailable"]],
  }),
  englishRoom("detoil token", "cli/text.ts", tokenText, {
    badName: [[100]],
    added: [["acme/shop"]],
    row: [
      [START, "Argo CD", "Fri 20 Nov", "Sat 28 Nov"],
      [START, null, "Fri 20 Nov", null],
    ],
    none: [["acme/shop"]],
    noSuch: [["acme/shop"]],
    revoked: [["acme/shop"]],
  }),
  englishRoom("detoil record", "cli/text.ts", recordText, {
    notOf: [["sha", "incident"]],
    noStatus: [["done"]],
    badUrl: [["detoil.example.com"]],
    redirected: [["https://detoil.example.com", 302]],
    otherAnswer: [["https://detoil.example.com"]],
    noIdentity: [["403"]],
    noAnswer: [["https://detoil.example.com", "ECONNREFUSED"]],
    refused: [[422, apiText.notExternal]],
    recorded: [
      ["deployment", "release-7", "acme/shop", "new"],
      ["deployment", "release-7", "acme/shop", "same"],
      ["incident", "PD-12", "acme/shop", "replaced"],
    ],
  }),
  englishRoom("detoil github", "cli/text.ts", githubText, {
    listens: [["http://127.0.0.1:3100"]],
    holds: [[2, "detoil", 12, "2026-11-20T01:00:00Z"]],
    act: [["http://127.0.0.1:3100"]],
    noPort: [["x"]],
    noLag: [[86_400, "x"]],
    portInUse: [[3100]],
    portForbidden: [[80]],
  }),
  englishRoom("Environment variables", "environment-text.ts", environmentText, {
    missing: [
      [["WEBHOOK_SECRET"], ["APP_ID", "PRIVATE_KEY"]],
      [["PRIVATE_KEY (or PRIVATE_KEY_PATH)", "WEBHOOK_SECRET"], ["APP_ID"]],
    ],
    otherApp: [[12, 13, ["WEBHOOK_SECRET"]]],
    clientId: [["Iv23abc"]],
    noKeyFile: [["key.pem"]],
    unreadableKey: [["key.pem", "EACCES"]],
    noNumber: [["PORT", "a number", 0, 65_535, "x"]],
    noApi: [
      [API, null],
      [API, "https://ghe.example.com/api/v3"],
    ],
    noPublicUrl: [["detoil.example.com"]],
    noIssuer: [["http://issuer.example.com/"]],
    foreignIssuer: [["https://token.actions.githubusercontent.com"]],
    noOnboarding: [["maybe"]],
    noRetention: [["forever"]],
    noLevel: [["loud", ["trace", "debug", "info"]]],
  }),
  englishRoom("Why the server does not start: GitHub", "engine/start-text.ts", unstarted, {
    otherKey: [[12, API]],
    noGitHub: [[API, "no answer within 30 s"]],
  }),
  englishRoom("Why the server does not start: the database", "store/text.ts", storeText, {
    embedded: [["./data"]],
    server: [[DATABASE]],
    tooOld: [[DATABASE]],
    unusable: [[DATABASE, storeText.reasons.password]],
    reasons: {},
    unreachable: [[DATABASE, "ECONNREFUSED"]],
    unwritable: [["./data", "EACCES"]],
    inUse: [["./data"]],
    unopened: [["./data", "RuntimeError: unreachable"]],
  }),
];
