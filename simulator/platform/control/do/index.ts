import { z } from "zod";
import { settleQueues } from "../../../actions/merge-queue.ts";
import { ensureUser } from "../../../actions/people.ts";
import type { SimEvent } from "../../../events.ts";
import { Refused } from "../../../refused.ts";
import type { SimRepo } from "../../../state.ts";
import { repoNamed } from "../../actor.ts";
import { checkpoint } from "../../checkpoint.ts";
import type { Platform } from "../../platform.ts";
import { announce } from "../../webhooks/announce.ts";
import type { DoAction, Done } from "./action.ts";
import { codeActions } from "./code.ts";
import { conversationActions } from "./conversation.ts";
import { actOnInstallation, type InstallationAction, installationShapes } from "./installation.ts";
import { milestoneActions } from "./milestones.ts";
import { pullActions } from "./pulls.ts";
import { relationActions } from "./relations.ts";
import { runActions } from "./runs.ts";
import { settingsActions } from "./settings.ts";

/** Everything people can do on the simulated GitHub. More of it: an entry in one of these tables. */
const ACTIONS: Readonly<Record<string, DoAction>> = {
  ...codeActions,
  ...pullActions,
  ...conversationActions,
  ...milestoneActions,
  ...relationActions,
  ...settingsActions,
  ...runActions,
};

const POSSIBLE = [...Object.keys(ACTIONS), ...Object.keys(installationShapes)].sort().join(", ");

const frame = z.looseObject({ as: z.string().min(1).optional(), action: z.string(), repo: z.string().optional() });

/** An invalid request to the control API, or one that GitHub would refuse (its `cause`): 400 and one sentence. */
export class BadRequest extends Error {}

/**
 * A person acts, and the webhooks that GitHub would send follow. Throws `BadRequest` for an unknown action or field and for
 * what GitHub would refuse; nothing has changed then.
 */
export function act(platform: Platform, request: unknown): Done {
  const framed = frame.safeParse(request);
  if (!framed.success) {
    throw new BadRequest('Say who does what where: {"as": LOGIN, "action": ACTION, "repo": "OWNER/NAME", …}.');
  }
  const { as, action, repo: named, ...fields } = framed.data;
  const repo = named === undefined ? null : repoNamed(platform.state, named);
  if (named !== undefined && repo === null) throw new BadRequest(`There is no repository ${named} in this world.`);
  if (action in installationShapes) return onInstallation(platform, action as InstallationAction, as, repo, fields);
  const found = ACTIONS[action];
  if (found === undefined) throw new BadRequest(`"${action}" is not an action. Possible actions: ${POSSIBLE}.`);
  if (repo === null) throw new BadRequest(`${action} needs "repo": "OWNER/NAME".`);
  return inRepo(platform, repo, found, action, as ?? repo.name.split("/")[0] ?? "", fields);
}

function inRepo(
  platform: Platform,
  repo: SimRepo,
  found: DoAction,
  name: string,
  login: string,
  fields: Readonly<Record<string, unknown>>,
): Done {
  const checked = found.shape.safeParse(fields);
  if (!checked.success) throw new BadRequest(describeShapeError(name, found.shape, checked.error));
  const events: SimEvent[] = [];
  const { number, id } = fields;
  const undo = checkpoint(platform.state, repo, Number(number ?? id) || null);
  try {
    ensureUser(platform.state, login);
    const acting = { state: platform.state, login, emit: (event: SimEvent) => void events.push(event) };
    const done = found.run(acting, repo, checked.data);
    settleQueues(acting, repo);
    announce(platform, events);
    return done;
  } catch (error) {
    undo();
    throw asBadRequest(error);
  }
}

function onInstallation(
  platform: Platform,
  name: InstallationAction,
  as: string | undefined,
  repo: SimRepo | null,
  fields: Readonly<Record<string, unknown>>,
): Done {
  const shape = installationShapes[name];
  const checked = shape.safeParse(fields);
  if (!checked.success) throw new BadRequest(describeShapeError(name, shape, checked.error));
  const account = checked.data.account ?? repo?.name.split("/")[0];
  if (account === undefined) throw new BadRequest(`${name} needs "account": LOGIN or "repo": "OWNER/NAME".`);
  try {
    return actOnInstallation(platform, name, { ...checked.data, account, repo }, as ?? account);
  } catch (error) {
    throw asBadRequest(error);
  }
}

/** GitHub's refusal as one sentence. */
function asBadRequest(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const details = error.errors?.map((one) =>
    typeof one === "string" ? one : (one.message ?? `${one.resource} ${one.field ?? ""} ${one.code}`),
  );
  const sentence = details === undefined ? error.message : `${error.message}: ${details.join("; ")}`;
  return new BadRequest(sentence, { cause: error });
}

function describeShapeError(name: string, shape: z.ZodObject, error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.join(".") ?? "";
  const fields = Object.keys(shape.shape).join(", ") || "none";
  return `${name}: ${place === "" ? "" : `${place}: `}${issue?.message ?? "not understood"}. Its fields are: ${fields}.`;
}
