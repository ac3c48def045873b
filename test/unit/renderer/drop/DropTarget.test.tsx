// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DropTarget } from '../../../../renderer/drop/DropTarget.tsx';
import { toasts } from '../../../../renderer/ui/toast.ts';

type Held = 'file' | 'folder' | 'text';

afterEach(() => {
  cleanup();
  toasts.clear();
});

const p12 = new File([new Uint8Array(5100)], 'mail.p12');

/** A drag with what the browser lets a page see of it. */
function drag(type: string, held: readonly Held[], x = 10): Event {
  const items = held.map((kind) => ({
    kind: kind === 'text' ? 'string' : 'file',
    getAsFile: () => (kind === 'text' ? null : p12),
    webkitGetAsEntry: () =>
      kind === 'text' ? null : { isDirectory: kind === 'folder', name: kind },
  }));
  const types = held.includes('text') ? ['text/plain'] : ['Files'];
  const event = new Event(type, { bubbles: true, cancelable: true });
  const dataTransfer = { types, items, dropEffect: '' };
  Object.defineProperties(event, {
    dataTransfer: { value: dataTransfer },
    clientX: { value: x },
    relatedTarget: { value: null },
  });
  act(() => void document.body.dispatchEvent(event));
  return event;
}

function open(takes: 'both' | 'look' | 'add' | 'replace') {
  const onAdd = vi.fn<(file: File) => void>();
  const onAddSeveral = vi.fn<(files: readonly File[], folders: readonly string[]) => void>();
  const onReplace = vi.fn<(file: File) => void>();
  const onLook = vi.fn<(file: File) => void>();
  const all = { onAdd, onAddSeveral, onReplace, onLook };
  render(<DropTarget takes={takes} {...all} />);
  return all;
}
const notice = (): string | undefined => toasts.visibleToasts[0]?.content.title;

describe('a file held over the window', () => {
  it('can be let go for one of two things, as it is held left or right', () => {
    const { onAdd, onLook } = open('both');
    drag('dragover', ['file'], 10);
    expect(screen.getByText(/Add it to/u)).toBeTruthy();
    expect(screen.getByText('Only look inside')).toBeTruthy();
    drag('drop', ['file'], 10);
    expect(onAdd).toHaveBeenCalledWith(p12);
    expect(screen.queryByText('Only look inside')).toBeNull();
    drag('drop', ['file'], window.innerWidth - 10);
    expect(onLook).toHaveBeenCalledWith(p12);
  });

  it('can only be looked at while signed out', () => {
    const { onAdd, onLook } = open('look');
    drag('dragover', ['file']);
    expect(screen.getByText('Let go to look inside')).toBeTruthy();
    drag('drop', ['file']);
    expect(onLook).toHaveBeenCalledOnce();
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('goes into Add Certificate where that is open', () => {
    const { onAdd } = open('add');
    drag('drop', ['file'], window.innerWidth - 10);
    expect(onAdd).toHaveBeenCalledOnce();
  });

  it('replaces the file of a certificate where Edit Certificate is open', () => {
    const { onAdd, onReplace } = open('replace');
    drag('dragover', ['file']);
    expect(screen.getByText('Let go to replace it')).toBeTruthy();
    drag('drop', ['file']);
    expect(onReplace).toHaveBeenCalledWith(p12);
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('is put back when it leaves the window', () => {
    open('both');
    drag('dragover', ['file']);
    drag('dragleave', ['file']);
    expect(screen.queryByText('Only look inside')).toBeNull();
  });

  it('says what it takes and what it refuses, with the limits', () => {
    open('both');
    drag('dragover', ['file']);
    expect(screen.getByText(/\.p12 and \.pfx, to add/u)).toBeTruthy();
    expect(screen.getByText(/Files over 1 MB to add or over 10 MB/u)).toBeTruthy();
  });

  it('never makes the window leave the app for it', () => {
    open('both');
    expect(drag('dragover', ['file']).defaultPrevented).toBe(true);
    expect(drag('drop', ['file']).defaultPrevented).toBe(true);
    expect(drag('dragover', ['text']).defaultPrevented).toBe(true);
    expect(drag('drop', ['text']).defaultPrevented).toBe(true);
  });
});

describe('several files held over the window', () => {
  it('can be added all at once, wherever they are let go', () => {
    const { onAddSeveral, onLook } = open('both');
    drag('dragover', ['file', 'file', 'file']);
    expect(screen.getByText('Let go to add all 3')).toBeTruthy();
    drag('drop', ['file', 'folder', 'file'], window.innerWidth - 10);
    expect(onAddSeveral).toHaveBeenCalledWith([p12, p12], ['folder']);
    expect(onLook).not.toHaveBeenCalled();
  });
});

describe('what is refused', () => {
  it('is a folder, in words and not in silence', () => {
    const { onAdd, onLook } = open('both');
    drag('drop', ['folder']);
    expect(notice()).toBe('A folder can’t be opened here');
    expect(onAdd).not.toHaveBeenCalled();
    expect(onLook).not.toHaveBeenCalled();
  });

  it('is more than one file where one is replaced or looked into, held or let go', () => {
    const { onAdd } = open('look');
    drag('dragover', ['file', 'file', 'file']);
    expect(screen.getByText('One file at a time')).toBeTruthy();
    drag('drop', ['file', 'file', 'file']);
    expect(notice()).toBe('One file at a time');
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('is text out of another window, which opens no target', () => {
    open('both');
    drag('dragover', ['text']);
    expect(screen.queryByText('Only look inside')).toBeNull();
    drag('drop', ['text']);
    expect(notice()).toBeUndefined();
  });
});
