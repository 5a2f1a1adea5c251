// A small file that is kept twice: replaced whole, with the last good copy beside it, and moved aside rather than lost.
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Options } from 'write-file-atomic';
import type { Result } from '#contract/result.ts';
import type { Recovery } from '../core/ports.ts';
import { codeOf } from './storage-failure.ts';

/** Only the person themself may read what is kept, sealed or not. */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;

/** The two files of one name. */
export interface KeptFile {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  readonly lastGoodPath: string;
}

export function keptFile(folder: string, name: string): KeptFile {
  return {
    folder,
    name,
    path: path.join(folder, `${name}.json`),
    lastGoodPath: path.join(folder, `${name}.last-good.json`),
  };
}

/** Judges what was read: `newer` was written by a later version of the app and is none of ours to touch. */
export type Parse<Value> = (json: unknown) => Result<Value, 'unreadable' | 'newer'>;

/** What was found under a name; `beyondReach` may be there, but this person or this version of the app cannot read it. */
export type Found<Value> =
  | { readonly state: 'read'; readonly value: Value; readonly recovery: Recovery | null }
  | { readonly state: 'nothing'; readonly recovery: Recovery | null }
  | BeyondReach;

interface BeyondReach {
  readonly state: 'beyondReach';
  readonly because: 'newer' | 'denied';
}

/**
 * Reads the file; if it cannot be understood it is moved aside, and the last good copy is read instead. Throws when
 * something cannot be moved aside.
 */
export function readKept<Value>(kept: KeptFile, parse: Parse<Value>, nowMs: number): Found<Value> {
  const first = takeOne(kept.path, parse, nowMs);
  if (first.state === 'beyondReach') return first;
  if (first.state === 'read') return { ...first, recovery: null };
  const second = takeOne(kept.lastGoodPath, parse, nowMs);
  if (second.state === 'beyondReach') return second;
  if (second.state === 'read') {
    const restoredFromMs = Math.round(statSync(kept.lastGoodPath).mtimeMs);
    return { ...second, recovery: recoveryOf(first.asideName, restoredFromMs) };
  }
  return { state: 'nothing', recovery: recoveryOf(first.asideName ?? second.asideName, null) };
}

function recoveryOf(movedAsideAs: string | null, restoredFromMs: number | null): Recovery | null {
  return movedAsideAs === null ? null : { movedAsideAs, restoredFromMs };
}

type Taken<Value> =
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'nothing'; readonly asideName: string | null }
  | BeyondReach;

/** Reads one file; afterwards nothing unreadable stands under its name. */
function takeOne<Value>(file: string, parse: Parse<Value>, nowMs: number): Taken<Value> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error: unknown) {
    if (codeOf(error) === 'ENOENT') return { state: 'nothing', asideName: null };
    return { state: 'beyondReach', because: 'denied' };
  }
  const parsed = parseText(text, parse);
  if (parsed.ok) return { state: 'read', value: parsed.value };
  if (parsed.failure === 'newer') return { state: 'beyondReach', because: 'newer' };
  return { state: 'nothing', asideName: moveAside(file, nowMs) };
}

function parseText<Value>(text: string, parse: Parse<Value>): ReturnType<Parse<Value>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, failure: 'unreadable' };
  }
  return parse(json);
}

/** Renames `hubs.json` to `hubs.unreadable-2026-11-23T07-31-00-000Z.json`, never over another file. */
function moveAside(file: string, nowMs: number): string {
  const { dir, name } = path.parse(file);
  const time = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  for (let attempt = 1; ; attempt += 1) {
    const asideName = `${name}.unreadable-${time}${attempt === 1 ? '' : `-${attempt}`}.json`;
    if (existsSync(path.join(dir, asideName))) continue;
    renameSync(file, path.join(dir, asideName));
    return asideName;
  }
}

/**
 * Replaces a file by a text, durably: whatever happens meanwhile, it is the old one or the new one. Throws.
 *
 * write-file-atomic writes once and does not look how much was taken: on a nearly full disk that is a part, which then
 * takes the place of the whole file without an error. So Node fills the file first, which goes on until all is taken.
 */
export function replaceFileSync(file: string, text: string): void {
  writeFileAtomic.sync(file, text, atomicOptions(text));
}

function atomicOptions(text: string): Options {
  return { mode: FILE_MODE, tmpfileCreated: (filled) => writeFileSync(filled, text) };
}

/**
 * The same without waiting for the disk, and for large files, of which every byte is written once. Only one at a time
 * for a file.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const filling = `${file}.tmp-new`;
  try {
    await fill(filling, Buffer.from(text));
    await rename(filling, file);
  } catch (error: unknown) {
    // On a full disk a part of a file only takes room.
    await rm(filling, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function fill(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w', FILE_MODE);
  try {
    await writeAll(handle, bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes all of it: the system may take a part at a time, and says that a disk is full only when it takes nothing. */
export async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** What a killed process leaves behind: half-made files of electron-store, of write-file-atomic and our own. */
const LEFTOVER = /\.jsonl?\.(?:tmp-\w+|\d+|linking|copying)$/;

/** Removes half-made files. Only for the one process that writes in this folder, before it does. */
export function sweep(folder: string): void {
  for (const entry of readdirSync(folder)) {
    if (LEFTOVER.test(entry)) rmSync(path.join(folder, entry), { force: true });
  }
}
