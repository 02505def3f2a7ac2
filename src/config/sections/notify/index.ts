import { channel } from "../../kinds/text.ts";
import { plain } from "../plain.ts";
import { laterSection } from "../section.ts";

export const notify = laterSection({
  ...plain("notify", "Where else Detoil reports what needs attention.", {
    slack: channel()
      .optional()
      .meta({
        description: "Slack channel. The bot token is the server's `SLACK_BOT_TOKEN`, never in this file.",
        examples: ["#sre"],
      }),
  }),
  automation: null,
});
