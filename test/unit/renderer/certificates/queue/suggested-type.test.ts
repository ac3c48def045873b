import { describe, expect, it } from 'vitest';
import type { CertificateType } from '../../../../../preload/contract/certificates.ts';
import type { Inspection } from '../../../../../preload/contract/inspection.ts';
import { suggestedType } from '../../../../../renderer/certificates/queue/suggested-type.ts';
import { openedWith, sampleInspected } from '../../file-look/sample.ts';

const typeFor = (purpose: CertificateType['purpose'], id: string = purpose): CertificateType => ({
  id,
  name: id,
  purpose,
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 0,
});
const types = [typeFor('signing'), typeFor('encryption'), typeFor('authentication')];

function fileWith(keyUsage: string[] | null): Inspection {
  const found = openedWith({ certificates: [sampleInspected({ keyUsage })], chain: [0] });
  if (!found.opened) throw new Error('not opened');
  return found.inspection;
}

describe('the type that is suggested', () => {
  it('is the one for what the certificate does with mail', () => {
    expect(suggestedType(fileWith(['digitalSignature']), types, [])?.id).toBe('signing');
    expect(suggestedType(fileWith(['keyEncipherment']), types, [])?.id).toBe('encryption');
  });

  it('is left to the person where the certificate does both', () => {
    expect(suggestedType(fileWith(['digitalSignature', 'keyEncipherment']), types, [])).toBeNull();
    expect(suggestedType(fileWith(null), types, [])).toBeNull();
  });

  it('is left to the person where the portal has two for the same', () => {
    const two = [...types, typeFor('signing', 'signing too')];
    expect(suggestedType(fileWith(['digitalSignature']), two, [])).toBeNull();
  });

  it('is of these two the one that has a certificate for the same address', () => {
    const two = [...types, typeFor('signing', 'claims')];
    const file = fileWith(['digitalSignature']);
    const [email = ''] = file.certificates[0]?.emails ?? [];
    const have = [
      { typeId: 'signing', emails: [email.toUpperCase()] },
      { typeId: 'claims', emails: ['claims@acme.example'] },
    ];
    expect(suggestedType(file, two, have)?.id).toBe('signing');
    const both = [...have, { typeId: 'claims', emails: [email] }];
    expect(suggestedType(file, two, both)).toBeNull();
  });

  it('is the only one that the portal has', () => {
    expect(suggestedType(fileWith(null), [typeFor('other')], [])?.id).toBe('other');
  });
});
