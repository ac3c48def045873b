import { describe, expect, it } from 'vitest';
import { createOpener } from '../../../../main/notifications/opener.ts';
import { createTold } from '../../../support/told.ts';

describe('a place that main leads to', () => {
  it('is shown at once where there is a window', () => {
    const told = createTold();
    createOpener(() => 'there', told.emit).open({ page: 'activity' });
    expect(told.of('route.opened')).toEqual([{ page: 'activity' }]);
  });

  it('waits for the page of a new window, and is shown once', () => {
    const told = createTold();
    const opener = createOpener(() => 'made', told.emit);
    opener.open({ page: 'certificates', certificateId: 'c1' });
    expect(told.of('route.opened')).toEqual([]);
    opener.pageStarted();
    opener.pageStarted();
    expect(told.of('route.opened')).toEqual([{ page: 'certificates', certificateId: 'c1' }]);
  });
});
