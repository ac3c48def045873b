import type { ReactElement } from 'react';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/toast.ts';
import { makeReport, saveReport, useDiagnostics } from './diagnostics.store.ts';
import css from './Diagnostics.module.css';

/** The report for IT: read first, then saved as it was read. */
export function Report(): ReactElement {
  const { text, isBusy, error } = useDiagnostics(({ report }) => report);
  const words = error && describeError(error);

  const save = async (): Promise<void> => {
    const file = await saveReport();
    if (file === null) return;
    showToast({
      icon: 'passed',
      tone: 'ok',
      title: t('diagnostics.report.saved', { file }),
      sentence: t('diagnostics.report.saved.more'),
    });
  };

  return (
    <Section level="h2" title={t('diagnostics.report')}>
      <p className={css['words']}>{t('diagnostics.report.words')}</p>
      <div className={css['buttons']}>
        <Button isPending={isBusy} onPress={() => void makeReport()}>
          {t(text === null ? 'diagnostics.report.show' : 'diagnostics.report.again')}
        </Button>
        {text !== null && (
          <Button icon="save" onPress={() => void save()}>
            {t('diagnostics.report.save')}
          </Button>
        )}
      </div>
      {words && <ErrorMessage {...words} />}
      {text !== null && (
        <TextField
          label={t('diagnostics.report.text')}
          name="report"
          isReadOnly
          lines={18}
          inputClassName={css['text']}
          value={text}
        />
      )}
    </Section>
  );
}
