import type { SimState } from "../../../../simulator/state.ts";
import { Html, html } from "../../html.ts";
import { mark } from "./icons.ts";

const isDetoil = (state: SimState, login: string | null) => login === `${state.app.slug}[bot]`;

/** A round picture: the first letter on a color of its own; Detoil has its mark. */
export function avatar(state: SimState, login: string | null): Html {
  if (isDetoil(state, login)) return html`<span class="avatar app">${mark}</span>`;
  const name = login ?? "ghost";
  const hue = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7);
  const letter = [...name][0]?.toUpperCase() ?? "";
  return html`<svg class="avatar" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="16" fill="${`hsl(${hue} 42% 46%)`}"/><text x="16" y="21" text-anchor="middle">${letter}</text></svg>`;
}

/** A person's login; "ghost" for a deleted account; bots are marked as such. */
export function person(state: SimState, login: string | null): Html {
  if (login === null || state.users.get(login)?.deleted === true) return html`<b class="person">ghost</b>`;
  const bot = login.endsWith("[bot]");
  const badge = isDetoil(state, login)
    ? html`<span class="badge app">App</span>`
    : bot
      ? html`<span class="badge">bot</span>`
      : null;
  return html`<b class="person">${login.replace(/\[bot\]$/, "")}</b>${badge === null ? null : new Html(" ")}${badge}`;
}
