import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SaveWish } from '../../../../main/files/save-question.ts';
import { createTestFeatures } from '../../../support/features.ts';
import type { TestFeatures } from '../../../support/features.ts';

let app: TestFeatures;
afterEach(() => app.close());

describe('saving a web clip', () => {
  it('proposes a name with the portal’s, and writes what was asked for', async () => {
    const asked: SaveWish[] = [];
    app = createTestFeatures({
      askWhereToSave: (wish) => {
        asked.push(wish);
        return Promise.resolve(join(app.directory, 'clip.mobileconfig'));
      },
    });
    const input = { address: 'https://portal.example/user/login.html', label: 'Acme' };
    expect(await app.call('help.saveWebClip', input)).toEqual({ saved: 'clip.mobileconfig' });
    expect(asked).toEqual([
      { suggestedName: 'portal-portal.example.mobileconfig', kind: 'profile' },
    ]);
    const written = readFileSync(join(app.directory, 'clip.mobileconfig'), 'utf8');
    expect(written).toContain('<string>https://portal.example/user/login.html</string>');
    expect(statSync(join(app.directory, 'clip.mobileconfig')).mode & 0o777).toBe(0o644);
  });

  it('asks nobody where a web clip to this computer goes', async () => {
    app = createTestFeatures({ askWhereToSave: () => Promise.reject(new Error('asked')) });
    const input = { address: 'http://127.0.0.1:4711', label: 'Demo' };
    await expect(app.call('help.saveWebClip', input)).rejects.toMatchObject({
      error: { code: 'invalid-input', reason: 'not-https' },
    });
  });

  it('asks in one dialog at a time', async () => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    app = createTestFeatures({ askWhereToSave: () => promise });
    const input = { address: 'portal.example', label: 'Acme' };
    const first = app.call('help.saveWebClip', input);
    await expect(app.call('help.saveWebClip', input)).rejects.toMatchObject({
      error: { code: 'busy' },
    });
    resolve(null);
    await expect(first).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('the licences', () => {
  it('are read from what the build has written, and held against their shape', async () => {
    app = createTestFeatures();
    const list = [{ name: 'react', version: '19.3.1', licence: 'MIT', text: 'MIT License …' }];
    writeFileSync(join(app.directory, 'licences.json'), JSON.stringify(list));
    expect(await app.call('help.licences', undefined)).toEqual(list);
    writeFileSync(join(app.directory, 'licences.json'), JSON.stringify([{ name: 1 }]));
    await expect(app.call('help.licences', undefined)).rejects.toThrow('expected string');
  });
});
