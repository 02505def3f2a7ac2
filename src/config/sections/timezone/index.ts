import { zone } from "../../kinds/time.ts";
import { setting } from "../section.ts";

export const timezone = setting({
  schema: zone()
    .default("UTC")
    .meta({ description: "IANA name, for schedules, dates and weeks.", examples: ["Asia/Tokyo"] }),
  scope: "inherited",
});
