/** The part of a check's summary about sign-off. Only this App can write its check, so its marker can be trusted. */
export const SIGN_OFF = "sign-off";
