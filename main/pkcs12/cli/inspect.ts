import { inspect } from './command.ts';

const { stdin, stdout, stderr } = process;

process.exitCode = await inspect(process.argv.slice(2), {
  input: stdin,
  write: (text) => void stdout.write(text),
  complain: (text) => void stderr.write(text),
  columns: stdout.columns || null,
  hasColours: stdout.isTTY && stdout.hasColors(),
});
