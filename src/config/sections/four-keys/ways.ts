/** What a deployment may be: sre.yml says exactly one. */
export const WAYS = ["environment", "workflow", "release", "tag", "merge", "external"] as const;
