const faces: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

/** A reaction's emoji; its GitHub name if it has none. */
export const faceOf = (content: string) => faces[content] ?? content;
