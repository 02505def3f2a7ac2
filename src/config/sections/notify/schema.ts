import { groupsNamed } from "../../kinds/group.ts";
import { channel } from "../../kinds/text.ts";
import { labels } from "./text.ts";

const group = groupsNamed(labels);

export const notifySection = group("notify", "Where else Detoil reports what needs attention.", {
  slack: channel()
    .optional()
    .meta({
      description: "Slack channel. The bot token is the server's `SLACK_BOT_TOKEN`, never in this file.",
      examples: ["#sre"],
    }),
});
