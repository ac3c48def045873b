import type { ReactElement } from 'react';
import type { SelfCheck } from '../../preload/contract/diagnostics.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { checkNumber, checkWords, stateLooks } from './check-words.ts';
import { runCheck, useCheck } from './diagnostics.store.ts';
import css from './Diagnostics.module.css';

/** One self-check: its number, what it finds out, how it went and what to do. */
export function SelfCheckLine({ check }: { check: SelfCheck }): ReactElement {
  const { isRunning, result, error } = useCheck(check);
  const number = checkNumber(check);
  const name = t(`diagnostics.check.${check}`);
  const look = result && stateLooks[result.state];
  const words = error && describeError(error);

  const run = async (): Promise<void> => {
    const found = await runCheck(check);
    if (found) announce(t('diagnostics.done', { number, check: name, result: checkWords(found) }));
  };

  return (
    <li className={css['check']}>
      <span className={css['number']}>{number}</span>
      <div className={css['what']}>
        <h3>{name}</h3>
        <div className={css['found']} aria-busy={isRunning}>
          {words ? (
            <p role="alert">
              {words.title}. {words.todo}
            </p>
          ) : result && look ? (
            <>
              <State icon={look.icon} tone={look.tone}>
                {t(`diagnostics.state.${result.state}`)}
              </State>
              <p>{checkWords(result)}</p>
              {result.state !== 'passed' && result.state !== 'not-needed' && (
                <p className={css['code']}>
                  {t('diagnostics.code', { number, code: result.code })}
                </p>
              )}
            </>
          ) : (
            <p className={css['code']}>{t('diagnostics.state.not-run')}</p>
          )}
        </div>
      </div>
      <Button
        size="small"
        aria-label={t(result ? 'diagnostics.run.again.name' : 'diagnostics.run.name', {
          number,
          check: name,
        })}
        isPending={isRunning}
        onPress={() => void run()}
      >
        {t(result ? 'diagnostics.run.again' : 'diagnostics.run')}
      </Button>
    </li>
  );
}
