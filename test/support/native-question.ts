import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';

declare global {
  /** The native questions that main has asked since the test began to answer them, oldest first. */
  var nativeQuestions: unknown[];
}

const questions = z.array(z.object({ message: z.string(), buttons: z.array(z.string()) }));

/** Presses a button of every native question from now on: 0 is Cancel, 1 goes on. */
export async function answerNatively(electron: ElectronApplication, press: 0 | 1): Promise<void> {
  await electron.evaluate(({ dialog }, response) => {
    globalThis.nativeQuestions = [];
    dialog.showMessageBox = (...args: unknown[]) => {
      globalThis.nativeQuestions.push(args.at(-1));
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, press);
}

/** What was asked since, without the marks that keep a name's direction to itself. */
export async function askedNatively(electron: ElectronApplication): Promise<string[]> {
  const asked = questions.parse(await electron.evaluate(() => globalThis.nativeQuestions));
  return asked.map(
    ({ message, buttons }) => `${message.replaceAll(/[\u2068\u2069]/gu, '')} ${buttons.join(', ')}`,
  );
}

/** Answers the system's save dialog from now on as a person would: with a place, or, for null, with Cancel. */
export async function answerSaveDialog(
  electron: ElectronApplication,
  path: string | null,
): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}
