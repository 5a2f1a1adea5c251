// Loaded into any Electron app with `-r`: prints when the first thing named by BENCH_SELECTOR has been painted, and on
// request how much memory the app takes. The app under measurement is not changed, so both sides are measured alike.
const { app } = require('electron');

const painted = (selector) => `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    : requestAnimationFrame(look);
  look();
})`;

const say = (name, value) => process.stdout.write(`bench ${name} ${value}\n`);

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(painted(process.env.BENCH_SELECTOR)).then((atMs) => say('painted', atMs));
  });
});

process.stdin.on('data', () => {
  const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  say('memory', kilobytes);
});
