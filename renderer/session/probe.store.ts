import { create } from 'zustand';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Output } from '../../preload/contract.ts';
import { call } from '../portal.ts';

/** What is known of the portal at the address that was typed. */
export type Probe =
  | { status: 'none' }
  | { status: 'asking'; typed: string }
  | { status: 'found'; typed: string; portal: Output<'session.probe'> }
  | { status: 'failed'; typed: string; error: AppError };

export const useProbe = create<{ probe: Probe }>(() => ({ probe: { status: 'none' } }));

/** The user name that was typed while the portal was still being asked who it is. */
let early: string | null = null;

/** Asks the portal at an address, or in a pasted link, who it is. An answer to an older question is dropped. */
export async function probe(address: string): Promise<void> {
  const typed = address.trim();
  const before = useProbe.getState().probe;
  if (typed === '') return forgetProbe();
  if (before.status !== 'none' && before.status !== 'failed' && before.typed === typed) return;
  useProbe.setState({ probe: { status: 'asking', typed } });
  const answer = await call('session.probe', { address: typed });
  const { probe: now } = useProbe.getState();
  if (now.status !== 'asking' || now.typed !== typed) return;
  useProbe.setState({
    probe: answer.ok
      ? { status: 'found', typed, portal: answer.value }
      : { status: 'failed', typed, error: answer.error },
  });
  if (early !== null) await probeFor(early);
}

/** Asks the portal that was found how somebody signs in to it: not everybody does so in the same way. */
export async function probeFor(username: string): Promise<void> {
  const before = useProbe.getState().probe;
  // Who types faster than the portal answers is asked about once it has.
  early = before.status === 'asking' ? username : null;
  if (before.status !== 'found' || username.trim() === '') return;
  const { address } = before.portal;
  const answer = await call('session.probe', { address, username: username.trim() });
  // A portal that does not answer this one is no less found.
  if (!answer.ok || useProbe.getState().probe !== before) return;
  useProbe.setState({ probe: { ...before, portal: answer.value } });
}

/** Forgets what was found, because the address is being changed. */
export function forgetProbe(): void {
  early = null;
  useProbe.setState({ probe: { status: 'none' } });
}
