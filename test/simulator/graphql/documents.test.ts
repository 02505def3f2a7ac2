import { globSync, readFileSync } from "node:fs";
import { type FieldNode, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { expect, test } from "vitest";
import { githubSchema } from "../../../simulator/graphql/schema.ts";
import { types } from "../../../simulator/graphql/types/index.ts";

const documents = globSync("src/**/*.graphql").sort();

test("there are documents", () => {
  expect(documents.length).toBeGreaterThan(0);
});

test.each(documents)("every field that %s selects is simulated", (file) => {
  const missing: string[] = [];
  const info = new TypeInfo(githubSchema());
  const Field = ({ name }: FieldNode) => {
    const type = info.getParentType()?.name ?? "";
    const known = types[type];
    if (known !== undefined && name.value !== "__typename" && known[name.value] === undefined) {
      missing.push(`${type}.${name.value}`);
    }
  };
  visit(parse(readFileSync(file, "utf8")), visitWithTypeInfo(info, { Field }));
  expect(missing).toEqual([]);
});

test("everything simulated exists on GitHub", () => {
  const strange = Object.entries(types).flatMap(([name, fields]) => {
    const type = githubSchema().getType(name);
    const known = type !== undefined && "getFields" in type ? Object.keys(type.getFields()) : [];
    return Object.keys(fields).flatMap((field) => (known.includes(field) ? [] : [`${name}.${field}`]));
  });
  expect(strange).toEqual([]);
});
