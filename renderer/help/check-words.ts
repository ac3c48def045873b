import type { CheckResult, SelfCheck } from '../../preload/contract/diagnostics.ts';
import { duration, fileSize, longDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/State.tsx';
import { selfChecks } from './diagnostics.store.ts';

/** How a result looks beside its words. */
export const stateLooks: Record<CheckResult['state'], { icon: IconName; tone: Tone }> = {
  passed: { icon: 'passed', tone: 'ok' },
  attention: { icon: 'warning', tone: 'warning' },
  failed: { icon: 'error', tone: 'danger' },
  'not-needed': { icon: 'minus', tone: 'dim' },
};

/** What takes less is told without its time, ms. */
const second = 1000;

/** The number that support asks for: 1 to 6. */
export function checkNumber(check: SelfCheck): number {
  return selfChecks.indexOf(check) + 1;
}

function portalWords({ state, code, took }: CheckResult, host: string): string {
  if (state === 'passed')
    return took < second
      ? t('diagnostics.portal.passed', { host })
      : t('diagnostics.portal.passed.slow', { host, took: duration(took) });
  if (code === 'offline') return t('diagnostics.portal.offline', { host });
  return code.startsWith('status-')
    ? t('diagnostics.portal.broken', { host })
    : t('diagnostics.portal.failed', { host });
}

function tlsWords({ state, issuer, validUntil, code }: CheckResult, host: string): string {
  if (code === 'this-computer') return t('diagnostics.tls.this-computer');
  if (state === 'passed')
    return issuer === null || validUntil === null
      ? t('diagnostics.tls.passed.unseen', { host })
      : t('diagnostics.tls.passed', { host, issuer, date: longDate(validUntil) });
  return issuer === null
    ? t('diagnostics.tls.failed', { host })
    : t('diagnostics.tls.failed.issuer', { host, issuer });
}

function clockWords({ state, skewMs, code }: CheckResult, host: string): string {
  if (code === 'no-date') return t('diagnostics.clock.no-date', { host });
  if (state === 'passed') return t('diagnostics.clock.passed', { host });
  if (skewMs === null) return t('diagnostics.clock.wrong');
  return t(skewMs > 0 ? 'diagnostics.clock.ahead' : 'diagnostics.clock.behind', {
    host,
    duration: duration(Math.abs(skewMs)),
  });
}

function keychainWords({ code }: CheckResult): string {
  switch (code) {
    case 'kept':
      return t('diagnostics.keychain.passed');
    case 'keychain-locked':
      return t('diagnostics.keychain.locked');
    case 'not-removed':
      return t('diagnostics.keychain.not-removed');
    default:
      return t('diagnostics.keychain.unavailable');
  }
}

function diskWords({ code, freeBytes }: CheckResult): string {
  const free = fileSize(freeBytes ?? 0);
  switch (code) {
    case 'written':
      return t('diagnostics.disk.passed', { free });
    case 'nearly-full':
      return t('diagnostics.disk.nearly-full', { free });
    case 'disk-full':
      return t('diagnostics.disk.full');
    case 'read-differs':
      return t('diagnostics.disk.read-differs');
    default:
      return t('diagnostics.disk.not-writable');
  }
}

/** What a check has found, what that means, and what to do. */
export function checkWords(result: CheckResult): string {
  const { check, state, code, host } = result;
  if (code === 'internal') return t('diagnostics.internal');
  if (code === 'no-portal') return t('diagnostics.no-portal');
  const name = host ?? '';
  if (code === 'not-reached') return t('diagnostics.not-reached', { host: name });
  switch (check) {
    case 'portal':
      return portalWords(result, name);
    case 'tls':
      return tlsWords(result, name);
    case 'clock':
      return clockWords(result, name);
    case 'keychain':
      return keychainWords(result);
    case 'disk':
      return diskWords(result);
    case 'inspection':
      return t(
        state === 'passed' ? 'diagnostics.inspection.passed' : 'diagnostics.inspection.failed',
      );
    default:
      return check satisfies never;
  }
}
