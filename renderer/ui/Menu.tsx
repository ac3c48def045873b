import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import css from './Menu.module.css';

export type MenuEntry = {
  id: string;
  label: string;
  icon: IconName;
  /** What it does, or why it can't be done. */
  more?: string;
  isDisabled?: boolean;
  /** Set off below a line, in red: it takes something away. */
  isApart?: boolean;
  onChoose: () => void;
};

/** A menu under its button. Every entry says what it does, a disabled one why it does not. */
export function Menu({
  label,
  trigger,
  entries,
}: {
  /** Name of the menu. */
  label: string;
  /** The `Button` that opens it. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
}): ReactElement {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css['popover'] ?? ''} placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} className={css['menu'] ?? ''}>
          {entries.flatMap((entry) => [
            ...(entry.isApart
              ? [<Separator key={`${entry.id}-line`} className={css['line'] ?? ''} />]
              : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.onChoose}
              className={classNames(css['item'], entry.isApart && css['apart'])}
            >
              <Icon name={entry.icon} />
              <Text slot="label" className={css['label'] ?? ''}>
                {entry.label}
              </Text>
              {entry.more && (
                <Text slot="description" className={css['more'] ?? ''}>
                  {entry.more}
                </Text>
              )}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
