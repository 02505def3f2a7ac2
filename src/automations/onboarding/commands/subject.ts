import type { Executed, Subject } from "../../../commands/declaration.ts";
import { CONFIG_PATH } from "../../../config/files.ts";
import { codeBlock } from "../../../markdown/code-block.ts";
import { code } from "../../../markdown/escape.ts";
import { suggestedFile } from "../../../suggestion/file.ts";
import type { ReconcileContext } from "../../automation.ts";
import { changeUrl } from "../editor-url.ts";
import { proposalText, suggestionFor } from "../proposal.ts";
import { messages } from "../text.ts";
import type { SetupFacts } from "./facts.ts";
import { VERBS } from "./verbs.ts";

/** `wasSaid`: in this reply, which must not have the file twenty times. */
export function subject(facts: SetupFacts, context: ReconcileContext, wasSaid: boolean): Subject {
  const { language } = facts;
  const said = (): Executed => {
    const line = wasSaid ? messages(language).command.above : answer(facts, context);
    return { line, present: line, next: subject(facts, context, true), language };
  };
  return { people: {}, processed: 0, offered: VERBS, help: null, execute: said, writes: () => [] };
}

function answer(facts: SetupFacts, context: ReconcileContext): string {
  const { language, misnamed } = facts;
  const { loaded, repository } = context;
  const { command, asked } = messages(language);
  const isOwn = loaded.origin?.repository.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  if (isOwn) return presentText(facts, context);
  if (misnamed !== null) return command.misnamed(code(misnamed));
  const before = loaded.origin === null ? [] : [command.orgs];
  return [...before, proposalText(facts, context), asked].join("\n\n");
}

/** The file is there: what it lacks. */
function presentText(facts: SetupFacts, context: ReconcileContext): string {
  const { webUrl, repository, loaded } = context;
  const { command } = messages(facts.language);
  const branch = loaded.defaultBranch;
  const file = `[\`${CONFIG_PATH}\`](${webUrl}/${repository.owner}/${repository.name}/blob/HEAD/${CONFIG_PATH})`;
  if (loaded.state === "broken") return command.broken(file);
  const present = new Map(Object.entries(loaded.config ?? {}));
  const missing = suggestionFor(facts, context).parts.filter(
    ({ key, why }) => why !== null && key !== "timezone" && (present.get(key) ?? null) === null,
  );
  if (missing.length === 0) return `${command.present(file)} ${command.addsNothing}`;
  const added = codeBlock(suggestedFile(missing), "yaml");
  return [`${command.present(file)} ${command.adds(changeUrl(webUrl, repository, branch))}`, added].join("\n\n");
}
