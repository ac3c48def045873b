import { readdirSync, readFileSync } from 'node:fs';
import { chromiumIfRunning } from '../devtools/chromium.ts';

/** One process of the app; the fields of Electron's ProcessMetric that Linux's /proc can tell. */
type Metric = {
  pid: number;
  type: 'Browser' | 'Tab' | 'GPU' | 'Utility' | 'Zygote';
  creationTime: number;
  cpu: { percentCPUUsage: number; idleWakeupsPerSecond: number };
  memory: { workingSetSize: number; peakWorkingSetSize: number };
  sandboxed: boolean;
};
type Process = { pid: number; parent: number; command: string };

const TYPES: Readonly<Record<string, Metric['type']>> = {
  'gpu-process': 'GPU',
  renderer: 'Tab',
  utility: 'Utility',
  zygote: 'Zygote',
};

function processes(): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(pid), parent: Number(fields?.[1]), command }];
    } catch {
      // it ended meanwhile
      return [];
    }
  });
}

function kilobytes(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}

function metric(pid: number, type: Metric['type'], sandboxed: boolean): Metric {
  return {
    pid,
    type,
    creationTime: 0,
    cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
    memory: {
      workingSetSize: kilobytes(pid, 'VmRSS'),
      peakWorkingSetSize: kilobytes(pid, 'VmHWM'),
    },
    sandboxed,
  };
}

/**
 * What `app.getAppMetrics()` answers: this process and Chromium's, memory in kB. On systems without /proc
 * only this process. `pages` is the number of open pages; Chromium's spare renderers are left out.
 */
export function appMetrics(pages: number): Metric[] {
  const own = process.platform === 'linux' ? [metric(process.pid, 'Browser', false)] : [];
  const browser = chromiumIfRunning();
  const root = browser?.process.pid;
  if (own.length === 0 || browser === undefined || root === undefined) return own;
  const all = processes();
  const within = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...within(child.pid)]);
  const children = within(root).flatMap(({ pid, command }) => {
    const type = TYPES[/--type=([\w-]+)/.exec(command)?.[1] ?? ''];
    return type === undefined ? [] : [metric(pid, type, browser.sandboxed)];
  });
  const tabs = children.filter(({ type }) => type === 'Tab').slice(0, pages);
  return [...own, ...children.filter(({ type }) => type !== 'Tab'), ...tabs];
}
