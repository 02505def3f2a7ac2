import { textsIn } from "../texts.ts";

interface Texts {
  /** What a missing permission leaves out: without a full stop. */
  readonly noTeams: string;
}

export const messages = textsIn<Texts>({
  seen: "The issue about missing permissions",
  en: { noTeams: "Detoil cannot ask the members of a team" },
  ja: { noTeams: "チームのメンバーには依頼できません" },
  samples: () => ({}),
});
