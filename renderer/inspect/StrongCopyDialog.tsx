import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Inspection } from '../../preload/contract/inspection.ts';
import type { ContainerForm } from '../../preload/contract/saved-files.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Select } from '../ui/Select.tsx';
import { keyChoices, keyIndexOf } from './key-choices.ts';
import { NewPassword } from './NewPassword.tsx';
import type { NewPasswordHandle } from './NewPassword.tsx';
import { saveStrongCopy } from './save-file.ts';
import css from './StrongCopy.module.css';

const forms = ['modern', 'pbmac1', 'legacy'] as const;

/** Asks how the copy is to be locked and what goes into it. Where it goes is asked by main, in the system's dialog. */
export function StrongCopyDialog({
  file,
  inspection,
  onClose,
}: {
  file: HeldFile;
  inspection: Inspection;
  onClose: () => void;
}): ReactElement {
  const formId = useId();
  const password = useRef<NewPasswordHandle>(null);
  const [form, setForm] = useState<ContainerForm>('modern');
  const [orderChain, setOrderChain] = useState(false);
  const [key, setKey] = useState('all');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = error && describeError(error);
  const choices = keyChoices(inspection);
  const { otherBags } = inspection;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const newPassword = password.current?.take() ?? null;
    if (newPassword === null) return;
    setIsBusy(true);
    setError(null);
    announce(t('strong.busy'));
    const keyIndex = keyIndexOf(key);
    const { fileId } = file;
    const failed = await saveStrongCopy({ fileId, newPassword, form, orderChain, keyIndex });
    setIsBusy(false);
    if (failed === null) onClose();
    else setError(failed.code === 'cancelled' ? null : failed);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      title={t('strong.title')}
      lead={t('strong.lead', { name: file.name })}
      footNote={isBusy ? t('strong.busy') : null}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={formId} look="primary" isPending={isBusy}>
            {t('strong.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <NewPassword ref={password} />
        <Select
          label={t('strong.form')}
          choices={forms.map((id) => ({
            id,
            label: t(`strong.form.${id}`),
            hint: t(`strong.form.${id}.more`),
          }))}
          value={form}
          onChange={setForm}
          hint={t(`strong.form.${form}.more`)}
          isDisabled={isBusy}
        />
        {inspection.keys.length > 1 && (
          <Select
            label={t('strong.keys')}
            choices={choices}
            value={key}
            onChange={setKey}
            isDisabled={isBusy}
          />
        )}
        <Checkbox
          isSelected={orderChain}
          onChange={setOrderChain}
          isDisabled={isBusy}
          hint={t('strong.order.more')}
        >
          {t('strong.order')}
        </Checkbox>
        {otherBags.length > 0 && (
          <p className={css['left']}>{t('strong.otherBags', { count: otherBags.length })}</p>
        )}
        {words && <ErrorMessage {...words} />}
      </form>
    </Dialog>
  );
}
