import type { DemoPortalOptions } from '../../main/demo-portal/start.ts';
import { createTestFeatures } from './features.ts';
import type { TestFeatures, TestWishes } from './features.ts';
import { startPortal } from './portal.ts';
import type { TestPortal } from './portal.ts';
import { startSwitchboard } from '../portal/switchboard.ts';
import type { Switchboard } from '../portal/switchboard.ts';

/** Somebody signed in to a real demo portal, with a line in between that the test can break. */
export type SignedInFeatures = TestFeatures & { portal: TestPortal; line: Switchboard };

/** Starts all of it; `close` ends all of it. */
export async function signInToPortal(
  wishes: TestWishes = {},
  options: Partial<DemoPortalOptions> = {},
): Promise<SignedInFeatures> {
  const portal = await startPortal(options);
  const line = await startSwitchboard({ portal: portal.url });
  const app = createTestFeatures(wishes);
  const { username, password } = portal;
  await app.call('session.signIn', {
    address: line.url,
    username,
    password,
    keepSignedIn: false,
  });
  return {
    ...app,
    portal,
    line,
    close: async () => {
      await app.close();
      await line.close();
      await portal.close();
    },
  };
}
