import type { View } from "../rest/render/view.ts";
import type { Platform } from "./platform.ts";

/** The state with the addresses that links in answers and webhooks begin with. */
export function viewOf(platform: Platform): View {
  return { state: platform.state, apiUrl: `${platform.baseUrl}/api/v3`, webUrl: platform.baseUrl };
}
