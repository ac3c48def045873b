import { z } from 'zod';
import { pageCommands } from './shortcuts.ts';

/** An item of the native menu that the page carries out. */
export const menuCommand = z.enum(pageCommands);
