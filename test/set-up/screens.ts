// The screens are tested in jsdom: unmount after each test, and fill in what jsdom lacks.
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// Dialogs look for the page's nonce with it; enough for the plain names that are escaped here.
const css: unknown = Reflect.get(globalThis, 'CSS');
if (css === undefined) {
  const escape = (name: string): string => name.replace(/[^\w-]/g, '\\$&');
  Object.defineProperty(globalThis, 'CSS', { value: { escape } });
}
