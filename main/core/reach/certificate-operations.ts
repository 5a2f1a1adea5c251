// Certificates of a person's choice: authorities to believe, and the one we show ourselves.
import type { Bridge } from '#contract/bridge.ts';
import type { CertificateFileTrouble, Failure } from '#contract/failure.ts';
import type { ReachView } from '#contract/reach.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { FileReader } from '../ports.ts';
import { originsOfHub } from '../hubs/hub-addresses.ts';
import { formatIdentity } from './open-trust.ts';
import type { TrustPorts } from './open-trust.ts';
import type { ReachBook, Scope } from './reach-book.ts';
import type { CertificateFiles, ChooseFiles, ReadFile } from './reach-ports.ts';
import type { StoredCertificate } from './stored-reach.ts';

export interface CertificateParts extends TrustPorts {
  readonly chooseFiles: ChooseFiles;
  readonly fileReader: FileReader;
  readonly certificateFiles: CertificateFiles;
}

/** A bundle of all authorities of a company takes some hundred kilobytes. */
const FILE_LIMIT_BYTES = 1024 * 1024;
const FEW_FILES = 10;

type Operations = Pick<
  Bridge['reach'],
  'addCertificates' | 'removeCertificate' | 'chooseClientCertificate' | 'removeClientCertificate'
>;

export function certificateOperations(
  { book, chooseFiles, fileReader, certificateFiles, hubOf }: CertificateParts,
  missing: (scope: Scope) => Failure | null,
): Operations {
  const saved = (scope: Scope, written: Result<null>): Result<ReachView> =>
    written.ok ? ok(book.view(scope)) : written;

  return {
    async addCertificates({ hubId }) {
      const failure = missing(hubId);
      if (failure !== null) return fail(failure);
      const files = await readAll(fileReader, await chooseFiles('certificates'));
      if (!files.ok) return files;
      if (files.value.length === 0) return ok(null);
      const empty = files.value.find((file) => certificateFiles.certificatesIn(file).length === 0);
      if (empty !== undefined) return fail(unusable(empty.fileName, 'noCertificate'));
      const chosen = files.value.flatMap((file) => certificateFiles.certificatesIn(file));
      return saved(hubId, believe(book, hubId, chosen));
    },

    removeCertificate({ hubId, fingerprint256 }) {
      const failure = missing(hubId);
      if (failure !== null) return Promise.resolve(fail(failure));
      const rest = book.scope(hubId).certificates.filter(({ facts }) => facts.fingerprint256 !== fingerprint256);
      return Promise.resolve(saved(hubId, book.change(hubId, { certificates: rest })));
    },

    async chooseClientCertificate({ hubId, passphrase }) {
      const hub = hubOf(hubId);
      if (hub === null) return fail({ code: 'hubMissing' });
      const files = await readAll(fileReader, await chooseFiles('clientCertificate'));
      if (!files.ok) return files;
      const [first] = files.value;
      if (first === undefined) return ok(null);
      const read = certificateFiles.clientIdentityIn(files.value, passphrase);
      if (!read.ok) return fail(unusable(first.fileName, read.failure));
      const { identity, facts } = read.value;
      const prepared = await book.prepare({ clientSecret: formatIdentity(identity), boundOrigins: originsOfHub(hub) });
      if (!prepared.ok) return prepared;
      const clientCertificate = { fileName: first.fileName, facts, secret: prepared.value.stored };
      const written = book.change(hubId, { clientCertificate });
      if (written.ok) book.keep(hubId, 'client', prepared.value);
      return saved(hubId, written);
    },

    removeClientCertificate({ hubId }) {
      const failure = missing(hubId);
      if (failure !== null) return Promise.resolve(fail(failure));
      return Promise.resolve(saved(hubId, book.change(hubId, { clientCertificate: null })));
    },
  };
}

/** Adds certificates to those of a scope, each once. */
export function believe(book: ReachBook, scope: Scope, more: readonly StoredCertificate[]): Result<null> {
  const all = new Map([...book.scope(scope).certificates, ...more].map((each) => [each.facts.fingerprint256, each]));
  return book.change(scope, { certificates: [...all.values()] });
}

function unusable(fileName: string, why: CertificateFileTrouble): Failure {
  return { code: 'certificateFileUnusable', fileName, why };
}

async function readAll(reader: FileReader, paths: readonly string[]): Promise<Result<readonly ReadFile[]>> {
  const files: ReadFile[] = [];
  for (const path of paths.slice(0, FEW_FILES)) {
    const read = await reader.read(path, FILE_LIMIT_BYTES);
    if (!read.ok) return fail(unusable(read.failure.fileName, 'unreadable'));
    files.push(read.value);
  }
  return ok(files);
}
