// Starts the window: the only file that takes the bridge from `window`.
import './no-generated-code.ts';
import { createRoot } from 'react-dom/client';
import type { WindowBridge } from '#contract/bridge.ts';
import { App } from './app.tsx';

declare global {
  interface Window {
    /** Put there by preload. */
    readonly fabricRegistrar: WindowBridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(<App bridge={window.fabricRegistrar} />);
