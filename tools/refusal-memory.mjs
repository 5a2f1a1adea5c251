// Remembers for a day that this network refused the official download, so that the next start does not ask again.
// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const rememberedForMs = 24 * 60 * 60 * 1000;

/**
 * @param {string} cache
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 */
export function refusalMemory(cache, version, env) {
  const file = path.join(cache, 'official-download-refused.json');
  // Another version or another mirror is another question.
  const mirror = Object.entries(env).filter(([name]) => /^(npm_config_)?electron_\w*mirror$/i.test(name));
  const question = JSON.stringify([version, mirror.map(([, address]) => address ?? '')]);
  return {
    /**
     * Why the download was refused within the last day; undefined when it was not.
     * @returns {Promise<string | undefined>}
     */
    async recall() {
      const text = await readFile(file, 'utf8').catch(() => '{}');
      try {
        const { at, reason, ...told } = JSON.parse(text);
        const ageMs = Date.now() - Date.parse(at);
        return told.question === question && ageMs >= 0 && ageMs < rememberedForMs ? reason : undefined;
      } catch {
        return undefined;
      }
    },
    /** @param {string} reason */
    async remember(reason) {
      await mkdir(cache, { recursive: true });
      await writeFile(file, JSON.stringify({ question, reason, at: new Date().toISOString() }));
    },
    forget: () => rm(file, { force: true }),
  };
}
