import { z } from "zod";
import { glob } from "../kinds/branch.ts";
import { group, list } from "../kinds/group.ts";
import { template } from "../kinds/template.ts";
import { fileName, label, login, name } from "../kinds/text.ts";
import { offset } from "../kinds/time.ts";

const names = [
  "milestone.title",
  "milestone.description",
  "milestone.due_on",
  "milestone.number",
  "task.due",
  "previous.title",
];

const rotation = group("rotation", "Takes the next person for each milestone.", {
  rotate: list(login())
    .min(1)
    .meta({ description: "Who takes turns.", examples: [["alice", "bob"]] }),
});

const task = group("task", "One issue per milestone.", {
  key: name(100).meta({ description: "Unique and stable: it is the task's identity.", examples: ["freeze"] }),
  title: template(names, 200)
    .min(1)
    .optional()
    .meta({
      description: "Template. Required unless `template` gives it.",
      examples: ["Code freeze for {{milestone.title}}"],
    }),
  body: template(names)
    .default("")
    .meta({ description: "Markdown template.", examples: ["Nothing is merged from now on."] }),
  template: fileName()
    .optional()
    .meta({
      description: "A file in `.github/ISSUE_TEMPLATE`: gives what the task itself does not say.",
      examples: ["release-freeze.md"],
    }),
  assignees: z
    .union([list(login()), rotation])
    .default([])
    .meta({ description: "Logins, or `{rotate: [alice, bob]}`.", examples: [["alice"]] }),
  labels: list(label())
    .default([])
    .meta({ description: "Labels of the issue.", examples: [["release"]] }),
  due: offset("-3 business days")
    .optional()
    .meta({ description: "Relative to the milestone's due date.", examples: ["-3 business days"] }),
  after: list(name(100))
    .default([])
    .meta({ description: "Keys of the tasks that block this one.", examples: [["freeze"]] }),
});

const project = group("project", "An organisation's project that the issues are put into.", {
  owner: login().meta({ description: "The organisation.", examples: ["acme"] }),
  number: z
    .int()
    .min(1)
    .meta({ description: "The project's number.", examples: [5] }),
  status: name()
    .optional()
    .meta({ description: "Status of a new item.", examples: ["Todo"] }),
  "due-field": name()
    .optional()
    .meta({ description: "Date field that gets the due date.", examples: ["Due date"] }),
});

export const milestonesSection = group("milestones", "Tasks that every milestone needs.", {
  match: glob()
    .default("*")
    .meta({ description: "Glob on the milestone's title.", examples: ["v*"] }),
  tasks: list(task, 500)
    .default([])
    .meta({ description: "The tasks.", examples: [[{ key: "freeze", title: "Code freeze" }]] }),
  parent: z
    .boolean()
    .default(true)
    .meta({ description: "One tracking issue per milestone; tasks are its sub-issues." }),
  project: project.nullable().default(null),
  "on-close": z
    .enum(["comment", "rollover", "block", "leave"])
    .default("comment")
    .meta({ description: "What happens to open tasks when the milestone closes." }),
});
