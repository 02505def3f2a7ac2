import { z } from "zod";
import type { SimIssueBase, SimRepo } from "../state.ts";
import { commentShape, readComments, writeComment } from "./comments.ts";
import { id, login, number, time } from "./fields.ts";
import { labelingShape, readLabelings } from "./labels.ts";
import type { Reading } from "./reading.ts";

const editShape = z.strictObject({ user: login.nullable(), at: time, body: z.string() });

/** What issues and pull requests share. */
export const conversationFields = {
  id: id.optional(),
  number: number.optional(),
  title: z.string().optional(),
  body: z.string().nullable().optional(),
  user: login.nullable().optional(),
  labels: z.array(labelingShape).optional(),
  labeled: z.array(labelingShape).optional(),
  assignees: z.array(login).optional(),
  milestone: number.nullable().optional(),
  comments: z.array(commentShape).optional(),
  created_at: time.optional(),
  updated_at: time.optional(),
  closed_at: time.nullable().optional(),
  closed_by: login.nullable().optional(),
  locked: z.boolean().optional(),
  last_edited_by: z.string().nullable().optional(),
  edits: z.array(editShape).optional(),
};

const shape = z.strictObject(conversationFields);

/** Reads them; the caller sets `closed_at`. */
export function readConversation(
  reading: Reading,
  repo: SimRepo,
  input: z.output<typeof shape>,
  kind: string,
): Omit<SimIssueBase, "closed_at"> {
  const number = input.number ?? free(repo);
  if (repo.pulls.has(number) || repo.issues.has(number)) {
    reading.at("number").fail(`${number} is taken already (issues and pull requests share their numbers)`);
  }
  const milestone = input.milestone ?? null;
  if (milestone !== null && !repo.milestones.has(milestone)) reading.at("milestone").fail(`no milestone ${milestone}`);
  return {
    id: reading.id(input.id),
    number,
    title: input.title ?? `${kind} ${number}`,
    body: input.body ?? "",
    user: reading.maybePerson(input.user),
    labels: readLabelings(reading, repo, input.labels ?? []),
    labeled: readLabelings(reading, repo, input.labeled ?? input.labels ?? []),
    assignees: (input.assignees ?? []).map((one) => reading.person(one)),
    milestone,
    comments: readComments(reading, input.comments ?? []),
    created_at: reading.time(input.created_at),
    updated_at: reading.time(input.updated_at),
    closed_by: reading.maybePerson(input.closed_by),
    locked: input.locked ?? false,
    last_edited_by: input.last_edited_by ?? null,
    edits: (input.edits ?? []).map((one) => ({
      user: reading.maybePerson(one.user),
      at: one.at,
      body: one.body,
    })),
  };
}

function free(repo: SimRepo): number {
  return Math.max(0, ...repo.pulls.keys(), ...repo.issues.keys()) + 1;
}

/** The shared part as the file has it. */
export function writeConversation(item: SimIssueBase): z.input<typeof shape> {
  const { id, number, title, body, user, milestone, created_at, updated_at, closed_at, closed_by, last_edited_by } =
    item;
  return {
    ...{ id, number, title, body, user, milestone, created_at, updated_at, closed_at, closed_by, last_edited_by },
    labels: item.labels.map((one) => ({ ...one })),
    ...(item.labeled.length === item.labels.length ? {} : { labeled: item.labeled.map((one) => ({ ...one })) }),
    ...(item.locked ? { locked: true } : {}),
    assignees: [...item.assignees],
    comments: item.comments.map(writeComment),
    edits: item.edits.map((one) => ({ ...one })),
  };
}
