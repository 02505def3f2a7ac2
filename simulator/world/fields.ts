import { z } from "zod";

/** To the second, in UTC, as GitHub writes it. */
function normal(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
}

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment with its zone. */
export const time = z
  .string()
  .refine((text) => WITH_ZONE.test(text) && !Number.isNaN(Date.parse(text)), {
    message: "not a time; write it with its zone, for example 2026-11-20T01:00:00Z",
  })
  .transform(normal);

export const sha = z.string().min(1);
export const login = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\[bot\])?$/, { message: "not a login (letters, digits, hyphens)" });
export const number = z.int().positive();
export const id = z.int().positive();
export const repoName = z.string().regex(/^[\w.-]+\/[\w.-]+$/, { message: "not a repository's name (owner/name)" });
export const teamName = z.string().regex(/^[\w-]+\/[\w-]+$/, { message: "not a team's name (org/slug)" });
export const access = z.enum(["read", "write"]);
