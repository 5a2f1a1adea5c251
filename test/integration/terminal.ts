// Runs a command on a terminal of its own, for tools that ask on a terminal and nowhere else.
import { spawnSync } from 'node:child_process';

/** Types each answer half a second after the one before; `script` is in bsdutils, which every Debian has. */
export function onTerminal(command: readonly string[], answers: readonly string[]): void {
  const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');
  const typing = answers.map((answer) => `sleep 0.5; printf '%s\\n' ${quoted([answer])}`).join('; ');
  const ran = `(${typing}; sleep 2) | script -qec "${quoted(command)}" /dev/null`;
  const { status, stdout } = spawnSync('sh', ['-c', ran], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed: ${stdout}`);
}
