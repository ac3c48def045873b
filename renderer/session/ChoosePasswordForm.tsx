import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { PasswordPolicy } from '../../preload/contract/account.ts';
import { NewPasswordFields } from '../password/NewPasswordFields.tsx';
import type { WrongNewPassword } from '../password/NewPasswordFields.tsx';
import { openRules, passwordRules } from '../password/password-rules.ts';
import { PolicyList } from '../password/PolicyList.tsx';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { choosePassword, signOut, useSessionWork } from './session.store.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import css from './SessionPage.module.css';

const nothing = (): void => undefined;

/** A new password in place of the one that has expired, held against the portal's rules while it is typed. */
export function ChoosePasswordForm({
  policy,
  tenant,
}: {
  policy: PasswordPolicy;
  tenant: string;
}): ReactElement {
  const chosen = useRef<PasswordHandle>(null);
  const again = useRef<PasswordHandle>(null);
  const [rules, setRules] = useState(() => passwordRules(policy, ''));
  const [wrong, setWrong] = useState<WrongNewPassword | null>(null);
  const { work, error } = useSessionWork();
  const left = useWait(error, nothing);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (work !== null || left > 0) return;
    const newPassword = chosen.current?.read() ?? '';
    const open = openRules(rules);
    const isSame = newPassword === again.current?.read();
    setWrong({
      chosen:
        newPassword === ''
          ? t('session.new-password.missing')
          : open > 0
            ? t('account.password.rules-left', { count: open })
            : null,
      again: isSame ? null : t('session.new-password.differs'),
    });
    if (newPassword === '' || open > 0 || !isSame) return;
    await choosePassword(newPassword);
  };

  const edited = (): void => {
    setRules(passwordRules(policy, chosen.current?.read() ?? ''));
    setWrong(null);
  };

  return (
    <form className={css['fields']} noValidate onSubmit={(event) => void submit(event)}>
      <NewPasswordFields chosen={chosen} again={again} wrong={wrong} isFirst onEdit={edited} />
      <PolicyList rules={rules} tenant={tenant} headingLevel={2} />
      {error && error.code !== 'cancelled' && <Trouble error={error} left={left} />}
      <div className={css['links']}>
        <Button
          type="submit"
          look="primary"
          size="large"
          isPending={work === 'going-on'}
          isDisabled={left > 0}
        >
          {t('session.expired.submit')}
        </Button>
        <Button
          look="link"
          isDisabled={work === 'going-on' || work === 'signing-out'}
          onPress={() => void signOut()}
        >
          {t('session.expired.leave')}
        </Button>
      </div>
    </form>
  );
}
