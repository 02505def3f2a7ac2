import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const shape = z.object({
  default_permissions: z.record(z.string(), z.enum(["read", "write"])),
  default_events: z.array(z.string()),
});

/** The permissions and events that app.yml, at the package's root, asks for. */
export function appManifest(): { permissions: Record<string, "read" | "write">; events: string[] } {
  let folder = new URL(".", import.meta.url);
  for (;;) {
    const text = readIfThere(new URL("app.yml", folder));
    if (text !== null) {
      const manifest = shape.parse(parse(text));
      return { permissions: manifest.default_permissions, events: manifest.default_events };
    }
    const above = new URL("..", folder);
    if (above.href === folder.href) throw new Error("app.yml is missing from the package");
    folder = above;
  }
}

function readIfThere(file: URL): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
