import { expect, test } from '../support/shared-app.ts';

/* Checklist 5: Electron approves every permission by default; here every one is refused. */
test('every permission that a page can ask for is refused', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const outcome = async (attempt: () => Promise<unknown>): Promise<string> => {
      const patience = new Promise((resolve) => {
        setTimeout(() => resolve('no answer'), 3000);
      });
      try {
        return String(await Promise.race([attempt(), patience]));
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
  // A prompt that nobody can answer grants nothing either.
  for (const [permission, answer] of Object.entries(answers)) {
    expect.soft(['refused', 'no answer'], permission).toContain(answer);
  }
  expect(Object.values(answers).filter((answer) => answer === 'no answer').length).toBeLessThan(3);
});
