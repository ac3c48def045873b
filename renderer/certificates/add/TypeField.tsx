import type { ReactElement } from 'react';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import { t } from '../../text/text.ts';
import { Select } from '../../ui/Select.tsx';

/** What the certificate is for: the types that the portal offers, and what it does with the one that is chosen. */
export function TypeField({
  types,
  type,
  isDisabled,
  onChoose,
}: {
  types: readonly CertificateType[];
  /** The one that is chosen; null when none is, or the portal no longer offers it. */
  type: CertificateType | null;
  isDisabled: boolean;
  onChoose: (typeId: string) => void;
}): ReactElement {
  return (
    <Select
      label={t('add.type')}
      choices={types.map(({ id, name }) => ({ id, label: name }))}
      value={type?.id ?? null}
      onChange={onChoose}
      placeholder={t('add.type.choose')}
      hint={typeHint(type, types.length)}
      isDisabled={isDisabled || types.length === 0}
    />
  );
}

/** Under the type: how many configurations use it, and when the server deletes its keys. */
function typeHint(type: CertificateType | null, offered: number): string | null {
  if (offered === 0) return t('add.type.none');
  if (type === null) return null;
  const days = type.deletesKeyAfterDays;
  return [
    t('add.type.usedBy', { count: type.usedByConfigurations }),
    days === null ? '' : t('add.type.deletesKey', { days }),
  ].join(' ');
}
