import type { ReactElement, ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import type { CheckboxFieldProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import css from './Checkbox.module.css';

export type CheckboxProps = Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> & {
  children: ReactNode;
  /** A sentence under the words. */
  hint?: ReactNode;
};

/** A box to tick, its words beside it and a sentence under them. */
export function Checkbox({ children, hint, ...rest }: CheckboxProps): ReactElement {
  return (
    <CheckboxField {...rest} className={css['field'] ?? ''}>
      <CheckboxButton className={css['check'] ?? ''}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={css['box']} data-on={isSelected || isIndeterminate}>
              {isIndeterminate ? (
                <Icon name="minus" size={12} />
              ) : (
                isSelected && <Icon name="check" size={12} />
              )}
            </span>
            <span>{children}</span>
          </>
        )}
      </CheckboxButton>
      {hint && (
        <Text slot="description" elementType="div" className={css['hint'] ?? ''}>
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
