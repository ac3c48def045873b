import { expect, it } from 'vitest';
import { tooOld } from '../../run/electron-age.ts';

it('an Electron of the three newest majors is good, and an older one is told', () => {
  expect(tooOld('45.4.1', '45.4.1')).toBeNull();
  expect(tooOld('45.4.1', '47.0.0')).toBeNull();
  expect(tooOld('45.4.1', '48.0.0')).toMatch(/gets no more fixes: the newest is 48\.0\.0/u);
  expect(tooOld('9.9.9', '45.0.0')).not.toBeNull();
});
