// The pages that the app opens in the person's browser. The window names one; it cannot give an address.
import type { LinkName } from '#contract/app.ts';

/** The vendor's documentation (hub-contract section 11: A0, L1, F5). */
const PAGES: Readonly<Record<LinkName, string>> = {
  registrationApis:
    'https://docs-previous.pega.com/pega-process-fabric-hub/10/accessing-pega-process-fabric-hub-registration-apis',
  lifeCycle:
    'https://docs.pega.com/pega-process-fabric-hub/10/application-registration-life-cycle-third-party-applications',
  oauthClientRegistration:
    'https://docs-previous.pega.com/sites/default/files/help_v81/data-/data-admin-/data-admin-security-/data-admin-security-oauth2-/data-admin-security-oauth2-registeredapplication/new.htm',
};

/** Electron's shell, as far as it is used. */
export interface Browser {
  openExternal(url: string): Promise<void>;
}

export async function openPage(browser: Browser, link: LinkName): Promise<void> {
  await browser.openExternal(PAGES[link]);
}
