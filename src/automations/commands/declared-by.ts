import type { Commands, Declared } from "../../commands/declaration.ts";
import { ownSection } from "../../config/section-of.ts";
import type { Automation, ReconcileContext } from "../automation.ts";

/** An automation that declares commands. */
export interface DeclaredHere extends Declared<ReconcileContext> {
  readonly name: string;
  /** What its verbs use of it. */
  readonly optional: NonNullable<Automation["optional"]>;
}

/** The automations that declare commands; each of them gets its own section of sre.yml. */
export function declaredBy(automations: readonly Automation[]): readonly DeclaredHere[] {
  return automations.flatMap(({ name, section, optional = {}, commands }) => {
    if (commands === undefined) return [];
    const used = Object.entries(optional).filter(([resource]) => commands.uses.includes(resource));
    return [{ name, section, optional: Object.fromEntries(used), commands: withSection(commands, section) }];
  });
}

function withSection(
  commands: Commands<unknown, ReconcileContext>,
  section: Automation["section"],
): Commands<unknown, ReconcileContext> {
  const own = (context: ReconcileContext) => ({ ...context, ...ownSection(context.config, section) });
  return {
    ...commands,
    gather: (github, context, conversation, pending) => commands.gather(github, own(context), conversation, pending),
    subject: (facts, context) => commands.subject(facts, own(context)),
  };
}
