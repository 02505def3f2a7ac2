// Plain JavaScript: see detoil.js.
import { registerHooks } from "node:module";
import unused from "./unused.json" with { type: "json" };

// Parts of packages that Detoil never uses and that their one entry imports: a fifth of the files of a start.
const places = unused.map(({ file, imports }) => ({ end: `/node_modules/${file}`, imports }));
const standIn = new URL("./stand-in.js", import.meta.url).href;

function isUnused(specifier, by) {
  const place = places.find(({ end }) => by.endsWith(end));
  return place?.imports.some((one) => specifier === one || (one.endsWith("/") && specifier.startsWith(one))) ?? false;
}

registerHooks({
  resolve: (specifier, context, next) =>
    isUnused(specifier, context.parentURL ?? "")
      ? { url: standIn, format: "module", shortCircuit: true }
      : next(specifier, context),
});
