import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { readCredentials } from '../../../../../main/core/credentials/read-credentials.ts';
import { mutator } from '../../../../doubles/mutations.ts';

const FOLDER = 'test/fixtures/credentials';
const originals = fs.readdirSync(FOLDER).map((name) => fs.readFileSync(path.join(FOLDER, name)));
const FILES = 100_000;
const PORTION = 5_000;

it.each(Array.from({ length: FILES / PORTION }, (_, index) => index + 1))(
  'of 100,000 broken credentials files each gives a whole credential or a named reason, at once (part %i of 20)',
  { timeout: 120_000 },
  (seed) => {
    const files = mutator(originals, seed);
    let longestMs = 0;
    let whole = 0;
    for (let count = 0; count < PORTION; count += 1) {
      const bytes = files.next();
      const before = process.cpuUsage();
      const read = readCredentials(bytes, 'any.txt');
      longestMs = Math.max(longestMs, process.cpuUsage(before).user / 1_000);
      if (!read.ok) {
        if (!('fileName' in read.failure)) throw new Error(`${read.failure.code} for ${bytes.toString('base64')}`);
        continue;
      }
      whole += 1;
      const { clientId, clientSecret, tokenEndpoint } = read.value;
      const isWhole = [clientId, clientSecret].every((text) => /^[!-~]{1,1024}$/.test(text));
      if (!isWhole || (tokenEndpoint !== null && !URL.canParse(tokenEndpoint))) {
        throw new Error(`Half a credential of ${bytes.toString('base64')}`);
      }
    }
    // Otherwise the accidents would be so bad that only the first line of defence was tried.
    expect(whole).toBeGreaterThan(PORTION / 20);
    // Work, not time: how busy the machine is besides does not count.
    expect(longestMs).toBeLessThan(1_000);
  },
);
