import type { ReactElement } from 'react';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import type { Inspection } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import { Section } from '../ui/Section.tsx';
import { State } from '../ui/State.tsx';
import { grade, protectionFacts } from './protection-facts.ts';
import { StrongCopy } from './StrongCopy.tsx';
import css from './Protection.module.css';

/** How the container itself is locked: cipher, key derivation, rounds, integrity; and the way to a better lock. */
export function Protection({
  file,
  inspection,
}: {
  file: HeldFile;
  inspection: Inspection;
}): ReactElement {
  const graded = grade(inspection);
  return (
    <Section
      title={t('inspect.protection')}
      level="h2"
      end={
        <State
          icon={graded === 'sound' ? 'passed' : 'warning'}
          tone={graded === 'sound' ? 'ok' : 'warning'}
        >
          {t(`inspect.protection.${graded}`)}
        </State>
      }
    >
      <dl className={css['facts']}>
        {protectionFacts(inspection).map(({ label, value }, place) => (
          <div key={`${String(place)}-${label}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {inspection.keys.length > 0 && <StrongCopy file={file} inspection={inspection} />}
    </Section>
  );
}
