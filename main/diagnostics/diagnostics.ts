import { release, totalmem, type as osType } from 'node:os';
import { join } from 'node:path';
import type { Handlers } from '../../preload/contract.ts';
import type { SaveText } from '../files/save-text.ts';
import type { Notices } from '../notices.ts';
import type { Standing } from '../session/standing.ts';
import type { Settings } from '../settings.ts';
import { systemWord } from '../system-words.ts';
import type { SelfCheckOptions } from './check.ts';
import type { CrashMarks } from './crash-marks.ts';
import { lastLines } from './log-tail.ts';
import { reportText, withoutUser } from './report.ts';
import type { ReportFacts } from './report.ts';
import { createSelfChecks } from './self-checks.ts';

/** Nobody else on this computer needs to read it. */
const onlyForOwner = 0o600;
const linesOfLog = 200;

export type DiagnosticsOptions = Omit<SelfCheckOptions, 'origin'> & {
  standing: Pick<Standing, 'current' | 'signedIn' | 'token' | 'keychain'>;
  settings: Settings;
  notices: Pick<Notices, 'all'>;
  crashes: Pick<CrashMarks, 'last'>;
  saveText: SaveText;
  facts: { version: string; os: string; systemLanguages: readonly string[] };
};

/** Self-checks when somebody asks for them, and a report for IT that holds no secret. */
export function createDiagnostics(
  options: DiagnosticsOptions,
): Pick<Handlers, 'diagnostics.check' | 'diagnostics.report' | 'diagnostics.save'> {
  const { standing, settings, notices, crashes, saveText, directory, clock } = options;
  const origin = (): string | null => standing.signedIn()?.origin ?? settings.get().lastAddress;
  const checks = createSelfChecks({ ...options, origin });
  /** What was read last: exactly that is saved. */
  let shown: string | null = null;

  /** Names of people and the session's secret, should anything have brought them into a line of the log. */
  function secrets(): string[] {
    const { lastUsername, storedSession } = settings.get();
    const { username, displayName, emailAddress } = standing.signedIn()?.account ?? {};
    return [
      lastUsername,
      storedSession?.username,
      username,
      displayName,
      emailAddress,
      standing.token(),
    ].filter((word) => typeof word === 'string');
  }

  async function gather(): Promise<ReportFacts> {
    const { preferences, lastUsername, storedSession, windowBounds } = settings.get();
    const { electron, chrome, node } = process.versions;
    const session = standing.current();
    return {
      at: clock.now(),
      version: options.facts.version,
      system: `${options.facts.os}, ${osType()} ${release()}, ${process.arch}`,
      runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
      memory: `${Math.round(totalmem() / 1_000_000)} MB in all, ${Math.round(process.memoryUsage.rss() / 1_000_000)} MB here`,
      languages: options.facts.systemLanguages,
      preferences: {
        ...Object.fromEntries(
          Object.entries(preferences).map(([name, value]) => [name, String(value ?? 'system')]),
        ),
        'stored sign-in': storedSession === null ? 'no' : 'yes',
        window:
          windowBounds === null ? 'not kept' : `${windowBounds.width} x ${windowBounds.height}`,
      },
      portal: origin(),
      user: withoutUser(standing.signedIn()?.account.username ?? lastUsername),
      session:
        session.status === 'signed-in' ? `signed-in, ${session.secretStore}` : session.status,
      keychain: standing.keychain(),
      notices: notices.all().map(({ kind }) => kind),
      crash: crashes.last(),
      checks: checks.results(),
      log: await lastLines(join(directory, 'logs', 'main.log'), linesOfLog),
    };
  }

  async function write(): Promise<string> {
    const text = reportText(await gather(), secrets());
    shown = text;
    return text;
  }

  return {
    'diagnostics.check': ({ check }) => checks.run(check),
    'diagnostics.report': async () => ({ text: await write() }),
    'diagnostics.save': async () => {
      const text = shown ?? (await write());
      const date = new Date(clock.now()).toISOString().slice(0, 10);
      const suggestedName = `${systemWord('system.save.report-name').replace('{date}', date)}.txt`;
      return saveText({ suggestedName, kind: 'text' }, text, onlyForOwner);
    },
  };
}
