import { useEffect, useEffectEvent } from 'react';

/** What each key does, from a table of keys by what they do and what is done for each. */
export function bindKeys<K extends string>(
  keys: Readonly<Record<K, readonly string[]>>,
  deeds: Readonly<Record<NoInfer<K>, () => void>>,
): ReadonlyMap<string, () => void> {
  const bound = new Map<string, () => void>();
  for (const deed in keys) for (const key of keys[deed]) bound.set(key, deeds[deed]);
  return bound;
}

const typesNothing = (key: string): boolean => /^F\d+$/u.test(key);

/** Does something at a key, wherever the focus is, unless the key types something or means something else there. */
export function useKeys(keys: ReadonlyMap<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isTyping && !typesNothing(key)) return;
    if (target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]'))
      return;
    const act = keys.get(key);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
