import { z } from "zod";
import { LONGEST_LABEL } from "../../github-limits.ts";
import { checked } from "./checked.ts";

/** Any text, within the limits of GitHub and of a reader. */
export const text = (longest = 10_000) => z.string().max(longest);

/** A text that is not blank. */
export const name = (longest = 255) => z.string().min(1).max(longest);

/** A label's name, as GitHub limits it. */
export const label = () => name(LONGEST_LABEL);

const LOGIN = /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})(?:\[bot\])?$/;
const TEAM = /^@?[A-Za-z0-9](?:[A-Za-z0-9-]{0,99})\/[A-Za-z0-9._-]{1,100}$/;

const bare = (value: string) => value.replace(/^@/, "");

/** A login; a leading `@` is dropped. */
export const login = () =>
  checked((value) => (LOGIN.test(value) ? null : { kind: "not-a-login", value })).overwrite(bare);

/** A login or `org/team`; a leading `@` is dropped. */
export const person = () =>
  checked((value) => (LOGIN.test(value) || TEAM.test(value) ? null : { kind: "not-a-person", value })).overwrite(bare);

/** An https link. */
export const link = () =>
  checked((value) => {
    const url = value.length <= 2_000 && !/\s/.test(value) ? URL.parse(value) : null;
    return url?.protocol === "https:" || url?.protocol === "http:" ? null : { kind: "not-a-link", value };
  });

/** A Slack channel, `#sre` or its id. */
export const channel = () =>
  checked((value) =>
    /^(?:#[^\s#@<>,]{1,80}|[CG][A-Z0-9]{8,})$/u.test(value) ? null : { kind: "not-a-channel", value },
  );

/** A file directly in a folder. */
export const fileName = () =>
  checked((value) =>
    /^[^/\\]{1,200}$/u.test(value) && !/^\.+$/.test(value) ? null : { kind: "not-a-file-name", value },
  );
