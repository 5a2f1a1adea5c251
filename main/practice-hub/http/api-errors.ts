/** The two error bodies that Pega's APIs are known to send (hub contract 8.7). */
import { jsonAnswer } from './answer.ts';
import type { Answer } from './answer.ts';

/** `v1`: a list under `errors`; `v2`: a list under `errorDetails` that can point at a field. */
export type ApiErrorStyle = 'v1' | 'v2';

/** One thing that is wrong; `field` is the wire name of the field it is about. */
export interface ApiProblem {
  readonly id: string;
  readonly message: string;
  readonly field?: string;
}

/** An answer that refuses a call. Writes the same problems in either style. */
export type ApiRefusal = (
  status: number,
  problems: readonly ApiProblem[],
  headers?: Readonly<Record<string, string>>,
) => Answer;

/** Gives the function that writes refusals in one style. */
export function apiRefusalIn(style: ApiErrorStyle): ApiRefusal {
  const write = style === 'v1' ? versionOne : versionTwo;
  return (status, problems, headers = {}) => jsonAnswer(status, write(problems), headers);
}

/** The sentence of a problem; with a field it starts with the field's wire name, the only place version 1 has for it. */
function sentenceOf({ field, message }: ApiProblem): string {
  return field === undefined || field === '' ? message : `${field}: ${message}`;
}

function versionOne(problems: readonly ApiProblem[]): unknown {
  const errors = problems.map((problem) => ({
    ID: problem.id,
    message: sentenceOf(problem),
    pxObjClass: 'Pega-API-Error',
  }));
  return { pxObjClass: 'Pega-API-ProcessFabric-Registration', errors };
}

function versionTwo(problems: readonly ApiProblem[]): unknown {
  const errorDetails = problems.map((problem) => ({
    message: problem.id,
    erroneousInputOutputFieldInPage: problem.field === undefined || problem.field === '' ? '' : `.${problem.field}`,
    erroneousInputOutputIdentifier: '',
    errorClassification: 'Invalid inputs',
    localizedValue: sentenceOf(problem),
    messageParameters: [],
  }));
  return {
    errorClassification: 'Invalid inputs',
    localizedValue: 'The given inputs to the API are invalid.',
    errorDetails,
  };
}
