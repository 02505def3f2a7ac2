import { nearest } from "../config/nearest.ts";
import { commandText } from "./text.ts";

/** A sentence about a name that nobody knows, with the one that was probably meant; else with all there are. */
export function orNearest(problem: string, name: string, known: readonly string[], all: string): string {
  const near = nearest(name, known);
  return `${problem} ${near === null ? all : commandText.didYouMean(near)}`;
}
