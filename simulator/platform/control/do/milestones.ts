import { z } from "zod";
import { createMilestone, deleteMilestone, editMilestone, setMilestone } from "../../../actions/milestones.ts";
import { action } from "./action.ts";
import { given } from "./given.ts";

const number = z.number().int().positive();
const numberAnd = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ number, ...shape });

const fields = {
  title: z.string().min(1).optional(),
  description: z.string().nullable().optional(),
  due_on: z.iso.datetime().nullable().optional(),
  state: z.enum(["open", "closed"]).optional(),
};

export const milestoneActions = {
  "create-milestone": action(
    z.strictObject({ ...fields, title: z.string().min(1) }),
    (acting, repo, { title, ...others }) => ({
      number: createMilestone(acting, repo, { title, ...given(others) }).number,
    }),
  ),
  "edit-milestone": action(numberAnd(fields), (acting, repo, { number, ...edit }) => ({
    number: editMilestone(acting, repo, number, given(edit)).number,
  })),
  "close-milestone": action(numberAnd({}), (acting, repo, { number }) => ({
    number: editMilestone(acting, repo, number, { state: "closed" }).number,
  })),
  "reopen-milestone": action(numberAnd({}), (acting, repo, { number }) => ({
    number: editMilestone(acting, repo, number, { state: "open" }).number,
  })),
  "delete-milestone": action(numberAnd({}), (acting, repo, { number }) => {
    deleteMilestone(acting, repo, number);
    return { number };
  }),
  /** Puts an issue or pull request into a milestone, or (null) out of the one it is in. */
  "move-issue": action(numberAnd({ milestone: number.nullable() }), (acting, repo, { number, milestone }) => {
    setMilestone(acting, repo, number, milestone);
    return { number };
  }),
};
