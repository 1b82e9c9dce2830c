// Measures of a detector's scores. `attack` says what a text is, `score` how suspicious the detector found it.

export interface Judgement {
  readonly score: number;
  readonly attack: boolean;
}

/** Area under the ROC curve: how often an attack scores higher than a harmless text; ties count half. NaN when one kind is missing. */
export function areaUnderCurve(judgements: readonly Judgement[]): number {
  const sorted = [...judgements].sort((a, b) => a.score - b.score);
  const attacks = sorted.filter(({ attack }) => attack).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const rank = (from + to + 1) / 2;
    for (let i = from; i < to; i++) if (sorted[i]?.attack) ranks += rank;
    from = to;
  }
  return (ranks - (attacks * (attacks + 1)) / 2) / (attacks * (sorted.length - attacks));
}

/** The lowest threshold at which at most this share of harmless texts scores at or above it. */
export function thresholdAt(judgements: readonly Judgement[], falsePositiveRate: number): number {
  const harmless = judgements.filter(({ attack }) => !attack).map(({ score }) => score);
  harmless.sort((a, b) => b - a);
  const first = harmless[Math.floor(harmless.length * falsePositiveRate)];
  if (first === undefined) return 0;
  const above = judgements.map(({ score }) => score).filter((score) => score > first);
  return above.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...above);
}

/** Share of attacks that score at or above the threshold of a false-positive rate. */
export function recallAt(judgements: readonly Judgement[], falsePositiveRate: number): number {
  const threshold = thresholdAt(judgements, falsePositiveRate);
  const attacks = judgements.filter(({ attack }) => attack);
  return attacks.filter(({ score }) => score >= threshold).length / attacks.length;
}

/** Texts whose scores are about equal, and how many of them are attacks. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly texts: number;
  readonly meanScore: number;
  readonly attackShare: number;
}

export function reliability(judgements: readonly Judgement[], bins = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const [from, to] = [bin / bins, (bin + 1) / bins];
    const members = judgements.filter(
      ({ score }) => score >= from && (score < to || (bin === bins - 1 && score >= to)),
    );
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return {
      from,
      to,
      texts: members.length,
      meanScore: mean(members.map(({ score }) => score)),
      attackShare: mean(members.map(({ attack }) => (attack ? 1 : 0))),
    };
  });
}

/** Expected calibration error (Naeini, Cooper & Hauskrecht 2015): mean distance of score and share of attacks, by ten bins. */
export function calibrationError(judgements: readonly Judgement[]): number {
  return reliability(judgements).reduce(
    (sum, { texts, meanScore, attackShare }) => sum + (texts / judgements.length) * Math.abs(meanScore - attackShare),
    0,
  );
}

export interface CurvePoint {
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly recall: number;
  readonly precision: number;
}

/** A point for each different score, highest first. */
export function curve(judgements: readonly Judgement[]): CurvePoint[] {
  const sorted = [...judgements].sort((a, b) => b.score - a.score);
  const attacks = sorted.filter(({ attack }) => attack).length;
  const points: CurvePoint[] = [];
  let [found, alarms] = [0, 0];
  sorted.forEach(({ score, attack }, index) => {
    if (attack) found++;
    else alarms++;
    if (sorted[index + 1]?.score === score) return;
    points.push({
      threshold: score,
      falsePositiveRate: alarms / (sorted.length - attacks),
      recall: found / attacks,
      precision: found / (found + alarms),
    });
  });
  return points;
}
