import { describe, expect, it } from 'vitest';
import { saveQuestion } from '../../../../main/files/save-question.ts';

describe('the question where a file goes', () => {
  it.each([
    ['pkcs12', 'p12'],
    ['pem', 'pem'],
    ['der', 'cer'],
  ] as const)('proposes a name, and for %s the ending .%s first', (kind, ending) => {
    const question = saveQuestion({ suggestedName: `mail.${ending}`, kind });
    expect(question.defaultPath).toBe(`mail.${ending}`);
    expect(question.filters?.[0]?.extensions[0]).toBe(ending);
    expect(question.properties).toContain('showOverwriteConfirmation');
  });
});
