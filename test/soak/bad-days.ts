import type { Page } from '@playwright/test';
import { z } from 'zod';
import { calls } from '../../preload/contract.ts';
import type { CallName, Input, Output } from '../../preload/contract.ts';
import { gatewayError, sessionExpired } from '../portal/faults.ts';
import type { Switchboard } from '../portal/switchboard.ts';
import type { RunningApp } from '../support/app.ts';
import type { P12File } from '../support/p12.ts';
import { changePower } from '../support/power.ts';
import type { TestPortal } from '../support/portal.ts';

/** What one bad day after the other is made of. */
export type World = { app: RunningApp; portal: TestPortal; line: Switchboard; file: P12File };

/** A person who goes on whatever happens. */
export type BadDays = {
  /** Does the next thing, and waits a little. */
  next: () => Promise<void>;
  /** How often each thing was done. */
  done: () => Readonly<Record<string, number>>;
  /** Orders and uploads that the person asked for, by the portal's names for them. */
  asked: () => Readonly<Record<string, number>>;
};

const envelope = z.object({ ok: z.boolean(), value: z.unknown().optional() });
type Schemas = { [N in CallName]: { output: { parse: (raw: unknown) => Output<N> } } };
const schemas: Schemas = calls;

/** One device answers quickly and one is offline in the demo portal. */
const devices = ['73545', '73544'];
const pages = [
  'My Devices',
  'My Certificates',
  'Inspect',
  'Activity',
  'Account',
  'Settings',
  'Help',
];

const pause = (page: Page, ms: number): Promise<void> => page.waitForTimeout(ms);

/** Runs the same things in the same order at every start; nothing here depends on chance. */
export function startBadDays({ app, portal, line, file }: World): BadDays {
  const { page, electron } = app;
  const done: Record<string, number> = {};
  const asked: Record<string, number> = {};
  let turn = 0;

  /** What the page is answered; null for an error of any kind. */
  async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N> | null> {
    const given: unknown = input;
    const answer: unknown = await page.evaluate(
      ([to, sent]) => Reflect.apply(window.portal.call, null, [to, sent]) as unknown,
      [name, given] as const,
    );
    const { ok, value } = envelope.parse(answer);
    return ok ? schemas[name].output.parse(value) : null;
  }
  const ask = <N extends CallName>(name: N, input: Input<N>, order: string) => {
    asked[order] = (asked[order] ?? 0) + 1;
    return call(name, input);
  };

  async function signIn(): Promise<void> {
    const { username, password } = portal;
    const wish = { address: line.url, username, password, keepSignedIn: false };
    const snapshot = await call('app.snapshot', undefined);
    if (snapshot === null || snapshot.session.status === 'signed-in') return;
    await call('session.signIn', wish);
  }

  async function upload(): Promise<void> {
    // Bytes do not travel through Playwright as bytes.
    const fileId = await page.evaluate(
      async ([name, bytes]) => {
        const held = await window.portal.call('files.open', {
          name,
          bytes: Uint8Array.from(bytes),
        });
        return held.ok ? held.value.fileId : null;
      },
      [file.name, [...file.bytes]] as const,
    );
    if (fileId === null) return;
    await call('files.inspect', { fileId, password: file.password, purpose: 'signing' });
    const list = await call('certificates.list', { refresh: true });
    const typeId = list?.types.find(({ purpose }) => purpose === 'signing')?.id;
    if (typeId !== undefined) {
      const wish = { fileId, typeId, acknowledged: [] };
      const sent = await ask('certificates.upload', wish, 'uploadCertificate');
      await pause(page, 1500);
      if (sent !== null) await call('certificates.dismissUpload', { uploadId: sent.id });
    }
    await call('files.close', { fileId });
    await sweep();
  }

  /** Takes the uploaded certificates and the log away again: a list that grows is no leak. */
  async function sweep(): Promise<void> {
    await call('activity.clear', undefined);
    await call('session.reauth', { password: portal.password });
    const list = await call('certificates.list', { refresh: true });
    const own = (list?.certificates ?? []).filter(({ fileName }) => fileName === file.name);
    for (const { id } of own)
      await ask('certificates.delete', { certificateId: id }, 'deleteCertificate');
  }

  const power = (event: 'suspend' | 'resume'): Promise<void> =>
    changePower(electron, { says: [event] });

  const things: Readonly<Record<string, () => Promise<unknown>>> = {
    refresh: () => call('devices.list', { refresh: true }),
    // Clicked from within: Playwright's own clicks leave something behind in the page each time.
    turnPages: () =>
      page.evaluate(async (all) => {
        for (const name of all) {
          const links = [...document.querySelectorAll<HTMLElement>('nav [role="link"]')];
          const link = links.find(({ textContent }) => textContent.includes(name));
          // After a bad day nobody may be signed in, and there are no pages to turn.
          if (links.length > 0 && link === undefined) throw new Error(`no page ${name}`);
          link?.click();
          await new Promise((resolve) => setTimeout(resolve, 120));
        }
      }, pages),
    checkIn: () => ask('devices.forceCheckIn', { deviceIds: devices.slice(0, 1) }, 'forceCheckin'),
    upload,
    sleepAndWake: async () => {
      await power('suspend');
      await pause(page, 300);
      await power('resume');
    },
    lock: () => ask('devices.lock', { deviceId: devices[turn % 2] ?? '' }, 'lock'),
    portalDown: async () => {
      await line.down();
      await call('devices.list', { refresh: true });
      await pause(page, 2500);
      await line.up();
    },
    slowAnswer: () => {
      line.fault({ kind: 'delay', ms: 800 });
      return call('certificates.list', { refresh: true });
    },
    gateway: () => {
      line.fault(gatewayError(502), { times: 2 });
      return call('devices.list', { refresh: true });
    },
    brokenLine: () => {
      line.fault({ kind: 'reset', when: 'mid-body' });
      return ask('devices.forceCheckIn', { deviceIds: devices.slice(0, 1) }, 'forceCheckin');
    },
    nonsense: () => {
      line.fault({ kind: 'body', change: 'truncated' });
      return call('devices.list', { refresh: true });
    },
    sessionEnds: async () => {
      line.fault(sessionExpired, { times: 3 });
      await call('devices.list', { refresh: true });
      line.clear();
    },
  };
  const names = Object.keys(things);

  return {
    next: async () => {
      const name = names[turn % names.length] ?? '';
      turn += 1;
      await signIn();
      // A press on something that has just gone away is part of a bad day.
      await things[name]?.().catch(() => undefined);
      done[name] = (done[name] ?? 0) + 1;
      await pause(page, 250);
    },
    done: () => done,
    asked: () => asked,
  };
}
