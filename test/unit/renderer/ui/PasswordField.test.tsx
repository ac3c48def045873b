// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PasswordField } from '../../../../renderer/ui/PasswordField.tsx';
import type { PasswordHandle } from '../../../../renderer/ui/PasswordField.tsx';

afterEach(cleanup);

function open(onEdit?: (isFilled: boolean) => void): {
  field: HTMLInputElement;
  handle: { current: PasswordHandle | null };
} {
  const handle = createRef<PasswordHandle>();
  render(
    <PasswordField
      ref={handle}
      label="Password"
      name="password"
      showLabel="Show password"
      hideLabel="Hide password"
      {...(onEdit ? { onEdit } : {})}
    />,
  );
  return { field: screen.getByLabelText<HTMLInputElement>('Password'), handle };
}

describe('a field for a secret', () => {
  it('gives the secret when it is asked, and forgets it when it is told to', () => {
    const { field, handle } = open();
    fireEvent.input(field, { target: { value: 'river-otter' } });
    expect(handle.current?.read()).toBe('river-otter');
    handle.current?.clear();
    expect(handle.current?.read()).toBe('');
    expect(field.value).toBe('');
  });

  it('tells the form only whether there is something in it', () => {
    const onEdit = vi.fn<(isFilled: boolean) => void>();
    const { field } = open(onEdit);
    fireEvent.input(field, { target: { value: 'river-otter' } });
    expect(onEdit.mock.calls).toEqual([[true]]);
  });

  it('never puts the secret into the markup, where a snapshot of the page would find it', () => {
    const { field } = open();
    fireEvent.input(field, { target: { value: 'river-otter' } });
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(document.body.innerHTML).not.toContain('river-otter');
  });

  it('shows what was typed on demand, and hides it again', () => {
    const { field } = open();
    expect(field.type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(field.type).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(field.type).toBe('password');
  });
});
