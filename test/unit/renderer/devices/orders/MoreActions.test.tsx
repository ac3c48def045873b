// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MoreActions } from '../../../../../renderer/devices/orders/MoreActions.tsx';
import { installPortal, ok } from '../../fake-portal.ts';
import { phone } from '../samples.ts';

afterEach(cleanup);

const press = (name: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('what is asked for seldom', () => {
  it('says whose the device is', async () => {
    const portal = installPortal({
      'devices.setOwnership': () => ok({ ...phone, ownership: 'user' }),
    });
    render(<MoreActions device={{ ...phone, actions: { 'set-ownership': null } }} />);
    await press('Mark as my own');
    expect(portal.called).toEqual([
      { name: 'devices.setOwnership', input: { deviceId: 'd1', ownership: 'user' } },
    ]);
  });

  it('shows a PIN for the secure apps once, when asked', async () => {
    installPortal({ 'devices.secureAppsPin': () => ok({ pin: '4917', expiresAt: null }) });
    render(<MoreActions device={{ ...phone, actions: { 'reset-secure-apps-pin': null } }} />);
    expect(screen.queryByText('4917')).toBeNull();
    await press('Get a PIN for the secure apps');
    expect(screen.getByText('4917')).toBeTruthy();
  });

  it('says why it is not allowed, and is not there where no portal has it', () => {
    installPortal({});
    const { container, rerender } = render(
      <MoreActions device={{ ...phone, actions: { 'set-ownership': 'lost-mode' } }} />,
    );
    expect(screen.getByText(/has to wait until lost mode is turned off/u)).toBeTruthy();
    rerender(<MoreActions device={{ ...phone, actions: {} }} />);
    expect(container.textContent).toBe('');
  });
});
