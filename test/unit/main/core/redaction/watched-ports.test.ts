import { describe, expect, it, test } from 'vitest';
import { ok } from '#contract/result.ts';
import type { FileReader, HttpClient } from '../../../../../main/core/ports.ts';
import { watchedPorts, watchInput } from '../../../../../main/core/redaction/watched-ports.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const FILE = new TextEncoder().encode(
  'Client ID: 4711\nClient secret: FAKE-FILE-SECRET\nAccess token endpoint: https://hub.example/t',
);

function watched(body: unknown = '') {
  const secrets: string[] = [];
  const http: HttpClient = scriptedHttpClient(() => answered(200, body));
  const fileReader: FileReader = { read: () => Promise.resolve(ok({ fileName: 'c.txt', bytes: FILE })) };
  const ports = watchedPorts({
    liveSecrets: { add: (secret: string) => void secrets.push(secret) },
    secretBox: scriptedSecretBox(),
    http,
    fileReader,
  });
  return { ...ports, secrets };
}

const post = { method: 'POST', url: 'https://hub.example/', headers: {} } as const;

describe('a secret becomes known', () => {
  it('when it is sealed and when it is opened', async () => {
    const { secretBox, secrets } = watched();
    const sealed = await secretBox.seal(
      '{"clientSecret":"FAKE-1","boundOrigins":["https://hub.example"],"n":{"passphrase":"FAKE-2"}}',
    );
    expect(secrets).toEqual(['FAKE-1', 'FAKE-2']);
    if (sealed?.ok !== true) throw new Error('It was not sealed');
    await secretBox.open(sealed.value);
    expect(secrets).toEqual(['FAKE-1', 'FAKE-2', 'FAKE-1', 'FAKE-2']);
  });

  it('with the key, the file and the passphrase inside of it when it is a client certificate', async () => {
    const { secretBox, secrets } = watched();
    for (const identity of [
      { kind: 'pem', certificate: 'FAKE PUBLIC', key: 'FAKE-KEY', passphrase: 'FAKE-1' },
      { kind: 'pkcs12', file: 'FAKE-FILE', passphrase: 'FAKE-2' },
    ]) {
      await secretBox.seal(JSON.stringify({ clientSecret: JSON.stringify(identity), boundOrigins: [] }));
    }
    const inside = secrets.filter((secret) => !secret.startsWith('{'));
    expect(inside).toEqual(['FAKE-KEY', 'FAKE-1', 'FAKE-FILE', 'FAKE-2']);
  });

  it('as a whole when it is more than a part of a record', async () => {
    const { secretBox, secrets } = watched();
    await secretBox.seal('FAKE KEY');
    expect(secrets).toEqual(['FAKE KEY']);
  });

  test.each([
    ['in a form', { ...post, body: 'grant_type=client_credentials&client_secret=FAKE%2F1' }, ['FAKE/1']],
    ['in a header', { ...post, headers: { authorization: 'Bearer FAKE-TOKEN', accept: 'x' } }, ['FAKE-TOKEN']],
    ['in JSON', { ...post, body: '{"clientSecret":"FAKE-JSON"}' }, ['FAKE-JSON']],
    ['nowhere', { ...post, body: '{"label":"Sales"}' }, []],
  ])('when it is sent %s', async (_where, request, found) => {
    const { http, secrets } = watched();
    await http.send(request);
    expect(secrets).toEqual(found);
  });

  it('when it is received', async () => {
    const { http, secrets } = watched({
      pair: { clientID: '1', clientSecret: 'FAKE-PAIR' },
      access_token: 'FAKE-TOKEN',
    });
    await http.send(post);
    expect(secrets).toEqual(['FAKE-PAIR', 'FAKE-TOKEN']);
  });

  it('when its file is read', async () => {
    const { fileReader, secrets } = watched();
    await fileReader.read('/c.txt', 65_536);
    expect(secrets).toEqual(['FAKE-FILE-SECRET']);
  });

  it('when the window hands it over, as a field, as a text or as bytes', () => {
    const secrets: string[] = [];
    const live = { add: (secret: string) => void secrets.push(secret) };
    watchInput({ hubId: 'h', passphrase: 'FAKE-1', proxy: { password: 'FAKE-2', host: 'p.example' } }, live);
    watchInput({ text: new TextDecoder().decode(FILE) }, live);
    watchInput({ kind: 'bytes', bytes: FILE }, live);
    for (const nothing of [undefined, null, 'text', 7, []]) watchInput(nothing, live);
    expect(secrets).toEqual(['FAKE-1', 'FAKE-2', 'FAKE-FILE-SECRET', 'FAKE-FILE-SECRET']);
  });
});
