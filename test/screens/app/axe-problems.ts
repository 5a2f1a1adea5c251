// axe-core over what is rendered; colours are checked elsewhere (test/screens/ui/tokens and e2e), jsdom paints nothing.
import axe from 'axe-core';

/** One line per problem: the rule and where. */
export async function axeProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
