// Plain JavaScript, for unloaded.js: what importers of a part that stays unloaded ask for by name. Nobody calls it.
export const retry = () => {};
export const throttling = () => {};
export const config = () => {};
export const paginateRest = () => {};
export const restEndpointMethods = () => {};
export const run = never;
export const Server = never;
export const createProbot = never;
export const createNodeMiddleware = never;
export const getTransformStream = never;
export const defaultWebhookPath = "/";
export const defaultWebhookSecret = "unused";
export default never;

function never() {
  throw new Error("this part of a package stays unloaded: see bin/unloaded.js");
}
