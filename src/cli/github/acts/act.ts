import type { Simulator } from "../../../../simulator/index.ts";
import type { SimRepo } from "../../../../simulator/state.ts";
import type { Form } from "../app/form.ts";
import { paths } from "../page/paths.ts";

/** Does what a form asks for, as the person that it names; returns the page to go on to. Throws the simulator's BadRequest. */
export function actOn(simulator: Simulator, repo: SimRepo, form: Form): string {
  const [as, action, number] = [form.get("as") ?? "", form.get("action") ?? "", Number(form.get("number"))];
  const act = (name: string, fields: object) => simulator.do({ as, action: name, repo: repo.name, ...fields });
  const text = (name: string) => form.get(name) ?? "";
  const item = () => (repo.pulls.has(number) ? paths.pull(repo, number) : paths.issue(repo, number));
  switch (action) {
    case "new-pull":
      return paths.pull(repo, pullWith(repo, act, { title: text("title"), base: repo.default_branch }));
    case "propose-file": {
      const [path, base] = [text("path"), text("branch")];
      const file = { path, text: text("text").replaceAll("\r\n", "\n") };
      return paths.pull(repo, pullWith(repo, act, { title: `Change ${path}`, base, file }));
    }
    case "open-issue":
      return paths.issue(repo, Number(act(action, { title: text("title"), body: text("body") }).number));
    case "create-milestone": {
      const day = text("due_on");
      const due = day === "" ? {} : { due_on: `${day}T12:00:00Z` };
      return paths.milestone(repo, Number(act(action, { title: text("title"), ...due }).number));
    }
    case "merge-pull":
      act(action, { number, merge_method: text("merge_method") });
      return item();
    case "comment":
      act(action, { number, body: text("body") });
      return item();
    case "label":
      act(action, { number, label: text("label") });
      return item();
    default:
      act(action, { number });
      return item();
  }
}

interface Change {
  readonly title: string;
  readonly base: string;
  readonly file?: { readonly path: string; readonly text: string };
}

/** A branch with one commit, and its pull request. */
function pullWith(
  repo: SimRepo,
  act: (name: string, fields: object) => Readonly<Record<string, unknown>>,
  { title, base, file }: Change,
): number {
  let count = 1;
  while (repo.branches.has(`patch-${count}`)) count += 1;
  const branch = `patch-${count}`;
  const { path, text } = file ?? { path: `changes/${branch}.md`, text: `${title}\n` };
  act("push", { branch, from: base, commits: [{ message: title, files: { [path]: text } }] });
  return Number(act("open-pull", { title, base, head: branch }).number);
}
