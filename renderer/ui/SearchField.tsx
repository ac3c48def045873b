import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import css from './SearchField.module.css';

/**
 * A search field. Ctrl F (Cmd F on a Mac) puts the cursor into it from anywhere on the page; Escape empties it.
 */
export function SearchField({
  label,
  value,
  onChange,
  hotkey,
  clearLabel,
}: {
  /** Its name, shown as the placeholder too. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** How the shortcut is written on this system: `Ctrl F`, `⌘F`. */
  hotkey: string;
  clearLabel: string;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const toField = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.shiftKey || event.altKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', toField);
    return () => document.removeEventListener('keydown', toField);
  }, []);

  return (
    <AriaSearchField
      className={css['search'] ?? ''}
      aria-label={label}
      value={value}
      onChange={onChange}
    >
      <Icon name="search" />
      <Input ref={input} className={css['input'] ?? ''} placeholder={label} />
      {value === '' ? (
        <kbd className={css['hotkey']}>{hotkey}</kbd>
      ) : (
        <Button className={css['clear'] ?? ''} aria-label={clearLabel}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </AriaSearchField>
  );
}
