import { z } from "zod";
import type { SimProject, SimProjectField } from "../state.ts";
import { id, login, number, repoName } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const teamShape = z.strictObject({
  id: id.optional(),
  org: login,
  slug: z.string().min(1),
  members: z.array(login).optional(),
});

const fieldShape = z.strictObject({
  name: z.string().min(1),
  type: z.enum(["single-select", "number", "date", "text"]).optional(),
  options: z.array(z.string().min(1)).optional(),
});

export const projectShape = z.strictObject({
  id: id.optional(),
  owner: login,
  number,
  title: z.string().optional(),
  fields: z.array(fieldShape).optional(),
  items: z
    .array(
      z.strictObject({
        id: id.optional(),
        repo: repoName,
        number,
        fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
});

type ProjectInput = z.output<typeof projectShape>;

export function readTeams(reading: Reading, inputs: readonly z.output<typeof teamShape>[]): void {
  reading.state.teams = inputs.map((input) => ({
    id: reading.id(input.id),
    org: input.org,
    slug: input.slug,
    members: (input.members ?? []).map((one) => reading.person(one)),
  }));
}

/** After the repositories: items point at their issues. */
export function readProjects(reading: Reading, inputs: readonly ProjectInput[]): void {
  reading.state.projects = inputs.map((input, index) => {
    const fields = (input.fields ?? []).map(fieldOf);
    return {
      id: reading.id(input.id),
      owner: input.owner,
      number: input.number,
      title: input.title ?? `Project ${input.number}`,
      fields,
      items: (input.items ?? []).map((item, at) => readItem(reading.at(index, "items", at), fields, item)),
    };
  });
}

function fieldOf(input: z.output<typeof fieldShape>): SimProjectField {
  const type = input.type ?? (input.options === undefined ? "text" : "single-select");
  return { name: input.name, type, options: input.options ?? [] };
}

function readItem(
  reading: Reading,
  fields: readonly SimProjectField[],
  input: NonNullable<ProjectInput["items"]>[number],
): SimProject["items"][number] {
  const repo = reading.state.repos.get(input.repo);
  if (repo === undefined) return reading.at("repo").fail(`no repository ${input.repo}`);
  const there = repo.issues.has(input.number) || repo.pulls.has(input.number);
  if (!there) reading.at("number").fail(`no issue or pull request ${input.number} in ${input.repo}`);
  for (const [name, value] of Object.entries(input.fields ?? {})) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return reading.at("fields", name).fail("the project has no such field");
    if (field.type === "single-select" && !field.options.includes(String(value))) {
      reading.at("fields", name).fail(`${String(value)} is none of its options`);
    }
  }
  return { id: reading.id(input.id), repo: input.repo, number: input.number, fields: { ...input.fields } };
}

export function writeProject(project: SimProject): z.input<typeof projectShape> {
  return {
    ...project,
    fields: project.fields.map((field) => ({ ...field, options: [...field.options] })),
    items: project.items.map((item) => ({ ...item, fields: { ...item.fields } })),
  };
}
