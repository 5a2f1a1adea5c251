// Draws the layers into docs/architecture.md from the imports as they are; `--check` fails when the drawing is old.
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';

const DOCUMENT = 'docs/architecture.md';
const START = '<!-- graph: made by `npm run graph` -->';
const END = '<!-- end of graph -->';

/** The room a file belongs to: the folder a person thinks in, not the file. */
const ROOMS = [
  [/^preload\/contract\//, 'preload/contract'],
  [/^preload\//, 'preload'],
  [/^main\/core\/([^/]+)\//, 'main/core/$1'],
  [/^main\/core\//, 'main/core'],
  [/^main\/([^/]+)\//, 'main/$1'],
  [/^main\//, 'main'],
  [/^renderer\/features\/([^/]+)\//, 'renderer/features/$1'],
  [/^renderer\/([^/]+)\//, 'renderer/$1'],
];

function roomOf(path) {
  for (const [pattern, room] of ROOMS) {
    const match = pattern.exec(path);
    if (match) return room.replace('$1', match[1] ?? '');
  }
  return null;
}

/** Every arrow between two rooms, sorted, so that the same code always gives the same drawing. */
async function arrowsBetweenRooms() {
  const { output } = await cruise(['main', 'preload', 'renderer'], {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    ruleSet: { options: { tsConfig: { fileName: 'test/tsconfig.json' } } },
  });
  const arrows = new Set();
  for (const module of output.modules) {
    const from = roomOf(module.source);
    for (const { resolved } of module.dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to) arrows.add(`${from}|${to}`);
    }
  }
  return [...arrows].sort().map((arrow) => arrow.split('|'));
}

function draw(arrows) {
  const name = (room) => room.replaceAll(/[^a-z]/g, '_');
  const rooms = [...new Set(arrows.flat())].sort();
  const group = (top) => [
    `  subgraph ${top}_process["${top}"]`,
    ...rooms.filter((room) => room.split('/')[0] === top).map((room) => `    ${name(room)}["${room}"]`),
    '  end',
  ];
  // What everybody knows is said once in words: its arrows would hide all others.
  const told = arrows.filter(([, to]) => to !== 'preload/contract' && to !== 'main/core');
  return [
    '```mermaid',
    'flowchart TD',
    ...['renderer', 'preload', 'main'].flatMap(group),
    ...told.map(([from, to]) => `  ${name(from)} --> ${name(to)}`),
    '```',
  ].join('\n');
}

const document = readFileSync(DOCUMENT, 'utf8');
const [before, rest] = document.split(START);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`${DOCUMENT} has lost the markers of its graph.`);
const drawn = `${before}${START}\n\n${draw(await arrowsBetweenRooms())}\n\n${END}${after}`;

if (!process.argv.includes('--check')) writeFileSync(DOCUMENT, drawn);
else if (drawn !== document) {
  console.error(`${DOCUMENT} shows an older state of the code. Run: npm run graph`);
  process.exit(1);
}
