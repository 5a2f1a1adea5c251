// The inputs of the API reference.
import { z } from 'zod';
import { hubUrl, id } from './inputs.ts';

/** null takes the address away, and our own document is shown again. */
export const setReferenceInput = z.strictObject({ hubId: id, address: hubUrl.nullable() });
