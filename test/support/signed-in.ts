import { createTestFeatures } from './features.ts';
import type { TestFeatures, TestWishes } from './features.ts';
import { startPortal } from './portal.ts';
import type { TestPortal } from './portal.ts';
import { startRelay } from './relay.ts';
import type { Relay } from './relay.ts';

/** Somebody signed in to a real demo portal, with a relay in between that the test can break. */
export type SignedInFeatures = TestFeatures & { portal: TestPortal; relay: Relay };

/** Starts all of it; `close` ends all of it. */
export async function signInToPortal(wishes: TestWishes = {}): Promise<SignedInFeatures> {
  const portal = await startPortal();
  const relay = await startRelay(portal.url);
  const app = createTestFeatures(wishes);
  const { username, password } = portal;
  await app.call('session.signIn', {
    address: relay.origin,
    username,
    password,
    keepSignedIn: false,
  });
  return {
    ...app,
    portal,
    relay,
    close: async () => {
      await app.close();
      await relay.close();
      await portal.close();
    },
  };
}
