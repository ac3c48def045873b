import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { InspectedCertificate, Inspection } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import { columnDate, yearOf } from '../text/dates.ts';
import { certificateName, chainSteps } from '../file-look/chain-steps.ts';
import css from './Chain.module.css';

/** The chain as steps from the person to the root, and what else the file holds. Pressing a step shows its fields. */
export function Chain({
  inspection,
  selected,
  now,
  onSelect,
}: {
  inspection: Inspection;
  /** Index of the certificate whose fields are shown. */
  selected: number;
  now: number;
  onSelect: (index: number) => void;
}): ReactElement {
  const { steps, missing, others } = chainSteps(inspection);
  const step = (certificate: InspectedCertificate, depth: number | null): ReactElement => (
    <li
      key={certificate.index}
      className={css['step']}
      data-depth={depth ?? 0}
      style={indent(depth ?? 0)}
    >
      <Button
        className={css['press'] ?? ''}
        {...(certificate.index === selected ? { 'aria-current': 'true' as const } : {})}
        onPress={() => onSelect(certificate.index)}
      >
        <span className={css['name']}>{certificateName(certificate)}</span>
        <span className={css['more']} data-urgent={now > certificate.notAfter}>
          {stepWords(certificate, depth, now)}
        </span>
      </Button>
    </li>
  );
  if (steps.length + others.length === 0) {
    return <p className={css['others']}>{t('inspect.chain.none')}</p>;
  }
  return (
    <>
      <ol className={css['chain']}>
        {steps.map((certificate, depth) => step(certificate, depth))}
        {missing !== null && (
          <li className={css['step']} data-depth={steps.length} style={indent(steps.length)}>
            <span className={css['missing']}>
              <span className={css['name']}>{missing}</span>
              <span className={css['more']}>{t('inspect.chain.missing')}</span>
            </span>
          </li>
        )}
      </ol>
      {others.length > 0 && (
        <>
          <p className={css['others']}>{t('inspect.chain.others')}</p>
          <ul>{others.map((certificate) => step(certificate, null))}</ul>
        </>
      )}
    </>
  );
}

/** Each step stands 18 px further in; the first one keeps 5 px for the line that comes down from it. */
function indent(depth: number): { marginLeft: number } {
  return { marginLeft: depth === 0 ? 0 : 5 + 18 * Math.min(depth, 6) };
}

function stepWords(certificate: InspectedCertificate, depth: number | null, now: number): string {
  const { notAfter } = certificate;
  if (now > notAfter) return t('inspect.chain.expired', { date: columnDate(notAfter) });
  if (depth === 1) return t('inspect.chain.vouches.first', { year: yearOf(notAfter) });
  if (depth !== null && depth > 1)
    return t('inspect.chain.vouches.next', { year: yearOf(notAfter) });
  return t('inspect.chain.until', { date: columnDate(notAfter) });
}
