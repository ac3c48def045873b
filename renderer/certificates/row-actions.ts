import type { Certificate } from '../../preload/contract/certificates.ts';
import { t } from '../text/text.ts';
import type { MenuEntry } from '../ui/Menu.tsx';

/** What can be done with a certificate from its row. */
export type RowAction = 'details' | 'edit' | 'clear' | 'delete';

/**
 * The Actions menu of a row: each entry says what it does, or why it can't be done now. Nothing that changes a
 * certificate is offered while the portal is out of reach.
 */
export function rowActions(
  certificate: Certificate,
  isOnline: boolean,
  onChoose: (action: RowAction) => void,
): MenuEntry[] {
  const more = (words: string): string => (isOnline ? words : t('certificates.menu.offline'));
  return [
    {
      id: 'details',
      label: t('certificates.menu.details'),
      more: t('certificates.menu.details.more'),
      icon: 'certificate',
      onChoose: () => onChoose('details'),
    },
    {
      id: 'edit',
      label: t('certificates.menu.edit'),
      more: more(t('certificates.menu.edit.more')),
      icon: 'pencil',
      isDisabled: !isOnline,
      onChoose: () => onChoose('edit'),
    },
    {
      id: 'clear',
      label: t('certificates.menu.clear'),
      more: certificate.hasPrivateKey
        ? more(t('certificates.menu.clear.more'))
        : t('certificates.menu.clear.done'),
      icon: 'key-off',
      isDisabled: !isOnline || !certificate.hasPrivateKey,
      onChoose: () => onChoose('clear'),
    },
    {
      id: 'delete',
      label: t('certificates.menu.delete'),
      more: more(t('certificates.menu.delete.more')),
      icon: 'bin',
      isDisabled: !isOnline,
      isApart: true,
      onChoose: () => onChoose('delete'),
    },
  ];
}
