import { escapeText } from "../../markdown/escape.ts";
import type { ReconcileContext } from "../automation.ts";
import type { MovedTo } from "./task/state.ts";

/** `[v1.3](…/milestone/5)` */
export function milestoneLink({ number, title }: MovedTo, context: ReconcileContext): string {
  const { owner, name } = context.repository;
  return `[${escapeText(title)}](${context.webUrl}/${owner}/${name}/milestone/${number})`;
}
