/** An invalid world file: the message names the file and the position in it. */
export class WorldError extends Error {
  /** `repos[0].pulls[3].merge_commit_sha`; empty for the file as a whole. */
  readonly place: string;
  constructor(fileName: string, place: string, what: string) {
    super(place === "" ? `${fileName}: ${what}` : `${fileName}: ${place}: ${what}`);
    this.name = "WorldError";
    this.place = place;
  }
}

/** `["repos", 0, "pulls"]` as `repos[0].pulls`. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = "";
  for (const step of path) {
    if (typeof step === "number") place += `[${step}]`;
    else if (/^[\w-]+$/.test(String(step))) place += `${place === "" ? "" : "."}${String(step)}`;
    else place += `[${JSON.stringify(String(step))}]`;
  }
  return place;
}
