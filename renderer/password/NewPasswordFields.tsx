import type { ReactElement, Ref } from 'react';
import { t } from '../text/text.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';

/** What is wrong with each of the two fields, in words. */
export type WrongNewPassword = { chosen: string | null; again: string | null };

/** A new password, and the same once more: nobody sees what they type. */
export function NewPasswordFields({
  chosen,
  again,
  wrong = null,
  isFirst = false,
  isDisabled = false,
  onEdit,
}: {
  chosen: Ref<PasswordHandle>;
  again: Ref<PasswordHandle>;
  wrong?: WrongNewPassword | null;
  /** The cursor stands in the first of them. */
  isFirst?: boolean;
  isDisabled?: boolean;
  onEdit: () => void;
}): ReactElement {
  return (
    <>
      <PasswordField
        ref={chosen}
        label={t('account.password.new')}
        name="new-password"
        isFirst={isFirst}
        showLabel={t('account.password.new.show')}
        hideLabel={t('account.password.new.hide')}
        isDisabled={isDisabled}
        error={wrong?.chosen}
        onEdit={onEdit}
      />
      <PasswordField
        ref={again}
        label={t('account.password.again')}
        name="new-password-again"
        showLabel={t('account.password.again.show')}
        hideLabel={t('account.password.again.hide')}
        isDisabled={isDisabled}
        error={wrong?.again}
        onEdit={onEdit}
      />
    </>
  );
}
