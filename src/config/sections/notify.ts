import { group } from "../kinds/group.ts";
import { channel } from "../kinds/text.ts";

export const notifySection = group("notify", "Where else Detoil says what needs somebody.", {
  slack: channel()
    .optional()
    .meta({
      description: "Slack channel. The bot token is the server's `SLACK_BOT_TOKEN`, never in this file.",
      examples: ["#sre"],
    }),
});
