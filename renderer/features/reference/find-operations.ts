// Finds calls by what a person remembers of them: words of the method, path, summary, text or a field.
import type { ReferenceOperation } from '#contract/reference.ts';

/** The operations in which every word of the text occurs, in their order. */
export function findOperations(operations: readonly ReferenceOperation[], text: string): readonly ReferenceOperation[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return operations;
  return operations.filter((operation) => {
    const known = textOf(operation);
    return wanted.every((word) => known.includes(word));
  });
}

function textOf({ method, path, group, summary, description, fields }: ReferenceOperation): string {
  return [method, path, group, summary, description, ...fields.map(({ name }) => name)].join('\n').toLowerCase();
}

export interface OperationGroup {
  readonly name: string;
  readonly operations: readonly ReferenceOperation[];
}

/** The operations by their group, groups in the order of their first operation. */
export function groupsOf(operations: readonly ReferenceOperation[]): readonly OperationGroup[] {
  const names = [...new Set(operations.map(({ group }) => group))];
  return names.map((name) => ({ name, operations: operations.filter(({ group }) => group === name) }));
}
