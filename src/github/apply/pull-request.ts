import { sameText } from "../../markdown/line-ends.ts";
import type { CreatePullRequest, RequestReviewers, UpdatePullRequest } from "../actions.ts";
import { isRefused, refusedAs } from "../error-meaning.ts";
import { StaleFacts } from "../errors.ts";
import { isAlreadySo } from "./already-so.ts";
import { type Applying, numberOf, withNumbers } from "./applying.ts";
import { orStale } from "./or-stale.ts";
import type { Given } from "./registry.ts";

export async function createPullRequest(applying: Applying, action: CreatePullRequest): Promise<Given> {
  const { title, body, head, base } = action;
  const open = (draft: boolean) =>
    applying.github.rest("POST /repos/{owner}/{repo}/pulls", { ...applying.repo, title, body, head, base, draft });
  try {
    const { data } = await open(action.draft).catch((error: unknown) => {
      if (!action.draft || !isRefused(error) || refusedAs(error) !== "no drafts") throw error;
      applying.parts.push({ part: "draft", value: "draft", error });
      return open(false);
    });
    applying.refs.set(action.ref, data.number);
    return { number: data.number, id: data.id };
  } catch (error) {
    // 422 "A pull request already exists": somebody else opened it, or the response to our own POST was lost.
    if (isAlreadySo(error)) {
      throw new StaleFacts(`the pull request ${head} → ${base}`);
    }
    throw error;
  }
}

export async function updatePullRequest(applying: Applying, action: UpdatePullRequest): Promise<void> {
  const { number, title, body, state, expects } = action;
  if (expects !== undefined) {
    const { data } = await orStale(
      `#${number}`,
      applying.github.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...applying.repo, pull_number: number }),
    );
    if (!sameText(data.body ?? "", expects.body)) throw new StaleFacts(`the body of #${number}`);
  }
  await applying.github.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
    ...applying.repo,
    pull_number: number,
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body: withNumbers(applying, body) }),
    ...(state === undefined ? {} : { state }),
  });
}

/** One by one after a refusal: GitHub refuses the whole request with 422 for one login that cannot review. */
export async function requestReviewers(applying: Applying, action: RequestReviewers): Promise<void> {
  const pull_number = numberOf(applying, action.number);
  const ask = (reviewers: readonly string[]) =>
    applying.github.rest("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
      ...applying.repo,
      pull_number,
      reviewers: [...reviewers],
    });
  try {
    await ask(action.reviewers);
    return;
  } catch (error) {
    if (!isRefused(error) || action.reviewers.length === 1) throw error;
  }
  for (const reviewer of action.reviewers) {
    try {
      await ask([reviewer]);
    } catch (error) {
      if (!isRefused(error)) throw error;
      applying.parts.push({ part: "reviewer", value: reviewer, error });
    }
  }
}
