import { z } from "zod";
import { glob } from "../../kinds/branch.ts";
import { groupsNamed, list } from "../../kinds/group.ts";
import { template } from "../../kinds/template.ts";
import { fileName, label, login, name } from "../../kinds/text.ts";
import { offset } from "../../kinds/time.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

const names = [
  "milestone.title",
  "milestone.description",
  "milestone.due_on",
  "milestone.number",
  "task.due",
  "previous.title",
];

const rotation = group(
  "rotation",
  "Takes the next person for each milestone; people who cannot be assigned are skipped.",
  {
    rotate: list(login())
      .min(1)
      .meta({ description: "Who takes turns.", examples: [["alice", "bob"]] }),
  },
);

const task = group("task", "One issue per milestone.", {
  key: name(100).meta({
    description: "Unique and stable: it identifies the task.",
    examples: ["freeze", "notes", "retrospective"],
  }),
  title: template(names, 200)
    .min(1)
    .optional()
    .meta({
      description: `Template with ${names.map((one) => `\`{{${one}}}\``).join(", ")}. Required unless \`template\` provides it.`,
      examples: ["Code freeze for {{milestone.title}}"],
    }),
  body: template(names)
    .default("")
    .meta({
      description: "Markdown template; the same names as in `title`.",
      examples: ["Nothing is merged from now on."],
    }),
  template: fileName()
    .optional()
    .meta({
      description:
        "A file in `.github/ISSUE_TEMPLATE`: provides what the task itself does not set (title, body, labels, assignees).",
      examples: ["release-freeze.md"],
    }),
  assignees: z
    .union([list(login()), rotation])
    .default([])
    .meta({
      description: "Logins, or `{rotate: [alice, bob]}`. People whom GitHub refuses are named on the parent issue.",
      examples: [["alice"]],
    }),
  labels: list(label())
    .default([])
    .meta({ description: "Labels of the issue; missing ones are created.", examples: [["release"]] }),
  due: offset("-3 business days")
    .optional()
    .meta({
      description:
        "From the milestone's due date, counted in your `calendar`. A date that a person gives the task stays.",
      examples: ["-3 business days"],
    }),
  after: list(name(100))
    .default([])
    .meta({
      description: "Keys of the tasks that block this one, as dependencies on GitHub and in its text.",
      examples: [["freeze"]],
    }),
});

const project = group(
  "project",
  "An organization's project that the tasks are added to. The App needs `Projects: read and write` for it.",
  {
    owner: login().meta({ description: "The organization.", examples: ["acme"] }),
    number: z
      .int()
      .min(1)
      .meta({ description: "The project's number.", examples: [5] }),
    status: name()
      .optional()
      .meta({ description: "Status of a new item; a status that people set stays.", examples: ["Todo"] }),
    "due-field": name()
      .optional()
      .meta({
        description: "Date field that shows the due date. A date that a person sets there becomes the task's date.",
        examples: ["Due date"],
      }),
  },
);

export const milestonesSection = group(
  "milestones",
  "Tasks that every milestone needs. Titles, dates, assignees and labels follow this file until a person changes them.",
  {
    match: glob()
      .default("*")
      .meta({ description: "Glob on the milestone's title.", examples: ["v*"] }),
    tasks: list(task, 500)
      .default([])
      .meta({ description: "The tasks.", examples: [[{ key: "freeze", title: "Code freeze" }]] }),
    parent: z.boolean().default(true).meta({
      description: "One tracking issue per milestone, with a table of its progress; tasks are its sub-issues.",
    }),
    project: project.nullable().default(null),
    "on-close": z.enum(["comment", "rollover", "block", "leave"]).default("comment").meta({
      description:
        "Open tasks when the milestone closes. `comment`: one comment names them; `rollover`: they move to the next open milestone by date, created if there is none; `block`: the milestone is reopened, once; `leave`: nothing.",
    }),
  },
);
