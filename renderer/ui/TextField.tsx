import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import css from './field.module.css';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  /** A line under the field. */
  hint?: ReactNode;
  /** What is wrong with what was typed; shown instead of the hint. */
  error?: string | null;
  /** Stands at the end of the label's line. */
  labelEnd?: ReactNode;
  /** Stands inside the field, at its end. */
  end?: ReactNode;
  placeholder?: string;
  /** More than one makes it a text area of that many lines. */
  lines?: number;
  /** The first field of a dialog: the cursor stands in it. */
  isFirst?: boolean;
  inputClassName?: string | undefined;
};

/** A labelled field for text that is no secret. Secrets go into `PasswordField`. */
export function TextField({
  label,
  hint,
  error,
  labelEnd,
  end,
  placeholder = '',
  lines = 1,
  isFirst = false,
  inputClassName,
  ...rest
}: TextFieldProps): ReactElement {
  const area = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (isFirst) (area.current ?? input.current)?.focus();
  }, [isFirst]);

  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={css['field'] ?? ''}>
      <div className={css['top']}>
        <Label className={css['label'] ?? ''}>{label}</Label>
        {labelEnd}
      </div>
      <div className={css['box']}>
        {lines > 1 ? (
          <TextArea
            ref={area}
            className={classNames(css['input'], css['area'], inputClassName)}
            rows={lines}
            placeholder={placeholder}
          />
        ) : (
          <Input
            ref={input}
            className={classNames(css['input'], inputClassName)}
            placeholder={placeholder}
          />
        )}
        {end && <span className={css['end']}>{end}</span>}
      </div>
      {error ? (
        <FieldError className={css['error'] ?? ''}>
          <Icon name="error" size={14} />
          {error}
        </FieldError>
      ) : (
        hint && (
          <Text slot="description" className={css['hint'] ?? ''}>
            {hint}
          </Text>
        )
      )}
    </AriaTextField>
  );
}
