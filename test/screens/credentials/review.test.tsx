import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CredentialsDraft, SaveOutcome } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { DraftConnectionInput, SaveDraftInput } from '#contract/inputs.ts';
import { sampleCredential, sampleDraft, sampleHub, sampleReport, session } from '../../doubles/sample-hubs.ts';
import { sampleAuthority } from '../../doubles/sample-reach.ts';
import type { FakeBridge, fakeBridge } from '../../doubles/fake-bridge.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

type Given = NonNullable<NonNullable<Parameters<typeof fakeBridge>[0]>['credentials']>;

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

/** The review of a chosen file, over no saved hubs. */
async function review(
  draft: CredentialsDraft,
  given: Given = {},
): Promise<{ user: UserEvent; bridge: FakeBridge; dialog: HTMLElement }> {
  const { user, bridge } = await renderApp([], {
    credentials: { chooseFile: () => Promise.resolve(ok(draft)), ...given },
  });
  await user.click(button('Choose file…'));
  return { user, bridge, dialog: await screen.findByRole('dialog', { name: 'Review credentials' }) };
}

function saved(kind: SaveOutcome['kind'] = 'added'): SaveOutcome {
  return { hub: sampleHub(), credentialId: 'credential-1', kind };
}

describe('reviewing credentials', () => {
  it('shows what was read, the secret only as a mask, and what will hold it', async () => {
    const { dialog } = await review(sampleDraft({ ignoredLabels: ['Authorization endpoint', 'Scope'] }));
    expect(field('Hub name').value).toBe('claims.example.com');
    expect(field('Credential label').value).toBe('areks1');
    expect(field('Base URL').value).toBe('https://claims.example.com/prweb/api/ppf/v1');
    expect(dialog.textContent).toContain('69886076323519860336');
    expect(dialog.textContent).toContain('••••••••7C1E');
    expect(dialog.textContent).toContain('https://claims.example.com/prweb/PRRestService/oauth2/v1/token');
    expect(dialog.textContent).toContain('sealed by GNOME Keyring');
    expect(dialog.textContent).toContain('Not used from the file: Authorization endpoint and Scope.');
    expect(screen.queryByRole('textbox', { name: 'Hub address' })).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it('says plainly that without a keystore the secret lasts for this session only', async () => {
    const { dialog } = await review(sampleDraft({ protection: session }));
    expect(dialog.textContent).toContain('this session only');
  });

  it('says what saving would replace', async () => {
    const replaces = {
      credentialId: 'credential-1',
      label: 'areks1',
      hubName: 'Claims Hub',
      clientAuthentication: 'body',
      expiresAtMs: null,
      isUsable: true,
    } as const;
    const { dialog } = await review(sampleDraft({ replaces }));
    expect(dialog.textContent).toContain('already saved as “areks1” for Claims Hub. Its secret is replaced');
  });

  it('says what will hold the secret, with which key and against what that helps', async () => {
    const protection = { level: 'osKeystore', backend: 'dpapi', keyFingerprint: '9c1d 04aa' } as const;
    const { dialog } = await review(sampleDraft({ protection }));
    expect(dialog.textContent).toContain('key 9c1d 04aa');
    expect(dialog.textContent).toContain('not against other programs that you run');
  });

  it('shows what the sender of a hand-off noted, and saves it as it stands there then', async () => {
    const inputs: SaveDraftInput[] = [];
    const suggestedExpiresAtMs = new Date(2027, 2, 1, 12).getTime();
    const { dialog, user } = await review(sampleDraft({ suggestedNote: 'Ask Mia', suggestedExpiresAtMs }), {
      saveDraft: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(saved()));
      },
    });
    expect(within(dialog).getByLabelText('Expires on')).toHaveProperty('value', '2027-03-01');
    await user.type(within(dialog).getByLabelText('Note'), ' first');
    await user.click(button('Save'));
    expect(inputs).toMatchObject([{ note: 'Ask Mia first', expiresAtMs: suggestedExpiresAtMs }]);
  });

  it('offers plain saving where no secret that can be opened would be replaced', async () => {
    const replaces = {
      credentialId: 'credential-1',
      label: 'areks1',
      hubName: 'Claims Hub',
      clientAuthentication: 'body',
      expiresAtMs: Date.UTC(2026, 11, 12),
      isUsable: false,
    } as const;
    const { dialog } = await review(sampleDraft({ replaces }));
    expect(dialog.textContent).toContain('No secret that can be opened is stored for it');
    expect(dialog.textContent).toContain('was noted to expire on 12 Dec 2026; that does not count for the new one');
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDefined();
    expect(within(dialog).queryByRole('button', { name: 'Test and replace' })).toBeNull();
  });

  it('saves what is written, and opens the hub', async () => {
    const inputs: SaveDraftInput[] = [];
    const { user } = await review(sampleDraft(), {
      saveDraft: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(saved()));
      },
    });
    await user.clear(field('Hub name'));
    await user.type(field('Hub name'), '  Claims Hub ');
    await user.click(button('Save'));

    expect(await screen.findByRole('heading', { name: 'Registrations' })).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(inputs).toEqual([
      {
        draftId: 'draft-1',
        hubName: 'Claims Hub',
        credentialLabel: 'areks1',
        baseUrl: 'https://claims.example.com/prweb/api/ppf/v1',
        hubAddress: '',
        clientAuthentication: 'body',
        note: '',
        expiresAtMs: null,
      },
    ]);
  });

  it('says that a secret was replaced', async () => {
    const { user } = await review(sampleDraft(), { saveDraft: () => Promise.resolve(ok(saved('rotated'))) });
    await user.click(button('Save'));
    expect(await screen.findByText('The secret of “areks1” for Claims Hub was replaced.')).toBeDefined();
  });

  it('says which credential is in use now when the hub has several', async () => {
    const hub = sampleHub({
      credentials: [sampleCredential({ id: 'credential-2', label: 'maria' }), sampleCredential()],
    });
    const outcome: SaveOutcome = { hub, credentialId: 'credential-2', kind: 'added' };
    const { user } = await review(sampleDraft(), { saveDraft: () => Promise.resolve(ok(outcome)) });
    await user.click(button('Save'));
    expect(await screen.findByText('“maria” is now the credential in use for Claims Hub.')).toBeDefined();
  });

  it('hints under the field before anything is sent', async () => {
    const { user } = await review(sampleDraft());
    await user.clear(field('Hub name'));
    await user.clear(field('Base URL'));
    await user.type(field('Base URL'), 'http://claims.example.com');
    await user.click(button('Save'));
    expect(field('Hub name').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Fill this in.')).toBeDefined();
    expect(screen.getByText(/must begin with https/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('puts main’s refusal under the field it is about', async () => {
    const { user } = await review(sampleDraft(), {
      saveDraft: () =>
        Promise.resolve(fail({ code: 'inputInvalid', fields: [{ field: 'baseUrl', problem: 'malformedUrl' }] })),
    });
    await user.click(button('Save'));
    expect(await screen.findByText(/Enter a whole address/)).toBeDefined();
    expect(field('Base URL').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells every other failure beside the buttons and keeps what was typed', async () => {
    const { user } = await review(sampleDraft(), {
      saveDraft: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'full' })),
    });
    await user.type(field('Credential label'), ' day');
    await user.click(button('Save'));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(field('Credential label').value).toBe('areks1 day');
  });

  it('drops the draft on Cancel and on Escape', async () => {
    const discarded: string[] = [];
    const discardDraft: Given['discardDraft'] = ({ draftId }) => {
      discarded.push(draftId);
      return Promise.resolve(ok(null));
    };
    const { user } = await review(sampleDraft(), { discardDraft });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(discarded).toEqual(['draft-1']);
  });

  it('does not send twice while it saves', async () => {
    let sent = 0;
    const { user } = await review(sampleDraft(), {
      saveDraft: () => {
        sent += 1;
        return new Promise(() => undefined);
      },
    });
    await user.click(button('Save'));
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(sent).toBe(1);
  });
});

describe('testing the connection', () => {
  it('tells operator, access group, registrations and time', async () => {
    const inputs: DraftConnectionInput[] = [];
    const { user, dialog } = await review(sampleDraft(), {
      testDraft: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(sampleReport));
      },
    });
    await user.click(button('Test connection'));
    const report = await within(dialog).findByRole('status');
    for (const words of ['412 ms', 'areks1', 'PPF:Configurators', '1,204', '60 min']) {
      expect(report.textContent).toContain(words);
    }
    expect(report.textContent).not.toContain('usually need');
    expect(inputs[0]?.draftId).toBe('draft-1');
    expect(await axeProblems()).toEqual([]);
  });

  it('hints at another access group and leaves the way open', async () => {
    const { user } = await review(sampleDraft(), {
      testDraft: () => Promise.resolve(ok({ ...sampleReport, accessGroup: 'PPF:Administrators' })),
    });
    await user.click(button('Test connection'));
    expect(await screen.findByText(/usually need PPF:Configurators/)).toBeDefined();
    expect(button('Save').hasAttribute('disabled')).toBe(false);
  });

  it('tells a refused secret beside the button', async () => {
    const { user } = await review(sampleDraft(), {
      testDraft: () =>
        Promise.resolve(fail({ code: 'tokenRefused', status: 401, error: 'invalid_client', description: null })),
    });
    await user.click(button('Test connection'));
    expect(await screen.findByRole('alert')).toBeDefined();
  });

  it('says to save first where the certificate is not believed: what it points to is there only then', async () => {
    const host = 'claims.example.com';
    const failure = { code: 'certificateUntrusted', host, trouble: 'unknownIssuer', ...sampleAuthority } as const;
    const { user } = await review(sampleDraft(), { testDraft: () => Promise.resolve(fail(failure)) });
    await user.click(button('Test connection'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Save these credentials first. On the hub’s screen, under Connection, look at its certificates',
    );
  });

  it('uses the other client authentication when it is chosen', async () => {
    const inputs: DraftConnectionInput[] = [];
    const { user } = await review(sampleDraft(), {
      testDraft: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(sampleReport));
      },
    });
    await user.click(button('Advanced'));
    await user.click(screen.getByRole('button', { name: /Client authentication/ }));
    await user.click(screen.getByRole('option', { name: 'HTTP Basic header' }));
    await user.click(button('Test connection'));
    await screen.findByText(/The connection works/);
    expect(inputs[0]?.clientAuthentication).toBe('basic');
  });

  it('is forgotten as soon as something else is written', async () => {
    const { user } = await review(sampleDraft(), { testDraft: () => Promise.resolve(ok(sampleReport)) });
    await user.click(button('Test connection'));
    await screen.findByText(/The connection works/);
    await user.type(field('Base URL'), '/');
    expect(screen.queryByText(/The connection works/)).toBeNull();
  });
});

describe('a file without a token endpoint', () => {
  const draft = sampleDraft({ tokenEndpoint: null, suggestedBaseUrl: '', suggestedHubName: 'Hub' });

  it('asks for the hub’s address, and the base URL follows it', async () => {
    const inputs: SaveDraftInput[] = [];
    const { user } = await review(draft, {
      saveDraft: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(saved()));
      },
    });
    await user.click(button('Save'));
    expect(field('Hub address').getAttribute('aria-invalid')).toBe('true');

    await user.type(field('Hub address'), 'https://claims.example.com/prweb');
    expect(field('Base URL').value).toBe('https://claims.example.com/prweb/api/ppf/v1');
    await user.click(button('Save'));
    await waitFor(() => expect(inputs[0]?.hubAddress).toBe('https://claims.example.com/prweb'));
  });

  it('leaves a base URL alone that the person wrote', async () => {
    const { user } = await review(draft);
    await user.type(field('Base URL'), 'https://other.example.com/api');
    await user.type(field('Hub address'), 'https://claims.example.com');
    expect(field('Base URL').value).toBe('https://other.example.com/api');
  });
});
