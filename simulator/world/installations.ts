import { newUser, sameLogin } from "../actions/people.ts";
import type { SimInstallation, SimState } from "../state.ts";
import type { Reading } from "./reading.ts";
import type { World, WorldInput } from "./shape.ts";

type Given = NonNullable<WorldInput["installations"]>;

/** One for each owner of repositories, in the order of their names; owners that are not listed as users are organizations. */
export function readInstallations(reading: Reading, input: WorldInput): void {
  const { state } = reading;
  const owners = [...new Set((input.repos ?? []).map((repo) => repo.name.split("/")[0] ?? ""))].sort();
  for (const owner of owners) {
    if ([...state.users.keys()].some((login) => sameLogin(login, owner))) continue;
    state.users.set(owner, newUser(owner, reading.id(undefined), "Organization"));
  }
  const given: Given = input.installations ?? owners.map((account) => ({ id: reading.id(undefined), account }));
  for (const { id, account, suspended, permissions } of given) {
    state.installations.set(id, {
      id,
      account,
      suspended: suspended ?? false,
      permissions: permissions ?? { ...state.app.permissions },
      selected: null,
    });
  }
}

/** Once the repositories have been read: which of them each installation is for. */
export function chooseRepositories(reading: Reading, given: Given): void {
  const { repos, installations } = reading.state;
  given.forEach(({ id, repositories }, index) => {
    const installation = installations.get(id);
    if (installation === undefined || repositories === undefined || repositories === null) return;
    installation.selected = repositories.map(
      (name, place) =>
        repos.get(name)?.id ?? reading.at(index, "repositories", place).fail(`no repository ${name} in this world`),
    );
  });
}

export function writeInstallation(
  state: SimState,
  { id, account, suspended, permissions, selected }: SimInstallation,
): NonNullable<World["installations"]>[number] {
  const chosen = [...state.repos.values()].filter((repo) => selected?.includes(repo.id));
  return {
    id,
    account,
    suspended,
    permissions: { ...permissions },
    repositories: selected === null ? null : chosen.map(({ name }) => name),
  };
}
