import type { CreateMilestone, UpdateMilestone } from "../actions.ts";
import { StaleFacts } from "../errors.ts";
import { isAlreadySo } from "./already-so.ts";
import type { Applying } from "./applying.ts";
import type { Given } from "./registry.ts";

export async function createMilestone(applying: Applying, action: CreateMilestone): Promise<Given> {
  try {
    const { data } = await applying.github.rest("POST /repos/{owner}/{repo}/milestones", {
      ...applying.repo,
      title: action.title,
    });
    applying.refs.set(action.ref, data.number);
    return { number: data.number, id: null };
  } catch (error) {
    // Somebody else created it, or the response to our own POST was lost.
    if (isAlreadySo(error)) throw new StaleFacts(`the milestone ${action.title}`);
    throw error;
  }
}

export async function updateMilestone(applying: Applying, action: UpdateMilestone): Promise<void> {
  await applying.github.rest("PATCH /repos/{owner}/{repo}/milestones/{milestone_number}", {
    ...applying.repo,
    milestone_number: action.number,
    state: action.state,
  });
}
