import { z } from "zod";
import { closePull, editPull, setDraft } from "../../../actions/edit-pull.ts";
import { mergePull } from "../../../actions/merge-pull.ts";
import { dequeuePull, enqueuePull } from "../../../actions/merge-queue.ts";
import { openPull } from "../../../actions/open-pull.ts";
import { removeRequestedReviewers, requestReviewers, requestTeams, review } from "../../../actions/reviews.ts";
import { shaOf } from "../../../git/sha.ts";
import { action } from "./action.ts";
import { given } from "./given.ts";

const number = z.number().int().positive();
const method = z.enum(["merge", "squash", "rebase"]);
const logins = z.array(z.string().min(1)).min(1);

export const pullActions = {
  "open-pull": action(
    z.strictObject({
      title: z.string(),
      body: z.string().optional(),
      base: z.string(),
      head: z.string(),
      /** `owner/name` of a fork; with it either the fork is in the world or `head_sha` says where its branch is. */
      head_repo: z.string().optional(),
      head_sha: z.string().optional(),
      draft: z.boolean().optional(),
    }),
    (acting, repo, { head_sha, ...fields }) => {
      const head = head_sha === undefined ? {} : { head_sha: shaOf(head_sha) };
      const pull = openPull(acting, repo, { ...given(fields), ...head });
      return { number: pull.number, sha: pull.head_sha };
    },
  ),
  "edit-pull": action(
    z.strictObject({
      number,
      title: z.string().optional(),
      body: z.string().optional(),
      base: z.string().optional(),
      state: z.enum(["open", "closed"]).optional(),
      draft: z.boolean().optional(),
    }),
    (acting, repo, { number, draft, ...fields }) => {
      editPull(acting, repo, number, given(fields));
      if (draft !== undefined) setDraft(acting, repo, number, draft);
      return { number };
    },
  ),
  "merge-pull": action(
    z.strictObject({
      number,
      method: method.optional(),
      merge_method: method.optional(),
      commit_message: z.string().optional(),
    }),
    (acting, repo, { number, method, merge_method, commit_message }) => {
      const how = given({ merge_method: merge_method ?? method, commit_message });
      return { number, sha: mergePull(acting, repo, number, how).merge_commit_sha };
    },
  ),
  "enqueue-pull": action(
    z.strictObject({
      number,
      /** What the entry waits for; default what the world says of the queue, else the App's checks on the pull request. */
      checks: z.array(z.string().min(1)).optional(),
      method: method.optional(),
      merge_method: method.optional(),
    }),
    (acting, repo, { number, checks, method, merge_method }) => {
      const how = given({ checks, merge_method: merge_method ?? method });
      const { head_sha, head_ref, base_sha } = enqueuePull(acting, repo, number, how);
      return { number, sha: head_sha, head_sha, head_ref: `refs/heads/${head_ref}`, base_sha };
    },
  ),
  "dequeue-pull": action(z.strictObject({ number }), (acting, repo, { number }) => {
    dequeuePull(acting, repo, number);
    return { number };
  }),
  "close-pull": action(z.strictObject({ number }), (acting, repo, { number }) => ({
    number: closePull(acting, repo, number).number,
  })),
  review: action(
    z.strictObject({
      number,
      state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED"]).default("APPROVED"),
      body: z.string().optional(),
    }),
    (acting, repo, { number, ...fields }) => ({ id: review(acting, repo, number, given(fields)).id }),
  ),
  /** `teams` are slugs of the owner's. */
  "request-review": action(
    z.strictObject({ number, reviewers: logins.optional(), teams: logins.optional() }),
    (acting, repo, { number, reviewers = [], teams = [] }) => {
      requestTeams(acting, repo, number, teams);
      requestReviewers(acting, repo, number, reviewers);
      return { number };
    },
  ),
  "unrequest-review": action(z.strictObject({ number, reviewers: logins }), (acting, repo, { number, reviewers }) => {
    removeRequestedReviewers(acting, repo, number, reviewers);
    return { number };
  }),
};
