import type { Why } from "./facts.ts";

const INSTEAD = "`detoil suggest` prints the file, and `/sre setup` answers with it.";

/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText: Readonly<Record<Why | "assumed", string>> = {
  file: "There is a sre.yml, so none is offered.",
  public: `An issue that nobody asked for is made in private repositories alone. ${INSTEAD}`,
  operator: `DETOIL_ONBOARDING is off: no first sre.yml is offered. ${INSTEAD}`,
  organization: `The organization's sre.yml says \`org: {onboarding: false}\`: no first sre.yml is offered. ${INSTEAD}`,
  answered: "It was offered here already, which happens once.",
  all: `Detoil is installed on all repositories here, so one issue is made in the private repository .github and nowhere else. ${INSTEAD}`,
  others: `A first sre.yml is offered in ten private repositories at most, those that were pushed to last, and not in forks. ${INSTEAD}`,
  "no issues": `This repository has no issues to offer it in. ${INSTEAD}`,
  fork: `A fork is not offered one. ${INSTEAD}`,
  misnamed: "There is a sre.yml under a name that is not read; the automation `config` says so.",
  broken: "There is a sre.yml with errors; the automation `config` lists them.",
  assumed:
    "Where Detoil is installed is told to the App alone, not to this token: this is what a selected repository gets.",
};
