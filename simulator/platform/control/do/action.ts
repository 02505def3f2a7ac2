import type { z } from "zod";
import type { Acting } from "../../../actions/acting.ts";
import type { SimRepo } from "../../../state.ts";

/** The result of an action: the number, sha or id of what it created or changed. */
export type Done = Readonly<Record<string, unknown>>;

/** Something a person can do through `POST /_sim/do`. Fields that are not in the shape are refused. */
export interface DoAction<Shape extends z.ZodObject = z.ZodObject> {
  readonly shape: Shape;
  run(acting: Acting, repo: SimRepo, fields: z.output<Shape>): Done;
}

/** Keeps the type of the shape while the table of actions forgets it: the fields are checked before `run` sees them. */
export function action<Shape extends z.ZodObject>(
  shape: Shape,
  run: (acting: Acting, repo: SimRepo, fields: z.output<Shape>) => Done,
): DoAction {
  return { shape, run: (acting, repo, fields) => run(acting, repo, fields as z.output<Shape>) };
}
