import { dirname } from "node:path";
import { type Effective, effectiveConfig } from "../../config/effective.ts";
import { CONFIG_PATH, type ConfigFiles } from "../../config/files.ts";
import type { Finding } from "../../config/finding.ts";
import { pathText } from "../../config/path.ts";
import { problemOf } from "../../config/text/index.ts";
import { configFiles } from "../../github/config-files.ts";
import { CommandError } from "../command-error.ts";
import { explain } from "../opened/explain.ts";
import { repositoryNamed } from "../opened/repository.ts";
import { openByToken } from "../opened/token.ts";
import { pathGiven } from "../path-given.ts";
import { checkText } from "../text.ts";
import { gitOrigin } from "./git-origin.ts";
import { errorsAmong, tell } from "./problems.ts";
import { printValues, valueLines } from "./values.ts";

interface EffectiveFile extends Omit<Effective, "unread"> {
  /** What could not be read, and why, at its place; null: everything was. */
  readonly unread: { readonly message: string; readonly at: Finding["location"] } | null;
}

/** `--effective`, of a file that is valid on its own: the values on standard output, what is wrong on the other. */
export async function effective(
  file: string,
  bytes: Uint8Array,
  { repo, json }: { readonly repo: string | null; readonly json: boolean },
): Promise<number> {
  const { value, findings, origin, unread } = await readEffective(file, new TextDecoder("utf-8").decode(bytes), repo);
  const problems = findings.map((finding) => problemOf(finding));
  tell(problems);
  if (errorsAmong(problems) > 0) return 1;
  if (unread !== null) {
    console.error(checkText.warning(`${file}:${unread.at.line}:${unread.at.column}`, unread.message));
  }
  const lines = [...valueLines(value)];
  if (json) {
    const leaves = lines.flatMap(({ leaf }) => leaf ?? []);
    const shown = leaves.map((leaf) => ({
      path: pathText(leaf.path),
      value: leaf.value,
      file: origin(leaf.path)?.file ?? null,
      line: origin(leaf.path)?.line ?? null,
    }));
    console.log(JSON.stringify(shown, null, 2));
  } else console.log(printValues(lines, origin));
  return 0;
}

/** `repo`: as the person said it; null: git's remote. Throws `CommandError`. */
async function readEffective(file: string, text: string, repo: string | null): Promise<EffectiveFile> {
  const here = await effectiveConfig(text, null);
  if (here.unread === null) return named({ ...here, unread: null }, file);
  const repository = repo ?? (await gitOrigin(dirname(pathGiven(file))));
  const { value, at } = here.unread;
  if (repository === null) return named({ ...here, unread: { message: checkText.noRepo(value), at } }, file);
  if ((process.env.GITHUB_TOKEN ?? "") === "") {
    return named({ ...here, unread: { message: checkText.noToken(value), at } }, file);
  }
  try {
    return named({ ...(await effectiveConfig(text, await filesOf(repository))), unread: null }, file);
  } catch (error) {
    const permissions = { contents: "read" } as const;
    const said = explain(error, { place: repository, name: "detoil check", permissions });
    throw said === null ? error : new CommandError(said);
  }
}

async function filesOf(repo: string): Promise<ConfigFiles> {
  const github = openByToken("detoil").connect(repo);
  return configFiles(github, (await repositoryNamed(github, repo)).repository);
}

/** With the file as the person called it. */
function named(effective: EffectiveFile, file: string): EffectiveFile {
  const nameOf = (name: string) => (name === CONFIG_PATH ? file : name);
  return {
    ...effective,
    findings: effective.findings.map((finding) => ({ ...finding, file: nameOf(finding.file) })),
    origin(path) {
      const origin = effective.origin(path);
      return origin && { ...origin, file: nameOf(origin.file) };
    },
  };
}
