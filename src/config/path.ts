import { hideSecrets } from "./secrets.ts";

/** `["release", "lanes", 0, "from"]` */
export type Path = readonly (string | number)[];

/** `release.lanes[0].from`; a key with other characters as `["a b"]`. */
export function pathText(path: Path): string {
  let text = "";
  for (const written of path) {
    const part = typeof written === "string" ? hideSecrets(written) : written;
    if (typeof part === "number") text += `[${part}]`;
    else if (!/^[\w-]{1,100}$/.test(part)) text += `[${JSON.stringify(part.slice(0, 100))}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text;
}
