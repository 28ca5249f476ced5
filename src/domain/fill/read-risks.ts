import type { Risk } from '../use-case/fields';

const mitigationLabel = /\bmitigation\s*\d*\s*[:：]\s*/iu;
const riskLabel = /^risk\s*\d*\s*[:：]\s*/iu;

/** Reads "Risk: …" and "Mitigation: …", on one line or two, labelled or as plain items. */
export function readRisks(items: readonly string[]): readonly Risk[] {
  const risks: Risk[] = [];
  for (const item of items) {
    const [before = '', ...measures] = item.split(mitigationLabel);
    const after =
      measures.length > 0 ? measures.map((measure) => measure.trim()).join(' ') : undefined;
    const risk = before.replace(riskLabel, '').trim();
    if (risk !== '') risks.push({ risk, mitigation: after?.trim() ?? '' });
    else if (after !== undefined) mitigateLast(risks, after.trim());
  }
  return risks;
}

function mitigateLast(risks: Risk[], mitigation: string): void {
  const last = risks.pop();
  const both = [last?.mitigation, mitigation].filter((part) => part !== undefined && part !== '');
  risks.push({ risk: last?.risk ?? '', mitigation: both.join(' ') });
}

/** Writes risks as text that `readRisks` reads back, one line each. */
export function writeRisks(risks: readonly Risk[]): string {
  return risks
    .map(({ risk, mitigation }) =>
      mitigation === '' ? `Risk: ${risk}` : `Risk: ${risk} Mitigation: ${mitigation}`,
    )
    .join('\n');
}
