import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app.ts';
import { signIn } from '../support/steps.ts';
import { startCrowdedPortal, watchAnswers } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import { median, ratio, table } from './measure.ts';
import {
  keysToPaint,
  pageMemory,
  pressToPaint,
  scrollFrames,
  throughBridge,
  watchFirstRow,
} from './page-timing.ts';
import type { Frames } from './page-timing.ts';
import { prepareApp } from './prepare.ts';

const few: Crowd = { devices: 10, certificates: 10 };
const many: Crowd = { devices: 10_000, certificates: 2000 };

const deviceList = {
  name: 'My Devices',
  path: '/api/v1/ssp/device',
  call: 'devices.list',
  row: '[role="option"]',
  search: 'ghent 00',
  sort: null,
} as const;
const certificateList = {
  name: 'My Certificates',
  path: '/api/v1/ssp/certificate',
  call: 'certificates.list',
  row: 'tbody td',
  search: 'osaka 12',
  sort: 'thead th:nth-child(2) button',
} as const;

/** What one list costs. All in ms, beside the memory of the whole page. */
type Costs = {
  afterData: number;
  bridge: number;
  opened: number;
  key: number;
  slowestKey: number;
  sorted: number;
  frames: Frames;
  heap: number;
  nodes: number;
};

/** How long it takes from a press on a page's link to its painted list, coming from another page; three times. */
async function openFrom(page: Page, name: string, row: string): Promise<number> {
  const id = `bench-${name.replaceAll(/\W/gu, '')}`;
  await page.getByRole('link', { name }).evaluate((element, given) => {
    element.id = given;
  }, id);
  const spans: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.getByRole('link', { name: 'Inspect' }).click();
    await page.waitForTimeout(200);
    spans.push(await pressToPaint(page, `#${id}`, row));
    await page.waitForTimeout(400);
  }
  return median(spans);
}

async function measureList(
  page: Page,
  list: typeof deviceList | typeof certificateList,
  afterData: number,
): Promise<Costs> {
  const bridge = await throughBridge(page, list.call);
  const opened = await openFrom(page, list.name, list.row);
  const keys = await keysToPaint(page, list.search);
  const sorted: number[] = [];
  for (let round = 0; list.sort !== null && round < 4; round += 1) {
    sorted.push(await pressToPaint(page, list.sort, list.row));
    await page.waitForTimeout(200);
  }
  const frames = await scrollFrames(page, list.row, 60);
  const memory = await pageMemory(page);
  const [key, slowestKey] = [median(keys), Math.max(...keys)];
  return { afterData, bridge, opened, key, slowestKey, sorted: median(sorted), frames, ...memory };
}

async function measure(
  folder: string,
  crowd: Crowd,
): Promise<{ devices: Costs; certificates: Costs }> {
  const portal = await startCrowdedPortal(folder, crowd);
  const app = await launchApp({ profile: join(folder, `profile-${crowd.devices}`) });
  try {
    const { page } = app;
    const deviceAnswers = watchAnswers(deviceList.path);
    const firstDevice = await watchFirstRow(page, deviceList.row);
    await signIn(page, portal);
    const devicesShown = (await firstDevice()) - deviceAnswers.read();
    deviceAnswers.stop();
    const devices = await measureList(page, deviceList, devicesShown);
    const certificateAnswers = watchAnswers(certificateList.path);
    const firstRow = await watchFirstRow(page, certificateList.row);
    const pressed = Date.now();
    await page.getByRole('link', { name: certificateList.name }).click();
    // The watch over expiry may have read them before anybody looked.
    const certificatesShown = (await firstRow()) - Math.max(pressed, certificateAnswers.read());
    certificateAnswers.stop();
    const certificates = await measureList(page, certificateList, certificatesShown);
    return { devices, certificates };
  } finally {
    await app.close();
    await portal.close();
  }
}

function print(name: string, small: Costs, large: Costs, counts: readonly [number, number]): void {
  const row = (
    what: string,
    of: (costs: Costs) => number,
    most: number | null = null,
  ): string[] => [
    what,
    of(small).toFixed(0),
    of(large).toFixed(0),
    ratio(of(large) / of(small), null),
    most === null ? '' : of(large) <= most ? `<= ${most}` : `OVER ${most}`,
  ];
  table(
    [`${name}, ms`, `${counts[0]} rows`, `${counts[1]} rows`, 'ratio', 'goal'],
    [
      row('the list through the bridge', ({ bridge }) => bridge),
      row(
        'shown, from the last byte of the portal to the paint',
        ({ afterData }) => afterData,
        1000,
      ),
      row('shown, from a press to the paint', ({ opened }) => opened, 1000),
      row('key to paint, median', ({ key }) => key, 100),
      row('key to paint, slowest', ({ slowestKey }) => slowestKey),
      ...(Number.isNaN(large.sorted) ? [] : [row('sort to paint', ({ sorted }) => sorted, 200)]),
      row('scroll: frame, 95th percentile', ({ frames }) => frames.p95, 34),
      row('scroll: longest frame', ({ frames }) => frames.longest),
      row('scroll: frames dropped', ({ frames }) => frames.dropped),
      row('scroll: frames painted', ({ frames }) => frames.count),
      row('page heap, MB', ({ heap }) => heap / 1e6),
      row('page nodes', ({ nodes }) => nodes),
    ],
  );
  console.log('');
}

/**
 * Long lists in the real page: how long until they are shown, how long from a key to the paint, how smoothly they
 * scroll; beside the same page with ten rows, in the same run.
 */
export async function benchLists(): Promise<void> {
  await prepareApp();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  try {
    const small = await measure(folder, few);
    const large = await measure(folder, many);
    const { devices, certificates } = many;
    print('My Devices', small.devices, large.devices, [few.devices, devices]);
    print('My Certificates', small.certificates, large.certificates, [
      few.certificates,
      certificates,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
