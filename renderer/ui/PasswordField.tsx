import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { ReactElement, ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import css from './field.module.css';

/** How a form gets at the secret: by reading the input once, at submit. */
export type PasswordHandle = {
  read: () => string;
  clear: () => void;
  focus: () => void;
};

/**
 * A field for a secret. Its value lives in the `input` and nowhere else in the page: no React state, no store
 * (React Aria's own TextField copies what is typed into state). `onEdit` tells whether there is something.
 */
export function PasswordField({
  label,
  ref,
  name,
  hint,
  error,
  labelEnd,
  end,
  showLabel,
  hideLabel,
  autoComplete = 'off',
  digits,
  isDisabled = false,
  isFirst = false,
  onEdit,
  onSettle,
}: {
  label: string;
  ref: Ref<PasswordHandle>;
  name: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  labelEnd?: ReactNode;
  /** Stands inside the field, before the eye. */
  end?: ReactNode;
  /** Names of the eye: what pressing it does. */
  showLabel: string;
  hideLabel: string;
  autoComplete?: 'off' | 'current-password' | 'one-time-code';
  /** How many digits it takes, for a PIN. */
  digits?: number;
  isDisabled?: boolean;
  /** The first field of a dialog: the cursor stands in it. */
  isFirst?: boolean;
  onEdit?: (isFilled: boolean) => void;
  /** Enter was pressed, or the field was left. */
  onSettle?: () => void;
}): ReactElement {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);

  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);

  // React keeps the last value of every input beside its element, which may outlive the page that showed it.
  useEffect(() => {
    const element = input.current;
    return () => {
      if (element) element.value = '';
    };
  }, []);

  useImperativeHandle(ref, () => ({
    read: () => input.current?.value ?? '',
    clear: () => {
      if (input.current) input.current.value = '';
      setIsShown(false);
      onEdit?.(false);
    },
    focus: () => input.current?.focus(),
  }));

  return (
    <div className={css['field']}>
      <div className={css['top']}>
        <label className={css['label']} htmlFor={id}>
          {label}
        </label>
        {labelEnd}
      </div>
      <div className={css['box']}>
        <input
          ref={input}
          id={id}
          name={name}
          className={classNames(css['input'], css['secret'])}
          type={isShown ? 'text' : 'password'}
          placeholder=" "
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          inputMode={digits ? 'numeric' : undefined}
          maxLength={digits ?? 1024}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-more` : undefined}
          onInput={(event) => onEdit?.(event.currentTarget.value !== '')}
          onBlur={onSettle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onSettle?.();
          }}
        />
        <span className={css['end']}>
          {end}
          <Button
            className={css['eye'] ?? ''}
            aria-label={isShown ? hideLabel : showLabel}
            isDisabled={isDisabled}
            onPress={() => setIsShown(!isShown)}
          >
            <Icon name={isShown ? 'eye-off' : 'eye'} />
          </Button>
        </span>
      </div>
      {(error || hint) && (
        <div id={`${id}-more`} className={error ? css['error'] : css['hint']}>
          {error && <Icon name="error" size={14} />}
          {error || hint}
        </div>
      )}
    </div>
  );
}
