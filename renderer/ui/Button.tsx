import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import css from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `danger` writes in red, `danger-fill` is the last button of a dialog, `quiet` has no edge. */
  look?: 'plain' | 'primary' | 'danger' | 'danger-fill' | 'quiet' | 'link';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
  children?: ReactNode;
};

/** A button. One with an icon and no words needs an `aria-label`. */
export function Button({
  look = 'plain',
  size = 'medium',
  icon,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <AriaButton
      {...rest}
      className={classNames(css['button'], css[look], css[size], !children && css['bare'])}
    >
      {icon && <Icon name={icon} />}
      {children}
      {rest.isPending && <span className={css['pending']} aria-hidden="true" />}
    </AriaButton>
  );
}
