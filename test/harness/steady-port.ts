const FIRST = 20_000;
const MANY = 10_000;

/**
 * The simulated GitHub's port in runs that are compared: links in texts contain it. One for each test process, below
 * the ports that the system hands out on its own.
 */
export const STEADY_PORT = FIRST + (process.pid % MANY);
