import { createSimulator, listen, parseWorld, type Simulator } from "../simulator/index.ts";
import { started } from "./started.ts";

export interface SimulatedGitHub {
  readonly simulator: Simulator;
  readonly apiUrl: string;
  readonly appId: number;
  readonly privateKey: string;
}

/** The simulated GitHub over HTTP, with this world in it. */
export async function startGitHub(world: object): Promise<SimulatedGitHub> {
  const simulator = createSimulator(parseWorld(world, "bench"));
  const server = await listen(simulator, { port: 0 });
  started(server, () => server.close());
  return {
    simulator,
    apiUrl: `${server.url}/api/v3`,
    appId: simulator.state.app.id,
    privateKey: simulator.app.privateKey,
  };
}
