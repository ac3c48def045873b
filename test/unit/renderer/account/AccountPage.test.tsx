// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetAccount, useAccount } from '../../../../renderer/account/account.store.ts';
import { AccountPage } from '../../../../renderer/account/AccountPage.tsx';
import { cancelProof, useProof } from '../../../../renderer/proof/proof.store.ts';
import { toasts } from '../../../../renderer/ui/toast.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { sampleProfile, sampleSession } from './sample.ts';

const good = 'Tram-48-harbor';
afterEach(() => {
  cleanup();
  act(cancelProof);
  act(forgetAccount);
  toasts.clear();
});

async function open(
  profile = sampleProfile(),
  answers: Parameters<typeof installPortal>[0] = {},
  isDemo = false,
): Promise<FakePortal> {
  const portal = installPortal({ 'account.get': () => ok(profile), ...answers });
  await act(async () => {
    render(
      <AccountPage
        session={sampleSession(isDemo)}
        isSigningOut={false}
        onSignOut={() => undefined}
      />,
    );
  });
  return portal;
}
const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });
const change = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
const secret = (label: string, value: string): void => {
  fireEvent.input(field(label), { target: { value } });
};
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(button(name));
  });
const typePassword = (chosen: string, again = chosen): void => {
  secret('Current password', 'river-and-lake');
  secret('New password', chosen);
  secret('New password again', again);
};

describe('the name of an account', () => {
  it('is changed in the parts that were changed, and the name that is shown follows', async () => {
    const portal = await open(sampleProfile(), {
      'account.update': () => ok(sampleProfile({ lastName: 'Voss', displayName: 'Ines Voss' })),
    });
    expect(button('Save name').disabled).toBe(true);
    change('Last name', 'Voss');
    await press('Save name');
    expect(portal.called.at(-1)).toEqual({
      name: 'account.update',
      input: { lastName: 'Voss', displayName: 'Ines Voss' },
    });
    expect(field('Last name').value).toBe('Voss');
    expect(button('Save name').disabled).toBe(true);
  });

  it('can’t be empty', async () => {
    await open();
    change('First name', ' ');
    expect(button('Save name').disabled).toBe(true);
    expect(screen.getByText('Neither of them can be empty.')).toBeTruthy();
  });
});

describe('the e-mail address of an account', () => {
  it('is pending until the person has confirmed it', async () => {
    const pending = 'i.declercq@haldenvoss.example';
    await open(sampleProfile(), {
      'account.update': () => ok(sampleProfile({ pendingEmailAddress: pending })),
    });
    change('E-mail address', pending);
    await press('Change e-mail address');
    expect(screen.getByText('Waiting for you to confirm')).toBeTruthy();
    expect(screen.getByText(pending)).toBeTruthy();
    expect(field('E-mail address').value).toBe('ines.declercq@haldenvoss.example');
  });

  it('stays the account’s own when the same new one is asked for again', async () => {
    const pending = 'i.declercq@haldenvoss.example';
    const profile = sampleProfile({ pendingEmailAddress: pending });
    await open(profile, { 'account.update': () => ok(profile) });
    change('E-mail address', pending);
    await press('Change e-mail address');
    expect(field('E-mail address').value).toBe('ines.declercq@haldenvoss.example');
  });

  it('is not sent when it is no address', async () => {
    const portal = await open();
    change('E-mail address', 'ines');
    await press('Change e-mail address');
    expect(screen.getByText(/not a whole address/u)).toBeTruthy();
    expect(portal.called.map(({ name }) => name)).toEqual(['account.get']);
  });

  it('asks for the password where the portal wants it, and a change of mind is no failure', async () => {
    await open(sampleProfile(), { 'account.update': () => failed('reauth-required') });
    change('E-mail address', 'other@haldenvoss.example');
    await press('Change e-mail address');
    expect(useProof.getState().asking).not.toBeNull();
    await act(async () => cancelProof());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field('E-mail address').value).toBe('other@haldenvoss.example');
  });
});

