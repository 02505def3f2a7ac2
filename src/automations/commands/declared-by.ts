import type { Commands, Declared } from "../../commands/declaration.ts";
import type { Automation, AutomationName, ReconcileContext } from "../automation.ts";
import { ownSection } from "../own-section.ts";

/** An automation that declares commands. */
export interface DeclaredHere extends Declared<ReconcileContext>, Pick<Automation, "optional"> {
  readonly name: AutomationName;
}

/** The automations that declare commands; each of them gets its own section of sre.yml. */
export function declaredBy(automations: readonly Automation[]): readonly DeclaredHere[] {
  return automations.flatMap(({ commands, ...automation }) => {
    const { name, section, optional = {} } = automation;
    return commands === undefined ? [] : [{ name, section, optional, commands: withSection(commands, automation) }];
  });
}

function withSection(
  commands: Commands<unknown, ReconcileContext>,
  automation: Pick<Automation, "section">,
): Commands<unknown, ReconcileContext> {
  const own = (context: ReconcileContext) => ({ ...context, ...ownSection(automation, context.config) });
  return {
    ...commands,
    gather: (github, context, conversation, pending) => commands.gather(github, own(context), conversation, pending),
    subject: (facts, context) => commands.subject(facts, own(context)),
  };
}
