import { z } from "zod";
import { conversationFields } from "./conversation.ts";
import { id, login, repoName, sha, teamName, time } from "./fields.ts";

export const reviewShape = z.strictObject({
  id: id.optional(),
  user: login.nullable().optional(),
  state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]).optional(),
  body: z.string().optional(),
  at: time.optional(),
  commit: sha.optional(),
});

export const pullShape = z.strictObject({
  ...conversationFields,
  state: z.enum(["open", "closed", "merged"]).optional(),
  draft: z.boolean().optional(),
  base: z.string().min(1).optional(),
  base_sha: sha.optional(),
  head: z.string().min(1).optional(),
  head_repo: repoName.nullable().optional(),
  head_sha: sha.optional(),
  merge_method: z.enum(["merge", "squash", "rebase"]).nullable().optional(),
  merge_commit_sha: sha.nullable().optional(),
  ready_at: time.nullable().optional(),
  ready_events: z.array(time).optional(),
  merged_at: time.nullable().optional(),
  merged_by: login.nullable().optional(),
  mergeable: z.enum(["MERGEABLE", "CONFLICTING", "UNKNOWN"]).optional(),
  auto_merge: z.boolean().optional(),
  commits: z.array(sha).optional(),
  reviews: z.array(reviewShape).optional(),
  /** Logins; `org/slug`, or the slug of a listed team, is a team. */
  requested_reviewers: z.array(z.union([login, teamName])).optional(),
  /** Slugs of the owner's teams, or `org/slug`. */
  requested_teams: z.array(z.string().min(1)).optional(),
});

export type PullInput = z.output<typeof pullShape>;
