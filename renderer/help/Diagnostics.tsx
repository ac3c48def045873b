import { useState } from 'react';
import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Report } from './Report.tsx';
import { SelfCheckLine } from './SelfCheckLine.tsx';
import { runAllChecks, selfChecks } from './diagnostics.store.ts';
import css from './Diagnostics.module.css';

/** What is wrong, if something is: six checks that a person can run, and a report for IT. */
export function Diagnostics(): ReactElement {
  const [isRunning, setIsRunning] = useState(false);
  const runAll = async (): Promise<void> => {
    if (isRunning) return;
    setIsRunning(true);
    await runAllChecks();
    setIsRunning(false);
  };
  return (
    <div className={css['sheet']}>
      <Section
        level="h2"
        title={t('diagnostics.checks')}
        end={
          <Button look="link" isPending={isRunning} onPress={() => void runAll()}>
            {t('diagnostics.run-all')}
          </Button>
        }
      >
        <p className={css['words']}>{t('diagnostics.words')}</p>
        <ol className={css['checks']}>
          {selfChecks.map((check) => (
            <SelfCheckLine key={check} check={check} />
          ))}
        </ol>
      </Section>
      <Report />
    </div>
  );
}
