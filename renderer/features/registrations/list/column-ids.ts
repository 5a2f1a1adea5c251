// The columns a list can have, by the names under which they are saved and exported.

/** In the order in which the person is offered those that are not shown. */
export const columnIds = [
  'label',
  'name',
  'platform',
  'status',
  'productionLevel',
  'systemUrl',
  'updated',
  'id',
  'description',
  'weighting',
  'syncErrors',
  'lastTaskSynced',
  'clientId',
  'created',
  'createdBy',
  'updatedBy',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** The app's own choice. */
export const ownChoice: readonly ColumnId[] = columnIds.slice(0, 7);

const known: ReadonlySet<string> = new Set(columnIds);

/** False for a column that another version of the app saved. */
export function isColumnId(id: string): id is ColumnId {
  return known.has(id);
}
