// What can be done to a registration.

/** The calls that move a registration through its life cycle (hub-contract section 1, rows 5 to 10). */
export type LifeCycleAction = 'enableSync' | 'disable' | 'enable' | 'deactivate' | 'reactivate' | 'delete';

/** Everything a status can allow: the moves, and the edit. */
export type RegistrationAction = LifeCycleAction | 'edit';
