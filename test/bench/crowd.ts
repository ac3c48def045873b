import { writeFile } from 'node:fs/promises';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { seedCertificate, seedDevice, day, hour } from '../../main/demo-portal/seed/shapes.ts';
import { demoUsername, seedState } from '../../main/demo-portal/seed/seed.ts';
import type { PortalState } from '../../main/demo-portal/state.ts';
import { startPortal } from '../support/portal.ts';
import type { TestPortal } from '../support/portal.ts';

/** How much one person has at the portal. */
export type Crowd = { devices: number; certificates: number };

const models = [
  { deviceModel: 'iPhone 17', platformType: 'IOS', platformVersion: '27.1', deviceFamily: 'PHONE' },
  {
    deviceModel: 'Galaxy A57',
    platformType: 'ANDROID',
    platformVersion: '16',
    deviceFamily: 'PHONE',
  },
  {
    deviceModel: 'MacBook Air',
    platformType: 'MACOS',
    platformVersion: '26.2',
    deviceFamily: 'LAPTOP',
  },
] as const;
const cities = ['Ghent', 'Antwerp', 'Lyon', 'Köln', 'Osaka', 'Málaga', 'Leeds'] as const;

const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** The demo's state with a person in it who has so many devices and certificates; no two of them are alike. */
export function crowdedState(now: number, crowd: Crowd): PortalState {
  const state = seedState(now);
  const owner = state.accounts.find(({ username }) => username === demoUsername);
  if (owner === undefined) throw new Error('the demo has lost its person');
  const devices = Array.from({ length: crowd.devices }, (_, at) =>
    seedDevice(owner, {
      ...pick(models, at),
      id: 200_000 + at,
      deviceName: `${pick(cities, at)} ${String(at).padStart(5, '0')}`,
      serialNumber: `LK${(at * 7919).toString(36).toUpperCase().padStart(8, '0')}`,
      manufacturer: 'Various',
      lastCheckin: now - (at % 900) * hour,
      lastRegistrationTime: now - 400 * day,
      policy: 'Staff phones',
    }),
  );
  const certificates = Array.from({ length: crowd.certificates }, (_, at) =>
    seedCertificate(owner, {
      id: 400_000 + at,
      typeId: pick(state.types, at).id,
      issuedBy: `Halden & Voss Mail CA ${String(at % 9)}`,
      notBefore: now - (at % 700) * day,
      expirationDate: now + ((at % 800) - 100) * day,
      uploadedOn: now - (at % 700) * day,
      subjectEmail: [`mailbox-${String(at)}@haldenvoss.example`],
      fileName: `${pick(cities, at).toLowerCase()}-${String(at)}.p12`,
    }),
  );
  return { ...state, devices, certificates, commands: [] };
}

const finished = z.object({ request: z.instanceof(IncomingMessage) });

/**
 * Notes when a portal in this process has last answered with a page of a list; `read` gives epoch ms, 0 for never.
 *
 * @param path the list's, such as `/api/v1/ssp/device`
 */
export function watchAnswers(path: string): { read: () => number; stop: () => void } {
  let last = 0;
  const hear = (message: unknown): void => {
    if (finished.parse(message).request.url?.split('?', 1)[0] === path) last = Date.now();
  };
  subscribe('http.server.response.finish', hear);
  return { read: () => last, stop: () => unsubscribe('http.server.response.finish', hear) };
}

/** Starts a portal with that state, read from a file as `npm run portal -- --state FILE` reads it. */
export async function startCrowdedPortal(folder: string, crowd: Crowd): Promise<TestPortal> {
  const stateFile = join(
    folder,
    `crowd-${String(crowd.devices)}-${String(crowd.certificates)}.json`,
  );
  await writeFile(stateFile, JSON.stringify(crowdedState(Date.now(), crowd)));
  return startPortal({ stateFile });
}
