import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../preload/contract/inspection.ts';
import { groupChecks, warningIds } from '../../../../renderer/file-look/group-checks.ts';
import { hexGroups } from '../../../../renderer/file-look/hex-groups.ts';

const check = (id: string, level: Check['level']): Check => ({
  id,
  level,
  variant: '',
  found: '',
  params: {},
  source: 'RFC 8550 4.4.2',
});

describe('the checks of a file', () => {
  it('are sorted by what they ask of the person', () => {
    const grouped = groupChecks([
      check('key', 'passed'),
      check('chain', 'warning'),
      check('usage', 'error'),
      check('name', 'info'),
      check('container', 'warning'),
    ]);
    expect(grouped.errors.map(({ id }) => id)).toEqual(['usage']);
    expect(grouped.warnings.map(({ id }) => id)).toEqual(['chain', 'container']);
    expect(grouped.infos).toHaveLength(1);
    expect(grouped.passed).toHaveLength(1);
  });

  it('ask for one acknowledgement for each rule that warns', () => {
    expect(
      warningIds([check('chain', 'warning'), check('chain', 'warning'), check('key', 'passed')]),
    ).toEqual(['chain']);
  });
});

describe('hexadecimal digits in groups', () => {
  it('stand in capitals, four by four or two by two', () => {
    expect(hexGroups('7c1ae409ab', 4)).toEqual(['7C1A', 'E409', 'AB']);
    expect(hexGroups('5e910', 2)).toEqual(['05', 'E9', '10']);
    expect(hexGroups('', 4)).toEqual([]);
  });
});
