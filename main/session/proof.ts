import type { Handlers } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import { demand } from '../portal/capabilities.ts';
import type { Portal } from '../portal/portal.ts';
import type { Demo } from './demo.ts';
import type { SignedIn } from './signed-in.ts';
import type { Standing } from './standing.ts';

/** Whether the portal still takes the password as proved. */
export type PasswordProof = {
  /**
   * Lets pass only while the last proof counts; asks the portal when that is not known.
   *
   * @throws Failure `reauth-required`; nothing has been sent that would change anything
   */
  demand: (signedIn: SignedIn) => Promise<void>;
  handlers: Pick<Handlers, 'session.reauth'>;
};

/** How long a proof counts when the portal does not say (portal-api.md 7.1), ms. */
const usualLife = 5 * 60_000;
/** No proof counts longer than any session lasts, whatever a portal says, ms. */
const longestLife = 24 * 60 * 60_000;
/** The portal's clock is known to the second, and a request takes its time, ms. */
const margin = 5_000;

/** Goes by the portal's own `reauthUntil`, against the portal's own clock. */
export function createPasswordProof(
  standing: Pick<Standing, 'require' | 'onChange'>,
  demo: Pick<Demo, 'running'>,
  clock: Pick<Clock, 'now'>,
): PasswordProof {
  const provedUntil = new WeakMap<Portal, number>();
  let isProving = false;

  standing.onChange((signedIn) => {
    const granted = signedIn?.portal.session?.granted ?? null;
    if (signedIn === null || granted === null) return;
    const { portal } = signedIn;
    // To sign in is to prove it.
    provedUntil.set(portal, granted.reauthUntil ?? portal.now() + usualLife);
  });

  async function ask(portal: Portal): Promise<number> {
    const terms = await portal.session?.terms();
    const until = terms?.reauthUntil ?? 0;
    provedUntil.set(portal, until);
    return until;
  }

  async function prove(portal: Portal, password: string): Promise<number> {
    const until = (await demand(portal, 'session').reauth(password)) ?? portal.now() + usualLife;
    provedUntil.set(portal, until);
    return until;
  }

  async function reauth(password: string): Promise<{ provedUntil: number }> {
    const { portal } = standing.require();
    if (isProving) throw failure('busy', { reason: 'reauth' });
    isProving = true;
    try {
      const life = (await prove(portal, password)) - portal.now();
      const shown = Math.min(Math.max(Math.round(life), 0), longestLife);
      return { provedUntil: clock.now() + shown };
    } finally {
      isProving = false;
    }
  }

  return {
    demand: async ({ portal, isDemo }) => {
      // A portal without sessions gets the password with every request.
      if (portal.session === undefined) return;
      const until = provedUntil.get(portal) ?? (await ask(portal));
      if (portal.now() < until - margin) return;
      if (!isDemo) throw failure('reauth-required');
      // Nobody was told the password of the demo: it came with one click, and so does its proof.
      const { password } = await demo.running();
      await prove(portal, password);
    },
    handlers: { 'session.reauth': ({ password }) => reauth(password) },
  };
}
