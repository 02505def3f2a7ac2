import type { ConfigFile, ConfigFiles, FileVersion } from "../../src/config/files.ts";

export interface FakeFile {
  readonly text: string | null;
  readonly private?: boolean;
  /** Older versions, newest first: text and day. */
  readonly before?: readonly (readonly [string | null, string])[];
  readonly forbidden?: boolean;
}

export interface FakeFiles extends ConfigFiles {
  /** Every request, in order. */
  readonly requests: string[];
}

/** acme/shop with these files: `own`, and others as `repo:path` (`.github` alone: its sre.yml). */
export function repositories(own: FakeFile, others: Readonly<Record<string, FakeFile>> = {}, name = "shop"): FakeFiles {
  const requests: string[] = [];
  const file = (key: string, fake: FakeFile): ConfigFile => ({
    text: fake.text,
    commit: `commit-of-${key}`,
    private: fake.private ?? true,
    history() {
      requests.push(`history ${key}`);
      const versions: readonly (readonly [string | null, string])[] = [
        [fake.text, "2026-11-19"],
        ...(fake.before ?? []),
      ];
      const list: FileVersion[] = versions.map(([text, day], at) => ({
        text,
        commit: `${key}-${at}`,
        at: new Date(day),
      }));
      return Promise.resolve(list);
    },
  });
  return {
    requests,
    owner: "acme",
    name,
    own() {
      requests.push("own");
      return Promise.resolve({ ...file("own", own), defaultBranch: "develop" });
    },
    other(owner, repo, path) {
      const key = path === ".github/sre.yml" ? repo : `${repo}:${path}`;
      requests.push(`${owner}/${key}`);
      const found = others[key];
      if (found === undefined) return Promise.resolve("missing");
      return Promise.resolve(found.forbidden ? "forbidden" : file(key, found));
    },
  };
}
