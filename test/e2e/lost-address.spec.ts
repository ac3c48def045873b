import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { answerSaveDialog } from '../support/native-question.ts';
import { expect, test } from '../support/story.ts';
import { type } from '../support/steps.ts';

test('who has lost the address finds it, and takes the portal along as a web clip', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const path = join(folder, 'portal.mobileconfig');
  await answerSaveDialog(app.electron, path);
  await page.getByRole('button', { name: 'Save as an iPhone Web Clip' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as an iPhone Web Clip' });
  await type(page, 'Name under the icon', 'Acme & <Partners>');
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('portal.mobileconfig saved')).toBeVisible();
  const script =
    'import plistlib,sys;c=plistlib.load(open(sys.argv[1],"rb"))["PayloadContent"][0];print(c["URL"],c["Label"],c["IsRemovable"])';
  const read = execFileSync('python3', ['-c', script, path]).toString().trim();
  expect(read).toBe('https://mydevices.mobileiron.com/user/login.html Acme & <Partners> True');
});
