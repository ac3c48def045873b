import type { ReactElement } from 'react';
import type { HeldFile } from '../../preload/contract/certificates.ts';
import type { Inspection } from '../../preload/contract/inspection.ts';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { Section } from '../ui/Section.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { Chain } from './Chain.tsx';
import { leadingCertificate } from '../file-look/chain-steps.ts';
import { CheckList } from '../file-look/CheckList.tsx';
import { selectCertificate, useSelection } from './inspect.store.ts';
import { Keys } from './Keys.tsx';
import { OpenedBar } from './OpenedBar.tsx';
import { Protection } from './Protection.tsx';
import css from './InspectPage.module.css';

/** An opened file: chain, keys and container at the left, the certificate that was chosen and the checks at the right. */
export function InspectOpened({
  file,
  inspection,
  at,
}: {
  file: HeldFile;
  inspection: Inspection;
  /** When it was opened, epoch ms. */
  at: number;
}): ReactElement {
  const now = useNow();
  const chosen = useSelection(({ index }) => index);
  const leading = leadingCertificate(inspection);
  const shown = inspection.certificates.find(({ index }) => index === chosen) ?? leading;
  const { format, protection, checks } = inspection;
  const line = t(`inspect.opened.${protection.password}`, {
    format: t(`inspect.format.${format}`),
    size: t('inspect.bytes', { size: inspection.size }),
    time: clockTime(at),
  });
  return (
    <>
      <OpenedBar name={file.name} line={line} />
      <div className={css['columns']}>
        <div className={css['side']}>
          <Section title={t('inspect.chain')} level="h2">
            <Chain
              inspection={inspection}
              selected={shown?.index ?? -1}
              now={now}
              onSelect={selectCertificate}
            />
          </Section>
          <Section title={t('inspect.keys')} level="h2">
            <Keys inspection={inspection} />
          </Section>
          {format === 'pkcs12' && <Protection file={file} inspection={inspection} />}
        </div>
        <div>
          {shown && (
            <CertificateCard key={shown.index} fileId={file.fileId} certificate={shown} now={now} />
          )}
          <div className={css['checks']}>
            <CheckList checks={checks} />
          </div>
        </div>
      </div>
    </>
  );
}
