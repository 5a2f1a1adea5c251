/**
 * Writes a moment the way the Hub does: `yyyyMMdd'T'HHmmss.SSS 'GMT'`, and an empty string for no value (hub contract 3.3).
 * `formatPegaDateTime(Date.UTC(2021, 3, 21, 16, 47, 37, 626))` is `20210421T164737.626 GMT`.
 */
export function formatPegaDateTime(momentMs: number | null): string {
  if (momentMs === null) return '';
  const [date = '', time = ''] = new Date(momentMs).toISOString().split('T');
  return `${date.replaceAll('-', '')}T${time.replaceAll(':', '').replace('Z', ' GMT')}`;
}
