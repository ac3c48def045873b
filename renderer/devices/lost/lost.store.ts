import { create } from 'zustand';

/** The steps of the guide, the gentle ones first. */
export const lostSteps = ['find', 'lock', 'tell', 'wipe'] as const;
export type LostStep = (typeof lostSteps)[number];

/** How far somebody has come with one lost device; times in epoch ms. */
export type Progress = { step: LostStep; lookedAt: number | null; toldAt: number | null };

const start: Progress = { step: 'find', lookedAt: null, toldAt: null };

/** Progress by device, kept as long as the window is open and somebody is signed in. */
export const useLost = create<{ byDevice: Readonly<Record<string, Progress>> }>(() => ({
  byDevice: {},
}));

/** How far somebody has come with this device. */
export function useProgress(deviceId: string): Progress {
  return useLost(({ byDevice }) => byDevice[deviceId] ?? start);
}

function change(deviceId: string, part: Partial<Progress>): void {
  useLost.setState(({ byDevice }) => ({
    byDevice: { ...byDevice, [deviceId]: { ...(byDevice[deviceId] ?? start), ...part } },
  }));
}

/** Goes to a step of the guide. */
export function goToStep(deviceId: string, step: LostStep): void {
  change(deviceId, { step });
}

/** The person has gone to look where the device is. */
export function markLooked(deviceId: string, at: number): void {
  change(deviceId, { lookedAt: at });
}

/** The person says that IT knows, or, with null, that it does not. */
export function markTold(deviceId: string, at: number | null): void {
  change(deviceId, { toldAt: at });
}

/** The device is back: the next time the guide begins at its beginning. */
export function forgetLost(deviceId: string): void {
  useLost.setState(({ byDevice: { [deviceId]: _gone, ...others } }) => ({ byDevice: others }));
}

/** Nobody is signed in. */
export function forgetAllLost(): void {
  useLost.setState({ byDevice: {} });
}