describe('the password of an account', () => {
  it('is held against each rule while it is typed', async () => {
    await open();
    const policy = screen.getByRole('list', { name: 'The policy of Halden & Voss' });
    secret('New password', 'tram');
    expect(within(policy).getByText(/At least 12 characters/u).textContent).toContain('not met');
    expect(screen.getByText('2 rules are not met yet')).toBeTruthy();
    secret('New password', good);
    expect(within(policy).getByText(/At least 12 characters/u).textContent).toMatch(/: met$/u);
    expect(screen.getByText('Type it once more')).toBeTruthy();
  });

  it('is not changed while the two are not the same', async () => {
    await open();
    typePassword(good, 'Tram-48-harbou');
    expect(button('Change password').disabled).toBe(true);
    expect(screen.getByText('The two are not the same yet')).toBeTruthy();
  });

  it('is changed, and nothing of it stays in the page', async () => {
    const portal = await open(sampleProfile(), { 'account.changePassword': () => ok(undefined) });
    typePassword(good);
    await press('Change password');
    expect(portal.called[1]).toEqual({
      name: 'account.changePassword',
      input: { currentPassword: 'river-and-lake', newPassword: good },
    });
    for (const label of ['Current password', 'New password', 'New password again']) {
      expect(field(label).value).toBe('');
    }
    expect(JSON.stringify(useAccount.getState())).not.toContain(good);
    expect(toasts.visibleToasts[0]?.content.title).toBe('Password changed');
  });

  it('is proved by the current one that was just typed, and nobody is asked twice', async () => {
    let isProved = false;
    const portal = await open(sampleProfile(), {
      'account.changePassword': () => (isProved ? ok(undefined) : failed('reauth-required')),
      'session.reauth': () => {
        isProved = true;
        return ok({ provedUntil: 0 });
      },
    });
    typePassword(good);
    await press('Change password');
    expect(useProof.getState().asking).toBeNull();
    expect(portal.called.find(({ name }) => name === 'session.reauth')?.input).toEqual({
      password: 'river-and-lake',
    });
    expect(toasts.visibleToasts).toHaveLength(1);
  });

  it('says at its field that the current one is wrong, and keeps what was typed', async () => {
    await open(sampleProfile(), {
      'account.changePassword': () => failed('reauth-required'),
      'session.reauth': () => failed('bad-credentials'),
    });
    typePassword(good);
    await press('Change password');
    expect(screen.getByText(/not your current password/u)).toBeTruthy();
    expect(field('New password').value).toBe(good);
  });

  it('of the demo portal need not be known', async () => {
    const portal = await open(
      sampleProfile(),
      { 'account.changePassword': () => ok(undefined) },
      true,
    );
    expect(screen.queryByLabelText('Current password')).toBeNull();
    secret('New password', good);
    secret('New password again', good);
    await press('Change password');
    expect(portal.called[1]?.name).toBe('account.changePassword');
  });
});

describe('an account that is kept elsewhere', () => {
  it.each([
    ['directory', /the one of the directory of Halden & Voss/u],
    ['identity-provider', /sign in with the sign-in service of Halden & Voss/u],
    ['local', /does not let the password be changed here/u],
  ] as const)('says why nothing can be changed here: %s', async (source, words) => {
    await open(sampleProfile({ source, editable: { name: false, email: false, password: false } }));
    expect(screen.getByText(words)).toBeTruthy();
    expect(field('First name').disabled).toBe(true);
    expect(field('E-mail address').disabled).toBe(true);
    expect(screen.queryByRole('button', { name: 'Change password' })).toBeNull();
  });
});

describe('an account that could not be had', () => {
  it('says why and tries again', async () => {
    const portal = await open(sampleProfile(), {
      'account.get': () => failed('portal-unreachable'),
    });
    await press('Try again');
    expect(portal.called).toHaveLength(2);
  });
});
