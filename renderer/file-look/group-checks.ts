import type { Check } from '../../preload/contract/inspection.ts';

/** Checks in the order in which a person needs them. */
export type GroupedChecks = {
  errors: Check[];
  warnings: Check[];
  infos: Check[];
  passed: Check[];
};

/** Sorts checks by level and keeps the order of the file's own rules within a level. */
export function groupChecks(checks: readonly Check[]): GroupedChecks {
  const of = (level: Check['level']): Check[] => checks.filter((check) => check.level === level);
  return { errors: of('error'), warnings: of('warning'), infos: of('info'), passed: of('passed') };
}

/** The ids of the warnings, without repeats: what has to be acknowledged before an upload. */
export function warningIds(checks: readonly Check[]): string[] {
  return [...new Set(groupChecks(checks).warnings.map((check) => check.id))];
}
