// A program for the tests: does one thing over and over, and says what, until it is killed.
import process from 'node:process';
import type { Scenario } from './scenarios.ts';
import { SCENARIOS, work } from './scenarios.ts';

const [, , folder = '', scenario = '', first = '1'] = process.argv;
const isScenario = (name: string): name is Scenario => SCENARIOS.some((each) => each === name);
if (!isScenario(scenario)) throw new Error(`There is no ${scenario}`);
await work(folder, scenario, Number(first));
