/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  unknown: "What an installation has granted is known to the App alone, not to this token.",
};
