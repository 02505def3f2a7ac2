import { execFile } from "node:child_process";

/** `OWNER/NAME` of git's remote `origin` in a folder; null: there is none, or no git. */
export function gitOrigin(folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile("git", ["-C", folder, "remote", "get-url", "origin"], (error, out) =>
      resolve(error === null ? repositoryIn(out) : null),
    );
  });
}

/** `https://HOST/OWNER/NAME.git`, `git@HOST:OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` */
export function repositoryIn(url: string): string | null {
  const [, owner, name] =
    /^(?:[a-z+]{1,10}:\/\/[^/\s]+\/|[^/\s]+:)([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?\s*$/i.exec(url) ?? [];
  return owner === undefined || name === undefined ? null : `${owner}/${name}`;
}
