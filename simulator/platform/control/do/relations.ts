import { z } from "zod";
import type { Acting } from "../../../actions/acting.ts";
import { addBlocker, removeBlocker } from "../../../actions/dependencies.ts";
import { addToProject, moveProjectItem, projectOf } from "../../../actions/projects.ts";
import { addSubIssue, removeSubIssue } from "../../../actions/sub-issues.ts";
import { transferIssue } from "../../../actions/transfer.ts";
import { Refused } from "../../../refused.ts";
import type { SimIssue, SimRepo } from "../../../state.ts";
import { repoNamed } from "../../actor.ts";
import { action } from "./action.ts";

const number = z.number().int().positive();

/** Acts of one issue (`number`) on another (`other`). */
function onOther(run: (acting: Acting, repo: SimRepo, number: number, other: number) => SimIssue) {
  return action(z.strictObject({ number, other: number }), (acting, repo, fields) => ({
    number: run(acting, repo, fields.number, fields.other).number,
  }));
}

/** Where issues stand: under another one, behind another one, on a project, in another repository. */
export const relationActions = {
  "add-sub-issue": onOther((acting, repo, parent, child) => addSubIssue(acting, repo, parent, child)),
  "remove-sub-issue": onOther(removeSubIssue),
  "add-blocked-by": onOther(addBlocker),
  "remove-blocked-by": onOther(removeBlocker),
  "transfer-issue": action(z.strictObject({ number, to: z.string() }), (acting, repo, { number, to }) => {
    const target = repoNamed(acting.state, to);
    if (target === null) throw new Refused(422, `There is no repository ${to} in this world.`);
    return { repo: target.name, number: transferIssue(acting, repo, number, target).number };
  }),
  "move-project-item": action(
    z.strictObject({
      number,
      /** Number of the project, of the repository's owner unless told. */
      project: number,
      owner: z.string().optional(),
      field: z.string().min(1),
      value: z.union([z.string(), z.number()]).nullable(),
    }),
    (acting, repo, { number, project, owner, field, value }) => {
      const found = projectOf(acting.state, owner ?? repo.name.split("/")[0] ?? "", project);
      addToProject(acting, found, repo, number);
      moveProjectItem(acting, found, repo, number, [{ field, value }]);
      return { number };
    },
  ),
};
