import type { ReconcileContext } from "../../automation.ts";
import type { Template } from "../facts.ts";
import type { ReadMilestone } from "./read-milestone.ts";
import { readTemplate } from "./template-file.ts";

/** The folder, if there is one: the document selects nothing of other kinds of objects. */
interface Folder {
  readonly entries?:
    | readonly { readonly name: string; readonly object: { readonly text?: string | null } | null }[]
    | null;
}

/** The template files that sre.yml names. */
export function templatesIn(
  { repository }: ReadMilestone,
  context: ReconcileContext<"milestones">,
): Map<string, Template | null> {
  const folder: Folder = repository.object ?? {};
  const texts = new Map((folder.entries ?? []).map(({ name, object }) => [name, object?.text ?? null]));
  const names = context.section.tasks.flatMap((task) => task.template ?? []);
  return new Map(
    names.map((name) => {
      const text = texts.get(name) ?? null;
      return [name, text === null ? null : readTemplate(name, text)];
    }),
  );
}
