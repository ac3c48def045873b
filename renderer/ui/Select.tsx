import type { ReactElement, ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import field from './field.module.css';
import css from './Select.module.css';

export type Choice<K extends string> = {
  id: K;
  label: string;
  hint?: string;
  /** BCP 47, where the label is in another language than the page. */
  lang?: string;
};

/** One of several, in a list that opens. */
export function Select<K extends string>({
  label,
  choices,
  value,
  onChange,
  placeholder,
  hint,
  isDisabled = false,
  isQuiet = false,
}: {
  label: string;
  choices: readonly Choice<K>[];
  value: K | null;
  onChange: (value: K) => void;
  placeholder?: string;
  hint?: ReactNode;
  isDisabled?: boolean;
  /** Without a box, and its label only for those who hear it: for what is set once and then left alone. */
  isQuiet?: boolean;
}): ReactElement {
  return (
    <AriaSelect
      className={isQuiet ? (css['quiet'] ?? '') : (field['field'] ?? '')}
      {...(isQuiet ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
      placeholder={placeholder ?? ''}
    >
      {!isQuiet && <Label className={field['label'] ?? ''}>{label}</Label>}
      <Button
        className={isQuiet ? (css['quietTrigger'] ?? '') : classNames(field['box'], css['trigger'])}
      >
        {isQuiet && <Icon name="globe" />}
        <SelectValue className={isQuiet ? '' : (css['value'] ?? '')}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="down" />
      </Button>
      {hint && (
        <Text slot="description" className={field['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={css['popover'] ?? ''} offset={4}>
        <ListBox className={css['list'] ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={css['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon name="check" /> : <span />}
                  <Text slot="label" {...(choice.lang ? { lang: choice.lang } : {})}>
                    {choice.label}
                  </Text>
                  {choice.hint && (
                    <Text slot="description" className={css['more'] ?? ''}>
                      {choice.hint}
                    </Text>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
