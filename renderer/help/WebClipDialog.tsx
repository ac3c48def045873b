import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toast.ts';
import css from './WebClipDialog.module.css';

/** The longest name that the contract takes; a home screen shows a dozen letters of it. */
const maxLabel = 64;

/** Which portal the phone opens and what it is called there; main asks where the profile goes. */
export function WebClipDialog({
  address,
  onClose,
}: {
  address: string;
  onClose: () => void;
}): ReactElement {
  const form = useId();
  const [typed, setTyped] = useState(address);
  const [label, setLabel] = useState(() => t('help.clip.label.first'));
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isWrong = error?.field === 'address';
  const words = error && !isWrong ? describeError(error) : null;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || label.trim() === '') return;
    if (typed.trim() === '') return setError({ code: 'invalid-input', field: 'address' });
    setIsBusy(true);
    const input = { address: typed.trim(), label: label.trim() };
    const answer = await call('help.saveWebClip', input);
    setIsBusy(false);
    if (answer.ok) {
      showToast({
        icon: 'passed',
        tone: 'ok',
        title: t('help.clip.saved', { file: answer.value.saved }),
        sentence: t('help.clip.saved.more'),
      });
      return onClose();
    }
    return setError(answer.error.code === 'cancelled' ? null : answer.error);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      title={t('help.clip.title')}
      lead={t('help.clip.lead')}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={form} look="primary" isPending={isBusy}>
            {t('help.clip.submit')}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t('help.clip.address')}
          name="clip-address"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck="false"
          isFirst
          maxLength={2048}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setError(null);
          }}
          hint={t('help.clip.address.hint')}
          error={isWrong ? t('help.clip.address.wrong') : null}
        />
        <TextField
          label={t('help.clip.label')}
          name="clip-label"
          autoComplete="off"
          maxLength={maxLabel}
          value={label}
          onChange={setLabel}
          error={label.trim() === '' ? t('help.clip.label.missing') : null}
        />
        {words && <ErrorMessage {...words} />}
      </form>
    </Dialog>
  );
}
