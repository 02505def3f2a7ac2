import type { ConfigFile, ConfigFiles, FileVersion } from "./files.ts";

/** The same files, each requested at most once: trying older versions follows the same `_extends` again. */
export function remember(files: ConfigFiles): ConfigFiles {
  const own = once(async () => withOneHistory(await files.own()));
  const others = new Map<string, Promise<ConfigFile | "missing" | "forbidden">>();
  return {
    owner: files.owner,
    name: files.name,
    own,
    other(owner, name, path) {
      const key = `${owner}/${name}:${path}`.toLowerCase();
      const known = others.get(key);
      if (known) return known;
      const asked = files
        .other(owner, name, path)
        .then((file) => (typeof file === "string" ? file : withOneHistory(file)));
      others.set(key, asked);
      return asked;
    },
  };
}

function withOneHistory<File extends ConfigFile>(file: File): File {
  return { ...file, history: once<readonly FileVersion[]>(() => file.history()) };
}

function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let asked: Promise<Result> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
