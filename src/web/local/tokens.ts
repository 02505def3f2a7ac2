import { z } from "zod";
import { BackfillProblem } from "../../engine/backfill-problem.ts";
import type { TokenAnswer, TokenRequest } from "../../engine/tokens.ts";
import { answer } from "../answer.ts";
import { readBody } from "../read-body.ts";
import type { Handler } from "../server.ts";
import { answerText } from "../text.ts";
import { parsedBody } from "./parsed-body.ts";

const repository = z.object({ owner: z.string().min(1), name: z.string().min(1) });
const requestShape = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), repository, name: z.string().nullable() }),
  z.object({ do: z.literal("list"), repository }),
  z.object({ do: z.literal("revoke"), repository, start: z.string() }),
]);
const time = z.coerce.date();
const row = z.object({ start: z.string(), name: z.string().nullable(), createdAt: time, usedAt: time.nullable() });

/** What the server answers: what was asked for, or why not. */
export const tokenAnswerShape = z.discriminatedUnion("did", [
  z.object({ did: z.literal("add"), token: z.string() }),
  z.object({ did: z.literal("list"), tokens: z.array(row) }),
  z.object({ did: z.literal("revoke"), revoked: z.number() }),
  z.object({ did: z.literal("problem"), message: z.string() }),
]);

const MOST_BYTES = 4_096;

export interface TokenService {
  serve(request: TokenRequest): Promise<TokenAnswer>;
  /** Neither GitHub nor whoever asked is the reason. */
  onError(error: unknown): void;
}

/** Makes, lists and revokes tokens for a command on this machine. */
export function tokensHandler({ serve, onError }: TokenService): Handler {
  return async (request, response) => {
    response.setHeader("connection", "close");
    const { data: asked } = requestShape.safeParse(parsedBody(await readBody(request, MOST_BYTES)));
    if (asked === undefined) return answer(response, 400, answerText.failed);
    const tell = (told: z.input<typeof tokenAnswerShape>) =>
      answer(response, 200, JSON.stringify(told), "application/json");
    try {
      const answered = await serve(asked);
      tell(answered.did === "list" ? { ...answered, tokens: [...answered.tokens] } : answered);
    } catch (error) {
      if (!(error instanceof BackfillProblem)) onError(error);
      tell({ did: "problem", message: error instanceof BackfillProblem ? error.message : answerText.failed });
    }
  };
}
