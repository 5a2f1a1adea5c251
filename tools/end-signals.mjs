// Every way in which this process is told to end: Ctrl-C, a polite kill, its terminal closing, and its parent's death.
// @ts-check

const parentWatchMs = 1_000;

/**
 * Calls the handler each time, instead of ending this process.
 *
 * The parent's death counts because npm runs a script through a shell, and a shell does not pass on a signal that npm
 * alone was sent.
 * @param {(signal: 'SIGINT' | 'SIGTERM') => void} handle is given the signal to pass on
 * @returns {() => void} how to stop listening
 */
export function onEndAsked(handle) {
  const interrupt = () => handle('SIGINT');
  const terminate = () => handle('SIGTERM');
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    terminate();
  }, parentWatchMs);
  watch.unref();
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', terminate);
  return () => {
    clearInterval(watch);
    process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', terminate);
  };
}
