import type { ReactElement, ReactNode } from 'react';
import {
  Disclosure as AriaDisclosure,
  Button,
  DisclosurePanel,
  Heading,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';
import css from './Disclosure.module.css';

/** Words that open and close what belongs to them. */
export function Disclosure({
  title,
  isOpenAtFirst = false,
  look = 'section',
  children,
}: {
  title: ReactNode;
  isOpenAtFirst?: boolean;
  /** `large` is a line of its own on the sign-in page, `section` stands on a rule, `line` is one of many, with a hairline between. */
  look?: 'large' | 'section' | 'line';
  children: ReactNode;
}): ReactElement {
  return (
    <AriaDisclosure
      className={css['disclosure'] ?? ''}
      data-look={look}
      defaultExpanded={isOpenAtFirst}
    >
      {({ isExpanded }) => (
        <>
          <Heading level={look === 'large' ? 2 : 3} className={css['heading'] ?? ''}>
            <Button slot="trigger" className={css['trigger'] ?? ''}>
              <span>{title}</span>
              <Icon name={isExpanded ? 'down' : 'right'} />
            </Button>
          </Heading>
          <DisclosurePanel className={css['panel'] ?? ''}>{children}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  );
}
