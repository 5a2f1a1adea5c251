import { expect, it } from 'vitest';
import { isAppAddress, START_ADDRESS } from '../../../../main/window/app-address.ts';
import { isTrustedSender } from '../../../../main/window/trusted-sender.ts';

it.each([START_ADDRESS, 'app://main/', 'app://main/assets/index.js', 'app://main/index.html#place?x=1'])(
  '%s is the app’s own',
  (address) => expect(isAppAddress(address)).toBe(true),
);

const FOREIGN = [
  '',
  'nonsense',
  'about:blank',
  'file:///etc/passwd',
  'https://main/',
  'app://main.example/index.html',
  'app://mainframe/',
  'app://other/index.html',
  'app://main:8080/',
  'app://person@main/',
  'app://main@example.com/',
  'app:main',
  'apps://main/',
  'javascript:alert(1)//app://main/',
  'data:text/html,app://main/',
];

it.each(FOREIGN)('%j is not', (address) => expect(isAppAddress(address)).toBe(false));

it('only the main frame itself, at an address of the app, is trusted', () => {
  const mainFrame = { url: START_ADDRESS };
  expect(isTrustedSender(mainFrame, mainFrame)).toBe(true);
  expect(isTrustedSender(null, mainFrame)).toBe(false);
  // Another frame with the same address, such as one within the page or in a second window.
  expect(isTrustedSender({ url: START_ADDRESS }, mainFrame)).toBe(false);
  const elsewhere = { url: 'https://example.com/' };
  expect(isTrustedSender(elsewhere, elsewhere)).toBe(false);
});
