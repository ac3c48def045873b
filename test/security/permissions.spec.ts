import { expect, test } from '../support/shared-app.ts';

/* Checklist 5: Electron approves every permission by default; here every one is refused. */
test('every permission that a page can ask for is refused', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const outcome = async (attempt: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await attempt());
      } catch {
        return 'refused';
      }
    };
    return {
      geolocation: await outcome(
        () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(() => resolve('granted'), reject);
          }),
      ),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      midi: await outcome(() => navigator.requestMIDIAccess({ sysex: true })),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      notifications: await outcome(async () => {
        const answer = await Notification.requestPermission();
        return answer === 'granted' ? 'granted' : 'refused';
      }),
    };
  });
  expect(new Set(Object.values(answers))).toEqual(new Set(['refused']));
});
