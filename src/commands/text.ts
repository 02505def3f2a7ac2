import type { Language } from "../config/schema.ts";
import type { Role } from "./declaration.ts";

/** Texts about commands in general. Commands, words and places are already Markdown. */
export interface CommandsText {
  unknown(command: string): string;
  meant(command: string): string;
  possible(commands: readonly string[]): string;
  readonly seeHelp: string;
  readonly intro: string;
  described(command: string, about: string): string;
  readonly help: string;
  readonly onlyHelp: string;
  whoMay(roles: readonly Role[]): string;
  /** Help where commands work in these places alone. */
  helpElsewhere(places: readonly string[]): string;
  /** Help where commands would work in these places, if sre.yml had their sections. */
  helpOff(places: readonly string[]): string;
  /** Below a list: commands work in these places, too. */
  moreElsewhere(places: readonly string[]): string;
  /** Below a list: commands would work in these places, if sre.yml had their sections. */
  moreOff(places: readonly string[]): string;
  /** A command of other places than this. */
  elsewhere(command: string, places: readonly string[]): string;
  /** A command of this place, whose section is gone. */
  readonly off: string;
  /** Why nothing is on. `file`: sre.yml. */
  broken(file: string): string;
  /** Says which of several things a line is about. */
  about(subject: string, line: string): string;
  /** Beside commands that this person may give. `roles`: who may give this one besides people with write access. */
  notYours(command: string, roles: readonly Role[]): string;
  /** In the last line of a reply. */
  readonly footer: string;
}

const listEn = new Intl.ListFormat("en", { type: "conjunction" });
const eitherEn = new Intl.ListFormat("en", { type: "disjunction" });

const rolesEn: Readonly<Record<Role, string>> = {
  assignee: "the issue's assignees",
  asked: "the person who was asked",
  author: "the issue's author",
};

const en: CommandsText = {
  unknown: (command) => `${command} is not a command here.`,
  meant: (command) => `Did you mean ${command}?`,
  possible: (commands) => `There ${commands.length === 1 ? "is" : "are"} ${listEn.format(commands)}.`,
  seeHelp: "`/sre help` says what is possible.",
  intro: "What you can ask for here, each at the start of a line of a new comment:",
  described: (command, about) => `- ${command} ${about}.`,
  help: "shows this list",
  onlyHelp: "The only command here is `/sre help`.",
  whoMay: (roles) =>
    `Detoil listens to ${listEn.format(["people with write access", ...roles.map((role) => `to ${rolesEn[role]}`)])}.`,
  helpElsewhere: (places) =>
    `There is nothing to ask for here. In ${eitherEn.format(places)}, \`/sre help\` lists what is.`,
  helpOff: (places) => `There is nothing to ask for here: commands are for ${listEn.format(places)}.`,
  moreElsewhere: (places) => `In ${eitherEn.format(places)}, \`/sre help\` lists more.`,
  moreOff: (places) => `More commands are for ${listEn.format(places)}.`,
  elsewhere: (command, places) => `${command} is for ${eitherEn.format(places)}; this is not one.`,
  off: "Nothing was changed.",
  broken: (file) => `${file} has errors, so nothing new in it is in force: fix them first.`,
  about: (subject, line) => `${subject}: ${line}`,
  notYours: (command, roles) =>
    `${command} is only for ${listEn.format(["people with write access", ...roles.map((role) => rolesEn[role])])}.`,
  footer: "`/sre help` lists the commands",
};

const rolesJa: Readonly<Record<Role, string>> = {
  assignee: "Issue の担当者",
  asked: "依頼された人",
  author: "Issue の作成者",
};

const peopleJa = (roles: readonly Role[]): string =>
  ["書き込み権限のある人", ...roles.map((role) => rolesJa[role])].join("と、");

const ja: CommandsText = {
  unknown: (command) => `${command} というコマンドはここにはありません。`,
  meant: (command) => `${command} のことでしょうか。`,
  possible: (commands) => `使えるのは ${commands.join("、")} です。`,
  seeHelp: "一覧は `/sre help` で確認できます。",
  intro: "ここでは次のコマンドが使えます。新しいコメントの行頭に書いてください。",
  described: (command, about) => `- ${command}: ${about}。`,
  help: "この一覧を表示します",
  onlyHelp: "ここで使えるコマンドは `/sre help` だけです。",
  whoMay: (roles) => `${peopleJa(roles)}が使えます。`,
  helpElsewhere: (places) =>
    `ここで使えるコマンドはありません。${places.join("や")} では、\`/sre help\` で一覧を表示できます。`,
  helpOff: (places) => `ここで使えるコマンドはありません。コマンドは${places.join("や")} で使います。`,
  moreElsewhere: (places) => `${places.join("や")} では、\`/sre help\` でほかのコマンドも表示できます。`,
  moreOff: (places) => `ほかのコマンドは${places.join("や")} で使います。`,
  elsewhere: (command, places) => `${command} は${places.join("や")} で使うコマンドです。ここでは使えません。`,
  off: "何も変更していません。",
  broken: (file) => `${file} にエラーがあるため、新しい設定は反映されていません。先に修正してください。`,
  about: (subject, line) => `${subject}: ${line}`,
  notYours: (command, roles) => `${command} を使えるのは、${peopleJa(roles)}だけです。`,
  footer: "コマンドの一覧は `/sre help` で表示できます",
};

const texts: Readonly<Record<Language, CommandsText>> = { en, ja };

export function messages(language: Language): CommandsText {
  return texts[language];
}
