/** How long a test waits for what must come; a busy machine is no failure. In ms. */
export const patience = { timeout: 15_000 };
