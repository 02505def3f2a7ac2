import { CONFIG_PATH } from "../config/files.ts";
import { configFiles } from "../github/config-files.ts";
import { languageIn } from "../suggestion/language.ts";
import { readHistory } from "../suggestion/read-history.ts";
import { suggest } from "../suggestion/suggest.ts";
import { CommandError } from "./command-error.ts";
import { usage } from "./help.ts";
import { explain } from "./opened/explain.ts";
import { repositoryNamed } from "./opened/repository.ts";
import { openedText } from "./opened/text.ts";
import { openByToken } from "./opened/token.ts";
import { openWorld, requireRepository } from "./opened/world.ts";
import { sayWhileSlow } from "./slow.ts";
import { printSuggestion } from "./suggest/print.ts";
import { suggestText } from "./suggest/text.ts";
import { parseCommand, UsageError } from "./usage.ts";

/** What it reads: no more than anybody sees who may read the repository. */
const PERMISSIONS = { contents: "read", issues: "read", pull_requests: "read", deployments: "read" } as const;

/** `detoil suggest`: a sre.yml on standard output that fits how the team works already. Exit codes: 0 done, 1 not. */
export async function suggestFile(argv: string[]): Promise<number> {
  const { values } = parseCommand(
    { args: argv, options: { repo: { type: "string" }, world: { type: "string" } } },
    usage.suggest,
  );
  const { repo, world: file } = values;
  if (repo === undefined) throw new UsageError(suggestText.noRepo, usage.suggest);
  if (!/^[^/\s]+\/[^/\s]+$/.test(repo)) throw new UsageError(openedText.noRepo, usage.suggest);
  const world = file === undefined ? null : await openWorld(file, null);
  if (world !== null && file !== undefined) requireRepository(world, file, repo);
  const opened = world ?? openByToken("detoil");
  const github = opened.connect(repo);
  try {
    using slow = sayWhileSlow(() => suggestText.reading(repo, github.requests.rest + github.requests.graphql));
    const { repository } = await repositoryNamed(github, repo);
    const history = await readHistory(github, { repository, now: opened.now, granted: opened.granted });
    if (history.defaultBranch === null) throw new CommandError(suggestText.empty(repo));
    const { text } = await configFiles(github, repository).own();
    slow.clear();
    if (text !== null) console.error(suggestText.already(repo, CONFIG_PATH));
    const instead = text === null ? null : CONFIG_PATH;
    console.log(printSuggestion(suggest(history, languageIn(history)), history, { instead }));
    return 0;
  } catch (error) {
    const said = explain(error, { place: repo, name: "detoil suggest", permissions: PERMISSIONS });
    throw said === null ? error : new CommandError(said);
  }
}
