/** How this program is called where it was called: what a message says has to run when it is pasted. */
export function calledAs(): string {
  return ["detoil", "try"].includes(process.env.npm_lifecycle_event ?? "") ? "npm run -s detoil --" : "npx detoil";
}
