// What good manners need of the world besides an HttpClient and a clock.

/** Settles after so many milliseconds. */
export type Pause = (ms: number) => Promise<void>;

/** A random number from 0 up to, but not including, 1. */
export type Chance = () => number;
