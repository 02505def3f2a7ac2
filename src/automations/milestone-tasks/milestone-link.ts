import { escapeText } from "../../markdown/escape.ts";
import type { Look } from "../automation.ts";
import type { MovedTo } from "./task/state.ts";

/** `[v1.3](…/milestone/5)` */
export function milestoneLink({ number, title }: MovedTo, look: Look): string {
  const { owner, name } = look.repository;
  return `[${escapeText(title)}](${look.webUrl}/${owner}/${name}/milestone/${number})`;
}
