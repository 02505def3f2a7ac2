import type { Language } from "../config/schema.ts";

/** Texts about commands in general. Commands and words are already Markdown. */
export interface CommandsText {
  unknown(command: string): string;
  meant(command: string): string;
  possible(commands: readonly string[]): string;
  readonly seeHelp: string;
  readonly intro: string;
  described(command: string, about: string): string;
  readonly help: string;
  readonly onlyHelp: string;
  readonly whoMay: string;
}

const en: CommandsText = {
  unknown: (command) => `${command} is not a command here.`,
  meant: (command) => `Did you mean ${command}?`,
  possible: (commands) => `There ${commands.length === 1 ? "is" : "are"} ${listEn.format(commands)}.`,
  seeHelp: "`/sre help` says what is possible.",
  intro: "What you can ask for here, each at the start of a line of a new comment:",
  described: (command, about) => `- ${command} ${about}.`,
  help: "shows this list",
  onlyHelp: "The only command here is `/sre help`.",
  whoMay: "Detoil listens to people with write access and to the issue's assignees.",
};

const listEn = new Intl.ListFormat("en", { type: "conjunction" });

const ja: CommandsText = {
  unknown: (command) => `${command} というコマンドはここにはありません。`,
  meant: (command) => `${command} のことでしょうか。`,
  possible: (commands) => `使えるのは ${commands.join("、")} です。`,
  seeHelp: "一覧は `/sre help` で確認できます。",
  intro: "ここでは次のコマンドが使えます。新しいコメントの行頭に書いてください。",
  described: (command, about) => `- ${command}: ${about}。`,
  help: "この一覧を表示します",
  onlyHelp: "ここで使えるコマンドは `/sre help` だけです。",
  whoMay: "書き込み権限のある人と、Issue の担当者が使えます。",
};

const texts: Readonly<Record<Language, CommandsText>> = { en, ja };

export function messages(language: Language): CommandsText {
  return texts[language];
}
