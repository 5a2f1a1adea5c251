// What the sandboxed preload really consists of once it is bundled: one small file that asks for Electron only.
import { expect, it } from 'vitest';
import { build } from 'vite';

it('the preload is one small CommonJS file without zod that requires nothing but Electron', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'node20',
      lib: { entry: 'preload/preload.ts', formats: ['cjs'], fileName: 'preload' },
      rolldownOptions: { external: ['electron'] },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  expect(outputs).toHaveLength(1);
  const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('');
  expect(code.length).toBeGreaterThan(1000);
  expect(code.length).toBeLessThan(8000);
  expect(Array.from(code.matchAll(/require\(["'](.+?)["']\)/g), ([, name]) => name)).toEqual(['electron']);
  expect(code).not.toMatch(/zod|ZodError/);
});
