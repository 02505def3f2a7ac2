import { measureEvents } from "./four-keys/events.ts";
import { readOptions } from "./four-keys/options.ts";
import { printers } from "./four-keys/print/index.ts";
import { webUrl } from "./four-keys/web-url.ts";

/** `detoil four-keys`. Exit codes: 0 done, 1 something in the input is wrong. */
export async function fourKeys(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  const { source } = options;
  const print = printers[options.format];
  if (source.of === "events") {
    console.log(await print(await measureEvents(options, source.files), webUrl));
    return 0;
  }
  if (source.of === "org") {
    const { fourKeysOfOrg } = await import("./four-keys/org/index.ts");
    const { printed, cost } = await fourKeysOfOrg(options, source);
    console.log(printed);
    if (cost !== null) console.error(cost);
    return 0;
  }
  // Reading GitHub takes what reading files does without.
  const { measureRepositories } = await import("./four-keys/repositories/index.ts");
  const { measured, webUrl: ofSource, cost } = await measureRepositories(options, source);
  console.log(await print(measured, () => ofSource));
  if (cost !== null) console.error(cost);
  return 0;
}
