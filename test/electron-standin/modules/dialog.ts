import type {
  BaseWindow,
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { record } from '../core/calls.ts';
import { guarded } from '../core/guard.ts';

type DialogApi = Pick<
  Dialog,
  | 'showErrorBox'
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showSaveDialog'
  | 'showSaveDialogSync'
>;
type Args<Options> = [Options] | [BaseWindow, Options];

/** The button that Esc presses: the named one, else one called Cancel or No, else the first. */
function cancelButton(args: Args<MessageBoxOptions>): number {
  const options = args.length === 1 ? args[0] : args[1];
  const named = options.buttons?.findIndex((label) => /^(cancel|no)$/i.test(label)) ?? -1;
  return options.cancelId ?? Math.max(0, named);
}

/** `dialog`: nobody is there to answer, so every dialog is cancelled. Tests replace the functions. */
export const dialog: DialogApi = guarded('dialog', {
  showErrorBox(title: string, content: string) {
    record('dialog.showErrorBox', title, content);
    console.error(`${title}\n${content}`);
  },
  showMessageBox(...args: Args<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
    record('dialog.showMessageBox', ...args);
    return Promise.resolve({ response: cancelButton(args), checkboxChecked: false });
  },
  showMessageBoxSync(...args: Args<MessageBoxOptions>): number {
    record('dialog.showMessageBoxSync', ...args);
    return cancelButton(args);
  },
  showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
    record('dialog.showOpenDialog', ...args);
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
  showOpenDialogSync(...args: unknown[]): undefined {
    record('dialog.showOpenDialogSync', ...args);
    return undefined;
  },
  showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
    record('dialog.showSaveDialog', ...args);
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showSaveDialogSync(...args: unknown[]): string {
    record('dialog.showSaveDialogSync', ...args);
    return '';
  },
});
