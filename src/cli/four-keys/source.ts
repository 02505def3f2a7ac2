import { usage } from "../help.ts";
import { openedText } from "../opened/text.ts";
import { UsageError } from "../usage.ts";
import { wrongText } from "./wrong-text.ts";

/** Where the records are from. `world`: a world file; null: GitHub. */
export type FourKeysSource =
  | { readonly of: "events"; readonly files: readonly string[] }
  | { readonly of: "world"; readonly world: string }
  | { readonly of: "repo"; readonly world: string | null; readonly repo: string }
  | { readonly of: "org"; readonly world: string | null; readonly org: string };

interface Given {
  readonly events?: readonly string[];
  readonly world?: string;
  readonly repo?: string;
  readonly org?: string;
}

/** Throws `UsageError`. */
export function readSource(given: Given, positionals: readonly string[]): FourKeysSource {
  const { events, world = null, repo, org } = given;
  const onGitHub = (["world", "repo", "org"] as const).filter((name) => given[name] !== undefined);
  if (events !== undefined) {
    const [other] = onGitHub;
    if (other !== undefined) throw new UsageError(wrongText.twoSources("--events", `--${other}`));
    return { of: "events", files: [...events, ...positionals] };
  }
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageError(wrongText.stray(stray), usage["four-keys"]);
  if (repo !== undefined && org !== undefined) throw new UsageError(wrongText.twoSources("--repo", "--org"));
  if (repo !== undefined) {
    if (!/^[^/\s]+\/[^/\s]+$/.test(repo)) throw new UsageError(openedText.noRepo);
    return { of: "repo", world, repo };
  }
  if (org !== undefined) {
    if (!/^[^/\s]+$/.test(org)) throw new UsageError(wrongText.noOrg);
    return { of: "org", world, org };
  }
  if (world !== null) return { of: "world", world };
  throw new UsageError(wrongText.whichRecords, usage["four-keys"]);
}
